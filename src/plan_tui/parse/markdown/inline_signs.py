"""Inside a block: which characters are its text, and which are signs of Markdown or HTML.

Each character gets one role, so that none is lost and none stands twice. Emphasis is read more
kindly than Markdown does it: there, asterisks beside a Japanese bracket are no emphasis.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

from plan_tui.model.enums import FurnitureKind
from plan_tui.parse.markdown.emphasis import Delimiter, paired_offsets
from plan_tui.text.record import field, record

_SIGNS = re.compile(
    r"(?P<escape>\\[!-/:-@\[-`{-~\n])"
    r"|(?P<code>(?<!`)(?P<ticks>`+)(?!`)(?P<coded>[^`]|[^`].*?[^`])(?P=ticks)(?!`))"
    r"|(?P<comment><!--.*?-->)"
    r"|(?P<address><(?:[a-z][a-z0-9+.-]+://|mailto:)[^\s<>]*>|<[^\s<>@]+@[^\s<>@]+>)"
    r"|(?P<ruby><ruby>(?P<base>.*?)</ruby>)"
    r"|(?P<sup><sup>\s*\[?(?P<number>[0-9]+)\]?\s*</sup>)"
    r"|(?P<tag></?(?P<name>[A-Za-z][A-Za-z0-9]*)"
    r"(?:\s+[A-Za-z:_-][\w:.-]*(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'<>=`]+))?)*\s*/?>)"
    r"|(?P<mark>\[\^(?P<note>[^\]\s]+)\])"
    r"|(?P<open>!?\[)"
    r"|(?P<close>\](?P<target>\(\s*(?:<[^<>\n]*>|[^\s()<>]*(?:\([^\s()]*\)[^\s()]*)*)"
    r"(?:\s+(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?\s*\)"
    r"|\[(?P<reference>[^\[\]]*)\])?)"
    r"|(?P<delimiter>\*+|_+|~{2})"
    r"|(?P<entity>&(?:nbsp|emsp|ensp|thinsp|#160|#xA0|#12288|#x3000);)"
    r"|(?P<ampersand>&amp;)"
    r"|(?P<character>&(?:[a-z][a-z0-9]{1,31}|#[0-9]{1,7}|#x[0-9a-f]{1,6});)",
    re.DOTALL | re.IGNORECASE,
)
_READING = re.compile(r"<rt>(?P<reading>.*?)</rt>", re.DOTALL | re.IGNORECASE)
_RUBY_PART = re.compile(r"<rp>(?P<bracket>.*?)</rp>|</?r[a-z]+>", re.DOTALL | re.IGNORECASE)
_INLINE_TAG = re.compile(
    "a|abbr|b|cite|code|del|em|font|i|ins|kbd|label|mark|q|s|small|span|strong|su[bp]|u",
    re.IGNORECASE,
)
"""Tags inside a word or sentence; all others end what stands before them."""

Role = FurnitureKind | None
"""None for a character of the text."""


@record(frozen=False)
class InlineSigns:
    """What the characters of a block's text are."""

    roles: list[Role]
    """One for each character."""
    breaks: set[int] = field(default_factory=set)
    """Offsets behind which a line ends that was meant to end."""
    marks: list[tuple[int, int, str]] = field(default_factory=list)
    """First and last offset of a footnote's label in its mark, and the label."""
    characters: dict[int, str] = field(default_factory=dict)
    """Offset of a sign → the characters that it stands for (``<`` for ``&lt;``)."""
    ruby: list[tuple[int, int, str]] = field(default_factory=list)
    """First and last offset of a reading, and the word that it reads."""


def inline_signs(
    text: str,
    notes: Collection[str] = (),
    references: Collection[str] = (),
    *,
    named: bool = True,
) -> InlineSigns:
    """Find the signs in a block's text, whose lines end in line feeds.

    Args:
        text: the block's text without the signs of the block itself.
        notes: the labels of the footnotes that the document has.
        references: the names of its link targets, upper case, blanks folded.
        named: whether names and numbers of characters are read; else they are text.

    """
    scanner = _Scanner(text, notes, references, named=named)
    scanner.scan()
    return scanner.signs


def reference_name(written: str) -> str:
    """Return the name of a link's target as names are compared."""
    return " ".join(written.split()).lower().upper()


