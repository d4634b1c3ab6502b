"""Editions and their documents: what is told of them, and what follows where nothing is told."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date
from itertools import chain, count

from plan_tui.errors import UsageError
from plan_tui.model.enums import DocumentKind
from plan_tui.text.language import Phrase, joined
from plan_tui.text.record import record

_NO_ID = Phrase(
    "{id!r}は版の名前に使えません。英数字とハイフンで20字までにしてください（例：2026、2026-06）",
    "{id!r} cannot name an edition; use up to 20 letters, digits and hyphens (2026, 2026-06)",
)
_MAIN_TEXT = Phrase("本文を収録。", "Its main text.")
_NOT_FULL = Phrase("{kinds}を収録。全文は未収録。", "Held: {kinds}; the full text is not held.")
_NONE = Phrase("未収録。", "Not held.")
_AND = Phrase("と", " and ")
_HELD = {
    DocumentKind.OVERVIEW: Phrase("概要", "an overview"),
    DocumentKind.SUMMARY: Phrase("１枚図", "a one-page diagram"),
    DocumentKind.DECK: Phrase("説明資料", "a slide deck"),
}
_ID = re.compile(r"(?=.{1,20}\Z)[0-9A-Za-z]+(-[0-9A-Za-z]+)*")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_NAMES = {
    DocumentKind.FULL_TEXT: ("plan", "f", "全文"),
    DocumentKind.OVERVIEW: ("overview", "o", "概要"),
    DocumentKind.SUMMARY: ("summary", "s", "１枚図"),
    DocumentKind.DECK: ("deck", "d", "説明資料"),
}
"""Kind → how ids begin, the letter behind the edition in keys, the name inside citations."""


@record
class EditionEntry:
    """An edition as the manifest, or who adds it, describes it."""

    id: str
    label: str
    label_en: str
    cite: str
    """How a citation begins, e.g. ``2025年``."""
    decided_on: str
    note: str = ""
    """What of the edition's text is held, in Japanese."""
    note_en: str = ""


@record
class DocumentNames:
    """How a document is called in ids, keys and citations."""

    id: str
    key: str
    """How the keys of its sections begin."""
    short: str
    """Its name inside citations; empty for the first document of an edition."""


def edition_id(decided_on: str, taken: Collection[str] = ()) -> str:
    """Return an edition's id by its ISO day: the year, year and month, or the day, if not taken."""
    lengths = (len("2026"), len("2026-06"), len("2026-06-13"))
    ids = [decided_on[:length] for length in lengths]
    return next((each for each in ids if each not in taken), ids[-1])


def checked_edition_id(text: str) -> str:
    """Return a typed edition's id.

    Raises:
        UsageError: it could not stand in keys, filters and file names.

    """
    if not _ID.fullmatch(text):
        raise UsageError(_NO_ID.of(id=text))
    return text


def edition_entry(edition: str, decided_on: str) -> EditionEntry:
    """Return an edition of which the id and the ISO day alone are known."""
    day = date.fromisoformat(decided_on)
    by_month = f"{day.year}年{day.month}月"
    return EditionEntry(
        id=edition,
        label=by_month,
        label_en=f"{_MONTHS[day.month - 1]} {day.year}",
        cite=_cite(edition, day),
        decided_on=decided_on,
    )


def held_note(kinds: Collection[DocumentKind]) -> Phrase:
    """Say what of an edition is held, by the kinds of its documents."""
    if DocumentKind.FULL_TEXT in kinds:
        return _MAIN_TEXT
    names = [_HELD[kind] for kind in DocumentKind if kind in kinds]
    return _NOT_FULL.of(kinds=joined(names, _AND)) if names else _NONE


def _cite(edition: str, day: date) -> str:
    """Return how citations begin: no more of the day than the id tells, else the id itself."""
    names = {
        f"{day:%Y}": f"{day.year}年",
        f"{day:%Y-%m}": f"{day.year}年{day.month}月",
        f"{day:%Y-%m-%d}": f"{day.year}年{day.month}月{day.day}日",
    }
    return names.get(edition, edition)


def document_names(
    edition: str, kind: DocumentKind, ids: Collection[str] = (), keys: Collection[str] = ()
) -> DocumentNames:
    """Return names for a document that none of those in use have.

    The first document of an edition has the edition's id as its key and no name of its own in
    citations; those that join it are told apart by their kind: ``2022s`` (１枚図).

    Args:
        edition: the id of its edition.
        kind: what the document is.
        ids: the ids of all documents.
        keys: how the keys of all documents begin.

    """
    name, letter, short = _NAMES[kind]
    first = f"{name}-{edition}"
    free_id = next(each for each in _numbered(first, "-") if each not in ids)
    if edition not in keys:
        return DocumentNames(free_id, edition, "")
    key = next(each for each in _numbered(f"{edition}{letter}", "") if each not in keys)
    number = key.removeprefix(f"{edition}{letter}")
    return DocumentNames(free_id, key, f"{short}{number}")


def _numbered(name: str, between: str) -> chain[str]:
    """Yield a name, then the same with 2, 3 … behind it."""
    return chain((name,), (f"{name}{between}{number}" for number in count(2)))
