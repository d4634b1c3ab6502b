"""Rows of what a build finds in the text: dates, numbers, what belongs together, sounds."""

from __future__ import annotations

from plan_tui.model.comparison_enums import (
    ChangeKind,
    Extent,
    Origin,
    Relation,
    VerdictKind,
)
from plan_tui.model.enums import (
    Comparator,
    TextPlace,
)
from plan_tui.store.row import Row
from plan_tui.text.calendar import DateBasis
from plan_tui.text.record import record


@record(kw_only=True)
class DateRow(Row):
    """Every printed date that the grammar reads, with the days it means.

    Also words that name a time of which nobody can tell the days.
    """

    id: int
    """Row id."""
    section_id: int | None
    """The section it stands in."""
    block_id: int | None = None
    """The block it stands in; NULL if none."""
    kpi_id: int | None = None
    """The KPI it stands in; NULL if none."""
    footnote_id: int | None = None
    """The footnote it stands in; without block, KPI and footnote it stands in the section's
    title."""
    text: str
    """As printed, found in the text at ``offset``."""
    offset: int
    """Characters before it in that text."""
    start: str | None
    """First day, ISO; NULL for an open beginning or an unknown one."""
    end: str | None
    """Last day, ISO; NULL for an open end or an unknown one."""
    basis: DateBasis
    """``fiscal_year``, ``year``, ``month``, ``day``, ``season``, ``quarter``, ``half``,
    ``part``, ``range`` or ``unresolved``."""
    modality: str | None = None
    """Words beside it, or behind the verb it belongs to, that say how it binds, in printed
    order, one spelling each, blanks between (``まで 目途``): 遅くとも, 早くとも, まで, 頃, 目途,
    中, から, 以降, 以前, 前後, 時点, 現在, 目標, 期限, 予定, 目指す, 見込み, 見通し, 想定, 計画;
    NULL if none."""
    is_target: bool
    """1 if it says by when something is to be done."""
    disagreement: str | None = None
    """What contradicts, where one date printed in two calendars is two dates."""
    end_known: bool = True
    """0 if a time is named whose days cannot be told; then ``start`` and ``end`` are NULL and
    ``basis`` is ``unresolved``."""
    inferred: bool = False
    """1 if year or month are not printed with it but taken from the context: from a date before
    it (同年, 翌月, 10月) or from the document's day (今年度)."""


@record(kw_only=True)
class QuantityRow(Row):
    """Every printed number with its unit, in blocks and KPIs."""

    id: int
    """Row id."""
    section_id: int
    """The section it stands in."""
    block_id: int | None = None
    """The block it stands in; NULL if in a KPI."""
    kpi_id: int | None = None
    """The KPI it stands in; NULL if in a block."""
    text: str
    """As printed."""
    offset: int
    """Characters before it in that text."""
    value: float | None
    """Normalised number; NULL if none."""
    unit: str | None
    """As printed, in half width."""
    comparator: Comparator | None = None
    """``>=``, ``>``, ``<=``, ``<`` or ``~``; NULL if the number stands alone."""
    is_target: bool
    """1 if the KPI that it stands in is to reach it; 0 for one that defines, divides or measures
    something or tells where things stood, and for all in blocks: see ``statements``."""


@record(kw_only=True)
class TopicRow(Row):
    """The crosswalk, made by reading: what each edition says about one matter."""

    id: str
    """Short ASCII name."""
    title: str
    """In Japanese."""
    title_en: str | None = None
    """In English."""
    note: str | None = None
    """Why these belong together."""
    note_en: str | None = None
    """The same in unofficial English; NULL if nobody translated it."""


@record(kw_only=True)
class TopicSectionRow(Row):
    """The sections of each topic."""

    topic_id: str
    """The topic."""
    section_id: int
    """A section that speaks of it, once for each topic."""
    extent: Extent
    """How much of it: ``whole`` (the section as such), ``part`` (passages of it), ``mention``
    (named in passing, which is no counterpart)."""


@record(kw_only=True)
class TopicBlockRow(Row):
    """The blocks meant, where a topic names single blocks of a section.

    A section of the topic without a row here is meant whole, or by its title or indicators.
    """

    topic_id: str
    """The topic."""
    section_id: int
    """The section, which also stands in ``topic_sections``."""
    block_id: int
    """One of its blocks."""
    extent: Extent
    """``part`` or ``mention``."""