class _Scanner:
    """Goes once over a text; brackets and emphasis are settled when they close."""

    def __init__(
        self, text: str, notes: Collection[str], references: Collection[str], *, named: bool
    ) -> None:
        self.signs = InlineSigns([None] * len(text))
        self._text = text
        self._notes = notes
        self._references = references
        self._named = named
        self._brackets: list[tuple[int, int]] = []  # first offset and length of what is open
        self._delimiters: list[Delimiter] = []
        # The outermost group of a match, which closes last, says what the sign is.
        self._read: dict[str, Callable[[re.Match[str]], int]] = {
            "escape": self._escape,
            "code": self._code,
            "comment": self._comment,
            "address": self._address,
            "ruby": self._ruby,
            "sup": self._sup,
            "tag": self._tag,
            "mark": self._mark,
            "open": self._open,
            "close": self._close,
            "delimiter": self._delimiter,
            "entity": self._entity,
            "ampersand": self._ampersand,
            "character": self._character,
        }

    def scan(self) -> None:
        start = 0
        while match := _SIGNS.search(self._text, start):
            start = self._read[str(match.lastgroup)](match)
        for first, last in paired_offsets(self._delimiters):
            self._put(FurnitureKind.EMPHASIS, first, last)

    def _put(self, role: Role, start: int, end: int) -> None:
        self.signs.roles[start:end] = [role] * (end - start)

    def _escape(self, match: re.Match[str]) -> int:
        self._put(FurnitureKind.MARKDOWN_SIGN, match.start(), match.start() + 1)
        if match[0][1] == "\n":
            self.signs.breaks.add(match.start())
        return match.end()

    def _code(self, match: re.Match[str]) -> int:
        self._put(FurnitureKind.EMPHASIS, match.start(), match.start("coded"))
        self._put(FurnitureKind.EMPHASIS, match.end("coded"), match.end())
        return match.end()

    def _comment(self, match: re.Match[str]) -> int:
        self._put(FurnitureKind.HTML_TAG, match.start(), match.end())
        return match.end()

    def _address(self, match: re.Match[str]) -> int:
        self._put(FurnitureKind.MARKDOWN_SIGN, match.start(), match.start() + 1)
        self._put(FurnitureKind.MARKDOWN_SIGN, match.end() - 1, match.end())
        return match.end()

    def _tag(self, match: re.Match[str]) -> int:
        self._put(FurnitureKind.HTML_TAG, match.start(), match.end())
        if not _INLINE_TAG.fullmatch(match["name"]):
            self.signs.breaks.add(match.end() - 1)
        return match.end()

    def _ruby(self, match: re.Match[str]) -> int:
        start, end = match.span()
        word_start = match.start("base")
        for part in _RUBY_PART.finditer(self._text, start, end):
            self._put(FurnitureKind.HTML_TAG, part.start(), part.end())
            if part["bracket"] is not None:
                self._put(FurnitureKind.RUBY_SIGN, *part.span("bracket"))
        for reading in _READING.finditer(self._text, start, end):
            word = "".join(
                self._text[i]
                for i in range(word_start, reading.start())
                if self.signs.roles[i] is None
            )
            first, last = reading.span("reading")
            self._put(FurnitureKind.RUBY_SIGN, first, last)
            self.signs.ruby.append((first, last, word.strip()))
            word_start = reading.end()
        return end

    def _sup(self, match: re.Match[str]) -> int:
        if match["number"] not in self._notes:
            return self._tag_only(match)
        self._mark_at(match.start(), match.end(), "number", match)
        return match.end()

    def _tag_only(self, match: re.Match[str]) -> int:
        end = self._text.index(">", match.start()) + 1
        self._put(FurnitureKind.HTML_TAG, match.start(), end)
        return end

    def _mark(self, match: re.Match[str]) -> int:
        if match["note"] not in self._notes:
            return match.end()
        self._mark_at(match.start(), match.end(), "note", match)
        return match.end()

    def _mark_at(self, start: int, end: int, group: str, match: re.Match[str]) -> None:
        self._put(FurnitureKind.FOOTNOTE_SIGN, start, end)
        self.signs.marks.append((*match.span(group), match[group]))

    def _open(self, match: re.Match[str]) -> int:
        self._brackets.append(match.span())
        return match.end()

    def _close(self, match: re.Match[str]) -> int:
        bracket = match.start()
        if not self._brackets:
            return bracket + 1
        start, inner = self._brackets.pop()
        target = match["target"]
        name = match["reference"] or self._text[inner:bracket]
        known = reference_name(name) in self._references
        if target and target[0] == "[" and not known:
            return bracket + 1
        if not target and not known:
            return bracket + 1
        self._put(FurnitureKind.LINK_TARGET, bracket, match.end())
        if self._text[start] == "!":
            self._put(FurnitureKind.CAPTION, start, bracket)
            self._put(FurnitureKind.LINK_TARGET, start, inner)
        else:
            self._put(FurnitureKind.LINK_TARGET, start, inner)
        return match.end()

    def _delimiter(self, match: re.Match[str]) -> int:
        before = self._text[match.start() - 1 : match.start()]
        after = self._text[match.end() : match.end() + 1]
        self._delimiters.append(Delimiter(match.start(), match[0], before, after))
        return match.end()

    def _entity(self, match: re.Match[str]) -> int:
        self._put(FurnitureKind.HTML_TAG, match.start(), match.end())
        return match.end()

    def _ampersand(self, match: re.Match[str]) -> int:
        self._put(FurnitureKind.HTML_TAG, match.start() + 1, match.end())
        return match.end()

    def _character(self, match: re.Match[str]) -> int:
        """Read a character that is written by its name or number; an unknown name is text."""
        import html  # its table of names is long

        meant = html.unescape(match[0]) if self._named else ""
        if meant and meant != match[0] and meant.isprintable() and not meant.isspace():
            self._put(FurnitureKind.HTML_TAG, match.start(), match.end())
            self.signs.characters[match.start()] = meant
        return match.end()
