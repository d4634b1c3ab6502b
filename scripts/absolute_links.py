"""Links of a page that leave the repository with it: absolute, where its address is known."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

BRANCH = "main"
_LINK = re.compile(r"(?P<image>!?)\[(?P<text>[^\]]*)\]\((?P<target>[^)\s]+)\)")
_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//|#")
"""How a target begins that means the same on any page."""
_CODE = re.compile(r"^(?:```.*?^```| {4}[^\n]*)$|`[^`\n]+`", re.MULTILINE | re.DOTALL)


def with_absolute_links(text: str, repository: str) -> str:
    """Return Markdown whose links to files of the repository name its address.

    Args:
        text: a page at the top of the repository.
        repository: address of the repository, such as ``https://example.org/group/plan-tui``;
            while it is empty the text stays as it is.

    """
    if not repository:
        return text
    parts, at = [], 0
    for code in _CODE.finditer(text):  # what is shown as code is no link
        parts += [_linked(text[at : code.start()], repository), code[0]]
        at = code.end()
    return "".join((*parts, _linked(text[at:], repository)))


def _linked(text: str, repository: str) -> str:
    def absolute(link: re.Match[str]) -> str:
        target = link["target"]
        if _ABSOLUTE.match(target):
            return link[0]
        way = "raw" if link["image"] else "blob"
        path = PurePosixPath(target)
        return f"{link['image']}[{link['text']}]({repository.rstrip('/')}/{way}/{BRANCH}/{path})"

    return _LINK.sub(absolute, text)
