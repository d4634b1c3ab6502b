"""Sets whole made-up editions: a tree of headings, text, notes and tables on numbered pages.

An edition is written once, as a list of pieces; a `Look` tells how it is printed. The same pages
become a PDF or the text that an extraction gives, and what a parser must find is known.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from reportlab.pdfbase import pdfmetrics

from plan_tui.model.paged_text import PagedText, PageLine, SourcePage
from tests.edition_pieces import Boxed, Head, Look, Piece, Placed, Ruled, Sheet, Text, Turn, plain
from tests.made_up_pdf import MadeUpPage, MadeUpPdf
from tests.pdf_parts import GOTHIC, MINCHO, Gap, Part, Raised, Ruby

WIDTH, HEIGHT = 595.0, 842.0
LEFT, TOP, BOTTOM = 70.0, 780.0, 70.0
_TOKENS = re.compile(r"\{[^}]+\}|｜[^《]+《[^》]+》|[!-z|~]+|.")
_NOT_FIRST = "、。」）々ー"


@cache
def _string_width(text: str, font: str, size: float) -> float:
    return float(pdfmetrics.stringWidth(text, font, size))


class Setter:
    """Sets the pieces of an edition on pages."""

    def __init__(self, pieces: Sequence[Piece], notes: dict[str, str], look: Look) -> None:
        self.pieces = list(pieces)
        self.notes = notes
        self.look = look
        self.sheets: list[Sheet] = []
        self.head_pages: dict[int, int] = {}
        """Of each heading, by its place among the pieces, the printed page."""
        self._column = 0
        self._y = TOP
        self._floor = BOTTOM
        self._waiting: list[tuple[str, list[str]]] = []
        self._depth = 1
        self._set()

    # --- breaking

    @property
    def _em(self) -> float:
        return self.look.size + self.look.spacing

    @property
    def _column_width(self) -> float:
        whole = self.look.measure * self._em
        gutter = 2 * self._em
        return (whole - (self.look.columns - 1) * gutter) / self.look.columns

    def _width(self, part: Part, size: float, font: str) -> float:
        if isinstance(part, Gap):
            return part.width * size
        text = part.word if isinstance(part, Ruby) else part if isinstance(part, str) else part.text
        scale = part.size if isinstance(part, Raised) else 1.0
        spacing = self.look.spacing * len(text) if isinstance(part, str) else 0.0
        return _string_width(text, font, size * scale) + spacing

    def _tokens(self, text: str) -> list[Part]:
        tokens: list[Part] = []
        for token in _TOKENS.findall(text):
            if token.startswith("{"):
                tokens.append(self.look.mark(token[1:-1].split(":")[-1]))
            elif token.startswith("｜"):
                word, reading = token[1:-1].split("《")
                tokens.append(Ruby(word, reading))
            else:
                tokens.append(token)
        return tokens

    def break_lines(
        self, text: str, room: float, first: float, size: float, font: str
    ) -> list[tuple[Part, ...]]:
        """Break a text to lines; the first is ``first`` points shorter."""
        lines: list[list[Part]] = [[]]
        left = room - first
        for token in self._tokens(text):
            width = self._width(token, size, font)
            stays = token in _NOT_FIRST if isinstance(token, str) else isinstance(token, Raised)
            if width > left + 0.01 and not stays and lines[-1]:
                lines.append([])
                left = room
            if isinstance(token, str) and lines[-1] and isinstance(lines[-1][-1], str):
                lines[-1][-1] += token
            else:
                lines[-1].append(token)
            left -= width
        return [tuple(line) for line in lines]

    # --- placing

    def _sheet(self) -> Sheet:
        if not self.sheets:
            self._new_page()
        return self.sheets[-1]

    def _new_page(self) -> None:
        self.sheets.append(Sheet(number=len(self.sheets) + 1))
        self._column, self._y, self._floor = 0, TOP, BOTTOM
        waiting, self._waiting = self._waiting, []
        for name, lines in waiting:
            self._note_lines(name, lines)

    def _next_column(self) -> None:
        if self._column + 1 < self.look.columns:
            self._column += 1
            self._y = TOP
        else:
            self._new_page()

    def _left(self) -> float:
        return LEFT + self._column * (self._column_width + 2 * self._em)

    def _line(
        self,
        parts: tuple[Part, ...],
        indent: float,
        space: float,
        size: float,
        font: str,
        bold: bool = False,
    ) -> None:
        self._sheet()
        names = [self._names.pop(0) for part in parts if isinstance(part, Raised)]
        need = sum(len(self._note_text(name)) for name in names) * self._note_pitch
        at_top = self._y == TOP
        y = self._y - (0 if at_top else space * self.look.size)
        if self.look.columns > 1 and y < BOTTOM + 90:
            self._next_column()
            at_top, y = True, self._y
        if y < self._floor + need + 14 and not at_top and y - 30 < self._floor + min(need, 30):
            self._next_column()
            y = self._y
        self._y = y - 0.001
        sheet = self._sheet()
        sheet.placed.append(Placed(parts, self._left() + indent, y, size, font, bold))
        for name in names:
            self._note_lines(name, self._note_text(name))

    @property
    def _note_pitch(self) -> float:
        return self.look.size * 0.8 * 1.35

    def _note_text(self, name: str) -> list[str]:
        if name not in self.notes:
            return []
        size = self.look.size * 0.8
        shown = self.look.note(name.split(":")[-1]) + self.notes[name]
        lines: list[str] = []
        for part in shown.split("\n"):
            lines += [
                "".join(p for p in line if isinstance(p, str))
                for line in self.break_lines(part, self.look.measure * self._em, 0, size, MINCHO)
            ]
        return lines

    def _note_lines(self, name: str, lines: list[str]) -> None:
        """Put a note at the page's foot; what does not fit goes to the next page."""
        sheet = self.sheets[-1]
        top = BOTTOM + 78 if self.look.columns > 1 else self._y - 10
        while lines and self._floor + self._note_pitch < top:
            sheet.notes.append((name, lines.pop(0)))
            self._floor += self._note_pitch
        if lines:
            self._waiting.append((name, lines))

    def _set(self) -> None:
        self._names: list[str] = []
        for index, piece in enumerate(self.pieces):
            if isinstance(piece, Turn):
                self._new_page()
            elif isinstance(piece, Head):
                self._head(index, piece)
            elif isinstance(piece, Text):
                self._text(piece)
            elif isinstance(piece, Boxed):
                self._boxed(piece)
            else:
                self._table(piece)
        while self._waiting:
            self._new_page()

    def _head(self, index: int, head: Head) -> None:
        look = self.look
        self._depth = head.depth
        size = look.size * (look.head_size + look.head_step * max(4 - head.depth, 0))
        indent = (head.depth - 1) * look.indent * self._em
        if look.chapter_pages and head.depth == 1 and self.sheets and self.sheets[-1].placed:
            self._new_page()
        shown = f"{head.label}　{head.title}" if head.label else head.title
        self._names = re.findall(r"\{([^}]+)\}", shown)
        hang = self._width(head.label + "　", size, look.head_font) if head.label else 0
        lines = self.break_lines(
            shown, self._column_width - indent - hang, -hang, size, look.head_font
        )
        if self.sheets and self._y - (len(lines) + 3) * 22 < self._floor:
            self._next_column()
        for number, parts in enumerate(lines):
            space = look.head_space if not number else look.pitch * size / look.size
            self._line(
                parts, indent + (hang if number else 0), space, size, look.head_font, look.head_bold
            )
        self.sheets[-1].heads.append(index)
        self.head_pages[index] = self.sheets[-1].number or 0

    def _text(self, text: Text) -> None:
        look = self.look
        base = (self._depth - 1) * look.indent * self._em if look.text_indent else 0.0
        first = self._em
        if text.marker:
            base, first = base + 2 * self._em, -self._em
        self._names = re.findall(r"\{([^}]+)\}", text.text)
        shown = text.marker + text.text
        lines = self.break_lines(shown, self._column_width - base, first, look.size, look.body)
        for number, parts in enumerate(lines):
            self._line(parts, base + (0 if number else first), look.pitch, look.size, look.body)

    def _boxed(self, boxed: Boxed) -> None:
        look = self.look
        if self.sheets and self._y - 14 * 22 < self._floor:
            self._next_column()
        self._y -= 12
        top = self._y - 4
        for text in boxed.texts:
            self._names = re.findall(r"\{([^}]+)\}", text)
            room = self._column_width - 2 * self._em
            for number, parts in enumerate(
                self.break_lines(text, room, self._em, look.size, look.body)
            ):
                indent = self._em + (0 if number else self._em)
                self._line(parts, indent, look.pitch, look.size, look.body)
        bottom = self._y - 6
        self.sheets[-1].frames.append(
            (self._left() + 2, bottom, self._column_width - 2, top - bottom)
        )
        self._y -= 14

    def _table(self, table: Ruled) -> None:
        rows = list(table.rows)
        while rows:
            self._sheet()
            room = int((self._y - self._floor - 30) / (self.look.size * 2.0))
            if room < 2:
                self._next_column()
                continue
            part, rows = rows[:room], rows[room:]
            self.sheets[-1].tables.append((self._y - 8, Ruled(tuple(part), table.widths)))
            self._y -= 8 + len(part) * self.look.size * 2.0
            if rows:
                self._next_column()
        self._y -= 8

    # --- what is shown

    def front(self) -> list[Sheet]:
        """Return the cover and the contents pages."""
        look = self.look
        sheets = []
        if look.cover:
            cover = Sheet()
            for number, text in enumerate(look.cover):
                size = 24.0 if number == 0 else 14.0
                width = pdfmetrics.stringWidth(text, GOTHIC, size)
                cover.placed.append(
                    Placed((text,), (WIDTH - width) / 2, 600 - 100 * number, size, GOTHIC)
                )
            sheets.append(cover)
        if look.contents:
            sheets += self._contents()
        return sheets

    def _contents(self) -> list[Sheet]:
        look = self.look
        sheets = [Sheet()]
        y = TOP
        sheets[-1].placed.append(Placed(("目　次",), 270, y, look.size, GOTHIC))
        right = LEFT + look.measure * look.size
        for index, piece in enumerate(self.pieces):
            if not isinstance(piece, Head) or not piece.listed:
                continue
            y -= 1.6 * look.size
            if y < BOTTOM + 20:
                sheets.append(Sheet())
                y = TOP
            shown = re.sub(r"\{[^}]+\}", "", piece.title)
            title = f"{piece.label}　{shown}" if piece.label else shown
            left = LEFT + (piece.depth - 1) * look.size
            room = right - 4 * look.size - left
            *full, last = self.break_lines(title, room, 0.0, look.size, MINCHO)
            for parts in full:
                sheets[-1].placed.append(Placed(parts, left, y, look.size, MINCHO))
                y -= 1.6 * look.size
            title = "".join(map(plain, last))
            page = str(self.head_pages[index])
            end = left + float(pdfmetrics.stringWidth(title, MINCHO, look.size))
            at = right - float(pdfmetrics.stringWidth(page, MINCHO, look.size))
            dots: list[Part] = []
            if look.leader:
                width = float(pdfmetrics.stringWidth(look.leader, MINCHO, look.size))
                count = max(int((at - end) / width), 2)
                dots = [look.leader * count]
                end += count * width
            gap: list[Part] = [Gap(max(at - end, 0) / look.size)]
            sheets[-1].placed.append(Placed((title, *dots, *gap, page), left, y, look.size, MINCHO))
        return sheets

    def all_sheets(self) -> list[Sheet]:
        """Return all pages in order."""
        return [*self.front(), *self.sheets]

    def pdf(self) -> MadeUpPdf:
        """Return the pages as a PDF."""
        book = MadeUpPdf(size=self.look.size)
        for sheet in self.all_sheets():
            self._draw(book.page(), sheet)
        return book

    def _draw(self, page: MadeUpPage, sheet: Sheet) -> None:
        look = self.look
        page.spacing = look.spacing
        for left, bottom, width, height in sheet.frames:
            page.canvas.rect(left, bottom, width, height)
        for number, line in enumerate(sheet.placed, 1):
            page.line(
                *line.parts,
                left=line.left,
                size=line.size,
                font=line.font,
                bold=line.bold,
                at=line.y,
            )
            if look.line_numbers and sheet.number:
                page.spacing = 0
                page.line(str(number), left=LEFT - 30, size=7, at=line.y)
                page.spacing = look.spacing
        page.spacing = 0
        for y, table in sheet.tables:
            page.y = y + look.size
            page.table(table.rows, [w * look.size for w in table.widths], left=LEFT, size=look.size)
        page.spacing = look.spacing
        count = len(sheet.notes)
        for number, (_, text) in enumerate(sheet.notes):
            at = BOTTOM + (count - number - 1) * self._note_pitch
            page.line(text, left=LEFT, size=look.size * 0.8, at=at)
        if count:
            page.rule(LEFT, BOTTOM + count * self._note_pitch, LEFT + 140)
        page.spacing = 0
        if sheet.number:
            page.page_number(look.page_number(sheet.number))
        if look.running_head and sheet.number:
            page.running_head(look.running_head)

    def text(self, *, layout: bool) -> PagedText:
        """Return the pages as ``pdftotext`` gives them, with blanks for edges if ``layout``."""
        number = 0
        pages = []
        for index, sheet in enumerate(self.all_sheets(), 1):
            lines = []
            for text in self._page_texts(sheet, layout):
                number += 1
                lines.append(PageLine(number, text, index))
            pages.append(SourcePage(index, None, None, tuple(lines)))
        return PagedText(tuple(pages))

    def _page_texts(self, sheet: Sheet, layout: bool) -> list[str]:
        texts = []
        if self.look.running_head and sheet.number:
            texts += [self.look.running_head, ""]
        above = None
        for line in sheet.placed:
            if above is not None and above - line.y > 2.0 * self.look.size:
                texts.append("")
            above = line.y
            blanks = " " * round((line.left - LEFT) / self.look.size * 2) if layout else ""
            texts.append(blanks + line.plain)
        if sheet.notes:
            texts += ["", *(text for _, text in sheet.notes)]
        if sheet.number:
            blanks = " " * 40 if layout else ""
            texts += ["", blanks + self.look.page_number(sheet.number)]
        return texts
