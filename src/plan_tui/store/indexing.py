"""Makes the rows of the search index from the rows of texts, titles and readings.

Whoever writes a database makes them anew: they follow from the other rows alone.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence

from plan_tui.errors import DataError
from plan_tui.model.enums import KeyForm, TextPlace
from plan_tui.store.database_rows import DatabaseRows
from plan_tui.store.derived_rows import AliasRow
from plan_tui.store.index_queries import TOGETHER
from plan_tui.store.lost_rows import lost_rows
from plan_tui.store.search_index_rows import (
    SearchColumnRow,
    SearchPostingRow,
    SearchStringRow,
)
from plan_tui.store.source_rows import SectionRow
from plan_tui.text.fold import fold_printed, fold_sound, fold_spelling
from plan_tui.text.letter_sounds import letter_sound
from plan_tui.text.number_lists import packed, packed_codes
from plan_tui.text.record import record, replaced
from plan_tui.text.romaji import short
from plan_tui.text.search_keys import sound_keys, text_keys, word_keys

INDEXED = (
    *("editions", "documents", "sections", "blocks", "kpis", "footnotes", "footnote_refs"),
    *("measures", "links", "search_texts", "aliases"),
)
"""The tables that the index follows from."""
INDEX = ("aliases", "search_strings", "search_postings", "search_columns")
"""The tables of the index; of `aliases` its folded words."""
LAYERS = ("titles", "texts")
_PARTED = "\0"


@record
class PrintedUnit:
    """A string that is searched, as printed."""

    section: int
    """Number of its section in reading order, from 0."""
    place: TextPlace
    row_id: int
    text: str


def with_search_index(rows: DatabaseRows) -> DatabaseRows:
    """Return the rows of a database with those of its search index, whatever they were before.

    Raises:
        DataError: a row names another that is not there.

    """
    if fault := lost_rows(rows):
        raise DataError(fault)
    sections = _reading_order(rows)
    titles, texts = _titles(sections), _texts(rows, sections)
    sounds = {(row.place, row.row_id): (row.sound, row.cuts) for row in rows.search_texts}
    postings = Postings()
    numbers = {measure.section_id: measure.number for measure in rows.measures}
    for number, section in enumerate(sections):
        postings.add_names(number, section_names(section, numbers.get(section.id, "")))
    strings = [*postings.add_units(titles, sounds, 0), *postings.add_units(texts, sounds, 1)]
    return replaced(
        rows,
        aliases=[_with_forms(row) for row in rows.aliases],
        search_strings=strings,
        search_postings=list(postings.rows()),
        search_columns=[
            *_section_columns(rows, sections),
            *_unit_columns(titles, texts, len(sections)),
        ],
    )


def section_names(section: SectionRow, measure: str) -> tuple[str, ...]:
    """Return what a section is called besides its title: key, citation, heading, label, number."""
    heading = f"{section.label} {section.title}".strip()
    inside = section.key.partition(":")[2]
    return section.key, section.citation, heading, section.label, inside, measure


class Postings:
    """Gathers which titles and texts have a key."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[KeyForm, str], tuple[list[int], list[int]]] = {}

    def add_names(self, section: int, names: Iterable[str]) -> None:
        """Add what a section is called, longer than one character, each once."""
        folded = {name for name in map(fold_spelling, names) if len(name) > 1}
        self._add(KeyForm.NAME, folded, section, 0)

    def add_units(
        self,
        units: Sequence[PrintedUnit],
        sounds: Mapping[tuple[TextPlace, int], tuple[str, str]],
        layer: int,
    ) -> Iterator[SearchStringRow]:
        """Add the keys of titles (layer 0) or texts (1), in order; yield their strings."""
        for first in range(0, len(units), TOGETHER):
            group = units[first : first + TOGETHER]
            printed = [unit.text.replace(_PARTED, " ") for unit in group]
            spelled = fold_printed(_PARTED.join(printed))
            folded = fold_sound(spelled)
            heard = [sounds.get((unit.place, unit.row_id), ("", "")) for unit in group]
            spelled_out = list[str]()
            forms = zip(printed, spelled.split(_PARTED), folded.split(_PARTED), strict=True)
            for number, (texts, (sound, cuts)) in enumerate(zip(forms, heard, strict=True), first):
                self._add(KeyForm.TEXT, text_keys(*texts), number, layer)
                self._add(KeyForm.LETTER, set(texts[2]), number, layer)
                letters = "" if layer else letter_sound(texts[0], sound, cuts)
                self._add(KeyForm.SOUND, sound_keys(sound, letters), number, layer)
                self._add(KeyForm.WORD, word_keys(sound, letters), number, layer)
                self._add(KeyForm.LATIN, [""] if letters else [], number, layer)
                spelled_out.append(letters)
            yield SearchStringRow(
                layer=LAYERS[layer],
                first=first,
                printed=_joined(printed),
                spelled=_joined(spelled.split(_PARTED)),
                folded=_joined(folded.split(_PARTED)),
                sound=_joined(sound for sound, _ in heard),
                cuts=_joined(cuts for _, cuts in heard),
                letters=_joined(spelled_out),
            )

    def _add(self, form: KeyForm, keys: Iterable[str], number: int, layer: int) -> None:
        for key in keys:
            self._numbers.setdefault((form, key), ([], []))[layer].append(number)

    def rows(self) -> Iterator[SearchPostingRow]:
        """Yield a row for each key, in order."""
        for (form, key), (titles, texts) in sorted(self._numbers.items()):
            yield SearchPostingRow(form=form, key=key, titles=packed(titles), texts=packed(texts))


