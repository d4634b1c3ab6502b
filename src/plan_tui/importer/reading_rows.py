"""Readings for search: how each title, text, KPI and footnote sounds, and the groups of aliases.

Corrections by hand stand in ``data/readings.toml``, words that stand for each other in
``data/aliases.toml``, everyday words for what the plan names otherwise in
``data/everyday_words.toml``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from plan_tui.errors import DataError
from plan_tui.importer.known_words import KnownWords, normal
from plan_tui.importer.learned_words import learn_words
from plan_tui.importer.readings import Reader, ReadingMaker, Word
from plan_tui.importer.tables_of_words import (
    corrected_readings,
    everyday_words,
    groups_of_aliases,
)
from plan_tui.model.enums import TextPlace
from plan_tui.store.database_rows import DatabaseRows
from plan_tui.store.derived_rows import AliasRow, SearchTextRow, WordReadingRow
from plan_tui.text.kana import hiragana, sound
from plan_tui.text.record import replaced

_SENTENCE_END = "。．!?！？\n\t"
_BASE_36 = "0123456789abcdefghijklmnopqrstuvwxyz"
_LONGEST_CUT = len(_BASE_36) - 1
"""Characters of a word that one digit can tell; a longer one is cut into several."""


def add_readings(rows: DatabaseRows, data: Path) -> None:
    """Fill ``sections.reading`` and the tables ``search_texts``, ``aliases`` and ``word_readings``.

    Args:
        rows: all other tables' rows, as assembled; changed in place.
        data: the folder with ``readings.toml``, ``aliases.toml`` and ``everyday_words.toml``.

    Raises:
        DataError: one of these is at fault, or SudachiPy is not installed.

    """
    known = {section.title for section in rows.sections}
    titles, by_hand = corrected_readings(data / "readings.toml", known)
    groups = groups_of_aliases(data / "aliases.toml")
    everyday = everyday_words(data / "everyday_words.toml")
    reader = ReadingMaker(by_hand)
    read = _read_texts(rows, reader, titles)
    rows.word_readings += _word_readings(learn_words(read), {**titles, **by_hand})
    rows.aliases += _aliases(groups, everyday, reader)


def add_missing_readings(rows: DatabaseRows) -> None:
    """Read the titles and texts that have no row in ``search_texts`` yet.

    SudachiPy reads them if it is installed. Without it they are read by the words of
    ``word_readings`` and by what the text prints beside its words; a title with a word that is
    not known then has no ``reading``.

    Args:
        rows: those of a built database, with those of further documents; changed in place.

    """
    by_hand = {row.word: row.reading for row in rows.word_readings if row.by_hand}
    reader: Reader
    try:
        reader = ReadingMaker(by_hand)
    except DataError:
        known = {row.word: row.reading for row in rows.word_readings}
        reader = KnownWords(known, _printed_readings(rows))
    _read_texts(rows, reader, by_hand)


def _read_texts(
    rows: DatabaseRows, reader: Reader, titles: Mapping[str, str]
) -> list[tuple[str, list[Word]]]:
    """Add the readings that are not there yet; return the texts that were read."""
    there = {(row.place, row.row_id) for row in rows.search_texts}
    read = []
    for number, section in enumerate(rows.sections):
        if (TextPlace.TITLE, section.id) in there:
            continue
        words = reader.words(section.title)
        if section.title in titles:
            words = [Word(0, len(section.title), titles[section.title])]
        unknown = any(word.unknown for word in words)
        reading = "" if unknown else "".join(word.reading for word in words)
        rows.sections[number] = replaced(section, reading=reading)
        rows.search_texts.append(_search_text(TextPlace.TITLE, section.id, section.title, words))
        read.append((section.title, words))
    for place, row_id, text in _texts(rows):
        if (place, row_id) not in there:
            words = reader.words(text)
            rows.search_texts.append(_search_text(place, row_id, text, words))
            read.append((text, words))
    return read


def _word_readings(
    learned: Mapping[str, str], by_hand: Mapping[str, str]
) -> Iterator[WordReadingRow]:
    corrections = {normal(word): reading for word, reading in by_hand.items()}
    for word, reading in sorted({**learned, **corrections}.items()):
        yield WordReadingRow(word=word, reading=reading, by_hand=word in corrections)


def _printed_readings(rows: DatabaseRows) -> dict[str, str]:
    """Return the readings that are printed beside words, of words that are always read alike."""
    printed: dict[str, set[str]] = {}
    for ruby in rows.ruby:
        if ruby.word:
            printed.setdefault(normal(ruby.word), set()).add(hiragana(ruby.reading))
    return {word: readings.pop() for word, readings in printed.items() if len(readings) == 1}


def _texts(rows: DatabaseRows) -> Iterator[tuple[TextPlace, int, str]]:
    """Yield (place, row id, text) of everything that the search looks at, save the titles."""
    for block in rows.blocks:
        yield TextPlace.TEXT, block.id, block.text
    for kpi in rows.kpis:
        yield TextPlace.KPI, kpi.id, kpi.text
    for note in rows.footnotes:
        yield TextPlace.FOOTNOTE, note.id, note.text


def _search_text(place: TextPlace, row_id: int, text: str, words: Iterable[Word]) -> SearchTextRow:
    sounds, cuts = encode(text, words)
    return SearchTextRow(place=place, row_id=row_id, sound=sounds, cuts=cuts)


def _aliases(
    groups: Iterable[Iterable[str]], everyday: Mapping[str, Iterable[str]], reader: ReadingMaker
) -> Iterator[AliasRow]:
    """Yield the rows of aliases, then those of everyday words, whose groups are below zero."""
    forms = [(number, form) for number, group in enumerate(groups, 1) for form in group]
    for number, (word, others) in enumerate(everyday.items(), 1):
        forms += [(-number, form) for form in (word, *others)]
    for alias_id, (group_id, form) in enumerate(forms, 1):
        yield AliasRow(id=alias_id, group_id=group_id, form=form, sound=sound(reader.reading(form)))


def encode(text: str, words: Iterable[Word]) -> tuple[str, str]:
    """Return the sounds and cuts of a text's words, as `plan_tui.search.strings` reads them.

    Signs inside a sentence belong to the word before them; the end of a sentence is a word of
    its own (sound ``.``), so that nothing is found across it, and so is a word that is not read.
    """
    sounds: list[str] = []
    cuts: list[int] = []
    opening = 0  # signs at the very beginning belong to the first word
    for word in words:
        spoken = sound(word.reading)
        printed = text[word.start : word.end]
        stops = word.unknown or any(character in _SENTENCE_END for character in printed)
        length = word.end - word.start + opening
        if not spoken and not stops and (not cuts or cuts[-1] + length <= _LONGEST_CUT):
            if cuts:
                cuts[-1] += length
            else:
                opening = length
            continue
        opening = 0
        while length > _LONGEST_CUT:
            sounds.append("")
            cuts.append(_LONGEST_CUT)
            length -= _LONGEST_CUT
        sounds.append(spoken or ("." if stops else ""))
        cuts.append(length)
    return "".join(f" {spoken}" for spoken in sounds), "".join(_BASE_36[cut] for cut in cuts)
