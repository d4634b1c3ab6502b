"""Made-up editions of which everything is known, and what a parser makes of them beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from plan_tui.model.doubts import Doubt, Severity
from plan_tui.model.enums import Layout
from plan_tui.model.paged_text import PagedText
from plan_tui.model.parsed import ParsedDocument
from plan_tui.parse.full_text.parser import parse
from plan_tui.parse.understanding.understanding import understanding
from tests.conservation import true_to_source, unaccounted
from tests.edition_pieces import Boxed, Head, Look, Piece, Ruled, Text
from tests.made_up_edition import Setter
from tests.made_up_texts import MadeUpWords

Labels = tuple[str, ...]
"""The labels of one level, in their order."""


@dataclass(slots=True)
class KnownEdition:
    """The pieces of an edition and the texts of its notes."""

    pieces: list[Piece] = field(default_factory=list)
    notes: dict[str, str] = field(default_factory=dict)

    def setter(self, look: Look) -> Setter:
        """Set it."""
        return Setter(self.pieces, self.notes, look)


def edition(
    levels: Sequence[Labels],
    *,
    seed: int = 1,
    listed: int = 2,
    notes_every: int = 3,
    restart: bool = False,
    deepest_every: int = 1,
    sentences: int = 3,
) -> KnownEdition:
    """Return an edition with the headings of ``levels``, each level below each of the one above.

    Levels down to ``listed`` stand on the contents pages; each third paragraph has a note. With
    ``restart`` the notes begin anew below each heading of the top.
    """
    made = KnownEdition()
    words = MadeUpWords(seed)
    count = 0
    chapter = 0

    def note() -> str:
        nonlocal count
        count += 1
        name = f"{chapter}:{count}" if restart else str(count)
        made.notes[name] = words.note(count + chapter)
        return "{" + name + "}"

    paragraphs = 0

    def text() -> None:
        nonlocal paragraphs
        paragraphs += 1
        mark = note() if notes_every and paragraphs % notes_every == 0 else ""
        made.pieces.append(Text(words.paragraph(sentences, mark=mark)))

    def level(depth: int, labels: Sequence[Labels]) -> None:
        nonlocal chapter, count
        for label in labels[0]:
            if depth == 1:
                chapter += 1
                count = 0 if restart else count
            made.pieces.append(Head(depth, label, words.title(), depth <= listed))
            if len(labels) > 1:
                if (paragraphs + depth) % 2:
                    text()
                level(depth + 1, labels[1:])
            else:
                text()
                text()

    level(1, levels)
    return made


def _clean(text: str) -> str:
    bare = re.sub(r"\{[^}]*\}", "", text)
    return re.sub(r"｜([^《]+)《[^》]+》", r"\1", bare)


def known_headings(pieces: Sequence[Piece]) -> list[str]:
    """Return each heading with its depth, as it must be read."""
    return [f"{'#' * p.depth} {p.label}|{_clean(p.title)}" for p in pieces if isinstance(p, Head)]


def known_texts(pieces: Sequence[Piece]) -> list[str]:
    """Return each block with its marker before it; tables row by row."""
    texts = []
    for piece in pieces:
        if isinstance(piece, Text):
            texts.append(piece.marker + _clean(piece.text))
        elif isinstance(piece, Boxed):
            texts += [_clean(text) for text in piece.texts]
        elif isinstance(piece, Ruled):
            texts.append("\n".join("\t".join(row) for row in piece.rows))
    return texts


def known_marks(pieces: Sequence[Piece]) -> list[tuple[str, str]]:
    """Return each mark's number with the characters before it."""
    marks = []
    for piece in pieces:
        for text in _texts_with_marks(piece):
            for mark in re.finditer(r"\{([^}]+)\}", text):
                marks.append((mark[1].split(":")[-1], _clean(text[: mark.start()])[-4:]))
    return marks


def _texts_with_marks(piece: Piece) -> Iterator[str]:
    if isinstance(piece, Head):
        yield piece.title
    elif isinstance(piece, Text):
        yield piece.text
    elif isinstance(piece, Boxed):
        yield from piece.texts


def shown_headings(document: ParsedDocument) -> list[str]:
    """Return the headings as `known_headings` does."""
    return [
        f"{'#' * s.depth} {s.label.text}|{s.title.text}{'?' if s.toc_only else ''}"
        for s in document.sections
    ]


def shown_texts(document: ParsedDocument) -> list[str]:
    """Return the blocks as `known_texts` does."""
    return [b.marker.text + b.text.text for s in document.sections for b in s.blocks]


def shown_marks(document: ParsedDocument) -> list[tuple[str, str]]:
    """Return the marks as `known_marks` does."""
    return [
        (mark.number.split("-")[-1], text[: mark.offset][-4:])
        for s in document.sections
        for text, marks in [
            (s.title.text, s.title_marks),
            *((b.text.text, b.marks) for b in s.blocks),
        ]
        for mark in marks
    ]


def doubts_of(text: PagedText, document: ParsedDocument) -> list[Doubt]:
    """Return what is in doubt, figures and facts left out."""
    doubts = understanding(text, document, Layout.FULL_TEXT)
    return [doubt for doubt in doubts if doubt.severity is not Severity.NOTE]


def wrong(known: KnownEdition, look: Look, text: PagedText, setter: Setter) -> list[str]:
    """Return what a parser reads otherwise than it is known, line by line; empty if nothing."""
    document = parse(text, {})
    lines: list[str] = []
    if unaccounted(text.texts, document) or not true_to_source(text.texts, document):
        lines.append("conservation")
    pairs = (
        ("heading", known_headings(known.pieces), shown_headings(document)),
        ("text", known_texts(known.pieces), shown_texts(document)),
        ("mark", known_marks(known.pieces), shown_marks(document)),
        ("note", _known_notes(known), _shown_notes(document)),
        (
            "page number",
            [look.page_number(s.number).replace(" ", "") for s in setter.sheets if s.number],
            [f.text.text.replace(" ", "") for f in document.furniture if f.kind == "page_number"],
        ),
        (
            "contents",
            [p.label + _clean(p.title) for p in known.pieces if isinstance(p, Head) and p.listed]
            if look.contents
            else [],
            [e.label + e.title for e in document.contents if e.section is not None],
        ),
    )
    for kind, expected, shown in pairs:
        lines += _different(kind, list(expected), list(shown))
    lines += [
        f"doubt {d.kind} {d.severity} p{d.page} l{d.line} {d.expected} | {d.found}"
        for d in doubts_of(text, document)
    ]
    return lines


def _different(kind: str, expected: list[object], shown: list[object]) -> Iterator[str]:
    import difflib

    matcher = difflib.SequenceMatcher(None, list(map(str, expected)), list(map(str, shown)), False)
    for tag, a1, a2, b1, b2 in matcher.get_opcodes():
        if tag != "equal":
            yield from (f"{kind} - {e}" for e in expected[a1:a2])
            yield from (f"{kind} + {e}" for e in shown[b1:b2])


def _known_notes(known: KnownEdition) -> list[tuple[str, str]]:
    return [(name.split(":")[-1], text.replace("\n", "")) for name, text in known.notes.items()]


def _shown_notes(document: ParsedDocument) -> list[tuple[str, str]]:
    return [(n.name.split("-")[-1], n.text.text.replace("\n", "")) for n in document.footnotes]