def _joined(strings: Iterable[str]) -> bytes:
    """Return strings together, each ended by a NUL, which none of them holds."""
    return "".join(string + _PARTED for string in strings).encode()


def _reading_order(rows: DatabaseRows) -> list[SectionRow]:
    documents = {row.id: row.ordinal for row in rows.documents}
    return sorted(rows.sections, key=lambda row: (documents[row.document_id], row.ordinal))


def _titles(sections: Sequence[SectionRow]) -> list[PrintedUnit]:
    titles = [PrintedUnit(n, TextPlace.TITLE, row.id, row.title) for n, row in enumerate(sections)]
    return titles + [
        PrintedUnit(n, TextPlace.TITLE_EN, row.id, row.title_en)
        for n, row in enumerate(sections)
        if row.title_en
    ]


def _texts(rows: DatabaseRows, sections: Sequence[SectionRow]) -> list[PrintedUnit]:
    """Return the strings below titles, section by section in reading order."""
    number = {section.id: n for n, section in enumerate(sections)}
    notes = {row.id: row.text for row in rows.footnotes}
    cited = {(ref.section_id, ref.footnote_id) for ref in rows.footnote_refs}
    texts = [
        *(
            (number[row.section_id], 1, row.ordinal, TextPlace.TEXT, row.id, row.text)
            for row in rows.blocks
        ),
        *(
            (number[row.section_id], 2, row.id, TextPlace.KPI, row.id, row.text)
            for row in rows.kpis
        ),
        *(
            (number[section], 3, note, TextPlace.FOOTNOTE, note, notes[note])
            for section, note in cited
        ),
    ]
    return [
        PrintedUnit(section, place, row_id, text)
        for section, _, _, place, row_id, text in sorted(texts)
    ]


def _with_forms(alias: AliasRow) -> AliasRow:
    printed = fold_printed(alias.form)
    return replaced(
        alias, printed=printed, folded=fold_sound(printed), short_sound=short(alias.sound)
    )


def _section_columns(
    rows: DatabaseRows, sections: Sequence[SectionRow]
) -> Iterator[SearchColumnRow]:
    editions = [row.id for row in sorted(rows.editions, key=lambda row: row.ordinal)]
    edition_of = {row.id: row.edition_id for row in rows.documents}
    chapter_of = {row.section_id: row.chapter for row in rows.measures}
    ages = [-editions.index(edition_of[section.document_id]) for section in sections]
    by_depth = sorted(range(len(sections)), key=lambda n: (sections[n].depth, ages[n], n))
    order = [0] * len(sections)
    for place, number in enumerate(by_depth):
        order[number] = place
    chapters = ["-", *sorted({row.chapter for row in rows.measures})]
    kinds = sorted({str(section.kind) for section in sections})
    yield _column("section_id", (section.id for section in sections))
    yield _column("order", order)
    yield _column("end", _ends(sections))
    yield _column("newest_id", _newest(rows, sections))
    yield _column("edition", (-age for age in ages), editions)
    yield _column("kind", (kinds.index(section.kind) for section in sections), kinds)
    yield _column(
        "chapter", (chapters.index(chapter_of.get(s.id, "-")) for s in sections), chapters
    )


def _ends(sections: Sequence[SectionRow]) -> list[int]:
    """Return for each section the number after the last one below it, which follow it."""
    number = {section.id: n for n, section in enumerate(sections)}
    ends = [n + 1 for n in range(len(sections))]
    for n in range(len(sections) - 1, -1, -1):
        above = number.get(sections[n].parent_id or 0, n)
        ends[above] = max(ends[above], ends[n])
    return ends


def _newest(rows: DatabaseRows, sections: Sequence[SectionRow]) -> list[int]:
    """Return for each section the id of its whole counterpart in the newest edition, 0 for none.

    Of several, the one that is most alike.
    """
    edition = {row.id: row.edition_id for row in rows.documents}
    last = max(rows.editions, key=lambda row: row.ordinal).id if rows.editions else ""
    newest_sections = {s.id for s in sections if edition[s.document_id] == last}
    newest = dict[int, int]()
    for link in sorted(rows.links, key=lambda link: (link.shared, -link.id)):
        if link.accepted and link.relation is not None and link.to_section_id in newest_sections:
            newest[link.from_section_id] = link.to_section_id
    return [newest.get(section.id, 0) for section in sections]


def _unit_columns(
    titles: Sequence[PrintedUnit], texts: Sequence[PrintedUnit], sections: int
) -> Iterator[SearchColumnRow]:
    """Yield the columns that tell of each title and text its section and place."""
    places = [str(place) for place in TextPlace]
    for name, units, leading in (("title", titles, sections), ("text", texts, 0)):
        of_units = [unit.section for unit in units[leading:]]
        firsts = (leading + bisect_left(of_units, number) for number in range(sections))
        yield _column(f"{name}_first", firsts)
        yield _column(f"{name}_row", (unit.row_id for unit in units))
        yield _column(f"{name}_place", (places.index(unit.place) for unit in units), places)


def _column(name: str, numbers: Iterable[int], words: Sequence[str] = ()) -> SearchColumnRow:
    joined = packed_codes(numbers, len(words)) if words else packed(numbers)
    return SearchColumnRow(name=name, numbers=joined, words=" ".join(words))
