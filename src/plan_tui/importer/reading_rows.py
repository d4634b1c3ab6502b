"""Readings for search: how each title, text, KPI and footnote sounds, and the groups of aliases.

Corrections by hand stand in ``data/readings.toml``, words that stand for each other in
``data/aliases.toml``, everyday words for what the plan names otherwise in
``data/everyday_words.toml``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from plan_tui.importer.readings import ReadingMaker, Word
from plan_tui.model.enums import TextPlace
from plan_tui.sources.toml_tables import read_table
from plan_tui.store.database_rows import DatabaseRows
from plan_tui.store.derived_rows import AliasRow, SearchTextRow
from plan_tui.text.kana import sound

_SENTENCE_END = "。．!?！？\n\t"
_BASE_36 = "0123456789abcdefghijklmnopqrstuvwxyz"
_LONGEST_CUT = len(_BASE_36) - 1
"""Characters of a word that one digit can tell; a longer one is cut into several."""


def add_readings(rows: DatabaseRows, data: Path) -> None:
    """Fill ``sections.reading`` and the tables ``search_texts`` and ``aliases``.

    Args:
        rows: all other tables' rows, as assembled; changed in place.
        data: the folder with ``readings.toml``, ``aliases.toml`` and ``everyday_words.toml``.

    Raises:
        DataError: one of these is not TOML, or SudachiPy is not installed.

    """
    corrections = read_table(data / "readings.toml")
    reader = ReadingMaker(corrections.get("words", {}))
    titles = corrections.get("titles", {})
    for number, section in enumerate(rows.sections):
        words = reader.words(section.title)
        if section.title in titles:
            words = [Word(0, len(section.title), titles[section.title])]
        reading = "".join(word.reading for word in words)
        rows.sections[number] = replace(section, reading=reading)
        rows.search_texts.append(_search_text(TextPlace.TITLE, section.id, section.title, words))
    rows.search_texts += (
        _search_text(place, row_id, text, reader.words(text))
        for place, row_id, text in _texts(rows)
    )
    groups = read_table(data / "aliases.toml").get("groups", ())
    everyday = read_table(data / "everyday_words.toml").get("words", {})
    rows.aliases += _aliases(groups, everyday, reader)


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
    """Return the sounds and cuts of a text's words, as `plan_tui.store.search_queries` reads them.

    Signs inside a sentence belong to the word before them; the end of a sentence is a word of
    its own (sound ``.``), so that nothing is found across it.
    """
    sounds: list[str] = []
    cuts: list[int] = []
    opening = 0  # signs at the very beginning belong to the first word
    for word in words:
        spoken = sound(word.reading)
        stops = any(character in _SENTENCE_END for character in text[word.start : word.end])
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
