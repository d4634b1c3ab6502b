"""A section's short key and its citation, from the printed labels on the way down to it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from string import ascii_lowercase

from plan_tui.model.enums import SectionKind
from plan_tui.model.parsed import ParsedSection
from plan_tui.parse.common.numbering import CIRCLED, value_of

_OPEN, _CLOSE = "（(", "）)"


def label_code(label: str) -> str:
    """Return a printed label as a short ASCII code; empty if the label has none.

    ``第１部`` → ``1``, ``（２）`` → ``2``, ``③`` → ``3``, ``イ`` and ``（イ）`` → ``b``,
    ``Ｂ`` → ``B``, ``（ｃ）`` → ``c``, ``IV．`` → ``IV``, ``[No.１－８]`` → ``M1-8``.
    """
    measure = measure_number(label)
    if measure:
        return f"M{measure}"
    bare = CIRCLED.sub(lambda found: str(value_of(found.group())), label)
    bare = unicodedata.normalize("NFKC", bare).strip("()（）.．、 ")
    bare = re.sub(r"^第|[部章節編]$", "", bare)
    if re.fullmatch("[ア-ハ]", bare) and (value := value_of(bare)):
        return ascii_lowercase[value - 1]
    return bare if re.fullmatch(r"[0-9A-Za-z-]+", bare) else ""


def measure_number(label: str) -> str | None:
    """Return the number of a measure card's label (``[No.１－８]`` → ``1-8``), else None."""
    plain = re.sub(r"[－ー−–—]", "-", unicodedata.normalize("NFKC", label)).replace(" ", "")
    found = re.fullmatch(r"\[No\.?(\d+-\d+)\]", plain)
    return found.group(1) if found else None


def keys(prefix: str, sections: Iterable[ParsedSection]) -> list[str]:
    """Return a unique, stable ASCII key for each section, e.g. ``2025:1.4.1.3.a.b.B.c``.

    A section without a label counts among its siblings (``s1``, ``s2``); the preface is ``0``;
    a measure stands by its own number (``2021:M1-8``); a label that repeats below one parent
    gets ``-2``, ``-3`` …
    """
    path: list[str] = []
    nameless: dict[str, int] = {}
    used: dict[str, int] = {}
    found = []
    for section in sections:
        del path[section.depth - 1 :]
        parent = ".".join(path)
        code = "0" if section.kind is SectionKind.PREFACE else label_code(section.label.text)
        if not code:
            nameless[parent] = nameless.get(parent, 0) + 1
            code = f"s{nameless[parent]}"
        key = code if section.kind is SectionKind.MEASURE else ".".join([*path, code])
        used[key] = used.get(key, 0) + 1
        if used[key] > 1:
            code, key = f"{code}-{used[key]}", f"{key}-{used[key]}"
        path.append(code)
        found.append(f"{prefix}:{key}")
    return found


def citations(cite: str, document_note: str, sections: Iterable[ParsedSection]) -> list[str]:
    """Return each section's citation, e.g. ``2025年 第１ ４（１）③ア（イ）B（ｃ）``.

    ``cite`` names the edition, ``document_note`` the document where an edition has several
    (may be empty). A section without a label is cited by its title in 「」.
    """
    head = f"{cite}{document_note}"
    path: list[str] = []
    found = []
    for section in sections:
        del path[section.depth - 1 :]
        path.append(_cited(section))
        found.append(f"{head} {_joined(path)}")
    return found


def _cited(section: ParsedSection) -> str:
    label = section.label.text.rstrip("．.")
    return (
        label
        if label
        else f"「{section.title.text}」"
        if section.kind is not SectionKind.PREFACE
        else "前文"
    )


def _joined(path: list[str]) -> str:
    """Join labels, with a blank only between two that would read as one word."""
    text = ""
    for before, label in zip(["", *path], path, strict=False):
        text += label if not before or _parts(before, label) else f" {label}"
    return text


def _parts(before: str, label: str) -> bool:
    """Tell whether two labels stay apart without a blank: brackets, ①, or lone letters."""
    marked = before[-1] in _CLOSE + "」" or label[0] in _OPEN + "「"
    circled = CIRCLED.match(before[-1]) or CIRCLED.match(label[0])
    letters = len(before) == len(label) == 1 and not (before + label).isdigit()
    return bool(marked or circled or letters)