@record(kw_only=True)
class LinkRow(Row):
    """Places of two editions that belong together, one row for each pair of places.

    A section of which several blocks are meant has several rows.
    """

    id: int
    """Row id."""
    from_section_id: int
    """In the earlier edition."""
    to_section_id: int
    """In the later edition."""
    from_block_id: int | None = None
    """The block meant; NULL for the whole section, and for a part that is no block."""
    to_block_id: int | None = None
    """The same at the other end."""
    from_extent: Extent
    """``whole``, ``part`` or ``mention``: how much of the section is meant."""
    to_extent: Extent
    """The same at the other end."""
    relation: Relation | None
    """``continued``, ``renamed``, ``merged`` or ``split``; NULL unless both ends are whole."""
    score: float
    """0 to 1."""
    shared: float = 0.0
    """0 to 1: share of the characters in common of all that is compared of the two sections; 0
    for a mention."""
    origin: Origin
    """``curated`` (by a reader of the project), ``auto`` (by rule) or ``own`` (by you, in a
    review)."""
    accepted: bool
    """1 if the program asserts the link, 0 if it only suggests it."""
    reason: str
    """Why, in words."""
    reason_en: str | None = None
    """The same in unofficial English; NULL if nobody translated it."""


@record(kw_only=True)
class VerdictRow(Row):
    """That a section has no counterpart in an edition's text as held, said on purpose."""

    section_id: int
    """The section."""
    edition_id: str
    """The edition whose text has none."""
    verdict: VerdictKind
    """``new`` or ``dropped``."""
    origin: Origin
    """``curated`` or ``auto``."""
    accepted: bool = True
    """1 if the program asserts it, 0 if it only suggests it."""
    reason: str
    """Why, in words."""
    reason_en: str | None = None
    """The same in unofficial English; NULL if nobody translated it."""


@record(kw_only=True)
class SectionChangeRow(Row):
    """What every other edition has of a section, as all commands and screens say it.

    One row for each section whose text is held and each other edition. It follows from ``links``
    and ``verdicts``.
    """

    section_id: int
    """The section."""
    edition_id: str
    """The other edition."""
    change: ChangeKind
    """``continued``, ``renamed``, ``merged``, ``split`` (whole sections); ``part`` (passages
    stand for each other); ``mention`` (only named in passing there); ``below`` (nothing of
    itself, but sections below it go on); ``new``, ``dropped`` (not in the text held);
    ``unknown`` (nobody judged it)."""
    accepted: bool
    """1 if it is asserted, 0 if only suggested."""
    score: float
    """0 to 1, of the best link; 0 without one."""
    below: int
    """Sections directly below it that go on there, themselves or below them."""
    below_all: int
    """Sections directly below it."""
    reason: str
    """Why, in words; empty where nothing is said."""
    reason_en: str | None = None
    """The same in unofficial English; NULL where there is none."""


@record(kw_only=True)
class SearchTextRow(Row):
    """How each searchable text sounds, so that kana and romaji find it.

    Made when the database is built.
    """

    place: TextPlace
    """``title``, ``text``, ``footnote`` or ``kpi``."""
    row_id: int
    """Id of the section, block, footnote or KPI."""
    sound: str
    """The words' sounds, each after a blank; ``.`` for the end of a sentence and for a word
    whose reading is not known."""
    cuts: str
    """Printed characters of each word, one base-36 digit a word."""


@record(kw_only=True)
class WordReadingRow(Row):
    """How the words of the texts are read: with it, a further document needs no dictionary."""

    word: str
    """The word in the normal form (NFKC); ``#`` before it: as it is read right after a number;
    ``|``: as it is read with no kanji beside it."""
    reading: str
    """In hiragana."""
    by_hand: bool
    """1 if it corrects the dictionary."""


@record(kw_only=True)
class AliasRow(Row):
    """Words that stand for each other in a search."""

    id: int
    """Row id."""
    group_id: int
    """Words of one group stand for each other; below zero, they are everyday words for the first
    of the group, and lead there only."""
    form: str
    """The word."""
    sound: str
    """How it sounds."""
    printed: str = ""
    """The word with width, case, variant kanji and spellings made one."""
    folded: str = ""
    """The same without marks, katakana as hiragana."""
    short_sound: str = ""
    """How it sounds, vowels short."""
