"""The blocks of a Markdown text: where each stands, and within what.

markdown-it tells which lines a block takes and what its content is. The content of a line is
the end of that line, so that each of its characters is found in the source again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from plan_tui.text.record import field, record
from plan_tui.text.traced import Traced
from plan_tui.text.vocabulary import StrEnum

_DEEPEST = 100
"""Lists and quotations that may stand inside each other; deeper ones are read as text."""
_HARD_BREAK = re.compile(r" {2,}$")
_NOTE_LABEL = re.compile(r"\[\^([^\]\s]+)\]:")


class BlockForm(StrEnum):
    """What a block is in Markdown."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    TABLE = "table"
    CODE = "code"
    HTML = "html"


@record
class ContentLine:
    """What one line holds of a block."""

    text: Traced
    """Without the signs before it and the blanks around it."""
    breaks: bool = False
    """Whether two blanks at its end say that a line ends here on purpose."""
    indented: bool = False
    """Whether a full-width blank stands before it, as at a Japanese paragraph's beginning."""


@record
class MarkdownBlock:
    """One block that holds text."""

    form: BlockForm
    lines: tuple[ContentLine, ...]
    depth: int = 0
    """A heading's level, 1 to 6; 0 for other forms."""
    marker: Traced = field(default_factory=Traced)
    """The dash or number of the list item that begins with this block; empty otherwise."""
    ordered: bool = False
    """Whether the marker is a number."""
    level: int = 0
    """How many lists stand around the block's own list."""
    quoted: bool = False
    note: Traced | None = None
    """The label of the footnote that the block belongs to."""


@record(frozen=False)
class MarkdownBlocks:
    """A whole text, read."""

    blocks: list[MarkdownBlock]
    references: dict[str, tuple[int, int]]
    """Name of a link's target → the lines that define it: first, and behind the last."""


def read_blocks(lines: Sequence[Traced]) -> MarkdownBlocks:
    """Read the blocks that stand in ``lines``."""
    reader = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable("table").disable("code")
    reader.use(footnote_plugin, move_to_end=False)
    environment: dict[str, dict[str, dict[str, list[int]]]] = {}
    tokens: list[Token] = []
    reader.block.parse("\n".join(line.text for line in lines), reader, environment, tokens)
    references = {
        name: (target["map"][0], target["map"][1])
        for name, target in environment.get("references", {}).items()
    }
    return MarkdownBlocks(list(_Walk(lines).blocks(tokens)), references)


class _Walk:
    """Goes through the tokens; remembers what stands around a block."""

    def __init__(self, lines: Sequence[Traced]) -> None:
        self._lines = lines
        self._lists: list[bool] = []  # whether ordered, from the outermost
        self._quotes = 0
        self._marker = Traced()  # of the item whose first block is yet to come
        self._note: Traced | None = None
        self._columns: dict[int, int] = {}  # line → the column behind its last marker

    def blocks(self, tokens: Sequence[Token]) -> Iterator[MarkdownBlock]:
        heading: Token | None = None
        in_table = False
        for token in tokens:
            if token.type in ("heading_open", "heading_close"):
                heading = token if token.nesting == 1 else None
            elif token.type in ("table_open", "table_close"):
                in_table = token.nesting == 1
                if in_table:
                    yield self._block(BlockForm.TABLE, self._table_lines(token))
            elif token.type == "inline" and not in_table:
                depth = 0 if self._is_inside or not heading else _depth(heading, token.content)
                form = BlockForm.HEADING if depth else BlockForm.PARAGRAPH
                yield self._block(form, self._content(token, 0), depth)
            elif token.type == "fence":
                yield self._block(BlockForm.CODE, self._content(token, 1))
            elif token.type == "html_block":
                yield self._block(BlockForm.HTML, self._content(token, 0))
            else:
                self._enter_or_leave(token)

    @property
    def _is_inside(self) -> bool:
        return bool(self._lists or self._quotes or self._note is not None)

    def _enter_or_leave(self, token: Token) -> None:
        if token.type in ("bullet_list_open", "ordered_list_open"):
            self._lists.append(token.type.startswith("ordered"))
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            self._lists.pop()
        elif token.type == "list_item_open":
            self._marker = self._find_marker(token)
        elif token.type == "list_item_close":
            self._marker = Traced()
        elif token.type.startswith("blockquote"):
            self._quotes += token.nesting
        elif token.type == "footnote_reference_open":
            self._note = self._find_note(token)
        elif token.type == "footnote_reference_close":
            self._note = None

    def _find_marker(self, token: Token) -> Traced:
        """Find an item's sign in its first line, behind those of the items around it."""
        row = _first_line(token)
        line, sign = self._lines[row], token.info + token.markup
        column = line.text.find(sign, self._columns.get(row, 0))
        if column < 0:
            return Traced()
        self._columns[row] = column + len(sign)
        return line[column : column + len(sign)]

    def _find_note(self, token: Token) -> Traced:
        row = _first_line(token)
        match = _NOTE_LABEL.search(self._lines[row].text, self._columns.get(row, 0))
        return self._lines[row][match.start(1) : match.end(1)] if match else Traced()

    def _block(
        self, form: BlockForm, lines: tuple[ContentLine, ...], depth: int = 0
    ) -> MarkdownBlock:
        marker, self._marker = self._marker, Traced()
        return MarkdownBlock(
            form,
            lines,
            depth,
            marker,
            bool(self._lists and self._lists[-1]),
            max(len(self._lists) - 1, 0),
            self._quotes > 0,
            self._note,
        )

    def _content(self, token: Token, skipped: int) -> tuple[ContentLine, ...]:
        """Find a token's lines in the source, ``skipped`` lines below its first."""
        first = _first_line(token) + skipped
        written = token.content.split("\n")
        return tuple(
            _content_line(self._lines[first + index], content.strip())
            for index, content in enumerate(written)
            if first + index < len(self._lines) and content.strip()
        )

    def _table_lines(self, token: Token) -> tuple[ContentLine, ...]:
        start, end = token.map or (0, 0)
        lines = [self._lines[row] for row in range(start, end)]
        behind = [self._columns.get(row, 0) for row in range(start, end)]
        return tuple(
            ContentLine(_without_quotes(line[column:]))
            for line, column in zip(lines, behind, strict=True)
        )


def _depth(heading: Token, content: str) -> int:
    """Return a heading's level; 0 if it is a sentence, below which a rule was meant."""
    wrapped = "\n" in content and heading.markup == "-"
    underlined = heading.markup in ("=", "-")
    is_text = underlined and (wrapped or content.endswith(("。", "．", "、")))
    return 0 if is_text else int(heading.tag[1])


def _first_line(token: Token) -> int:
    return token.map[0] if token.map else 0


def _content_line(line: Traced, content: str) -> ContentLine:
    """Find what markdown-it gives as the content of ``line``: mostly its end."""
    column = line.text.rfind(content)
    if column < 0:
        return ContentLine(Traced())
    end = column + len(content)
    return ContentLine(
        line[column:end],
        bool(_HARD_BREAK.match(line.text[end:])),
        line.text[:column].endswith("\u3000"),
    )


def _without_quotes(line: Traced) -> Traced:
    match = re.match(r"[\s>]*", line.text)
    return line[match.end() if match else 0 :].strip()
