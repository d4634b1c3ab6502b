"""Parsed documents as plain text, for exact assertions."""

from plan_tui.model.parsed import ParsedBlock, ParsedDocument


def headings(document: ParsedDocument) -> list[str]:
    """Return each heading as ``## kind label|title``, contents-only ones with a ``?``."""
    return [
        f"{'#' * s.depth} {s.kind} {s.label.text}|{s.title.text}{'?' if s.toc_only else ''}"
        for s in document.sections
    ]


def block_line(block: ParsedBlock) -> str:
    """Return a block as ``kind marker: text``, nested ones indented."""
    return f"{'  ' * block.level}{block.kind} {block.marker.text}: {block.text.text}"


def blocks(document: ParsedDocument, title: str) -> list[str]:
    """Return the blocks of the first section with a title."""
    section = next(s for s in document.sections if s.title.text == title)
    return [block_line(block) for block in section.blocks]


def furniture(document: ParsedDocument, kind: str) -> list[str]:
    """Return the furniture of one kind."""
    return [piece.text.text for piece in document.furniture if piece.kind == kind]
