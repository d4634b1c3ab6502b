"""Rows of the index by which the search finds words without reading all texts."""

from __future__ import annotations

from plan_tui.model.enums import KeyForm
from plan_tui.store.row import Row
from plan_tui.text.record import record


@record(kw_only=True)
class SearchStringRow(Row):
    """Every string that is searched, 16 to a row, each ended by a NUL, as UTF-8.

    ``titles``: those of all sections in reading order, then the English ones. ``texts``: blocks,
    KPIs and footnotes, section by section; a footnote once for each section that refers to it.
    """

    layer: str
    """``titles`` or ``texts``."""
    first: int
    """Number of the first string, from 0."""
    printed: bytes
    """As printed."""
    spelled: bytes
    """With width, case, variant kanji and the spellings of a word made one."""
    folded: bytes
    """The same without marks, katakana as hiragana."""
    sound: bytes
    """How they sound: see ``search_texts``; empty where no reading was made."""
    cuts: bytes
    """See ``search_texts``."""
    letters: bytes
    """Of titles, ``sound`` with Latin words as they are spelled; empty where that is no other."""


@record(kw_only=True)
class SearchPostingRow(Row):
    """Which of the strings have a key, so that a search reads those alone."""

    form: KeyForm
    """``text``: one or two neighbouring characters, each folded by itself; ``letter``: a character
    of the folded string; ``sound``: three consonants of the reading; ``word``: its first four
    letters from where a word begins, vowels short; ``name``: a folded key, number, citation, label
    or heading; ``latin``: a title has ``letters``."""
    key: str
    """The key; empty for ``latin``."""
    titles: bytes
    """Numbers of the titles with it from 0, in order, four bytes each, the lowest first; of a
    ``name`` those of the sections."""
    texts: bytes
    """The same of the texts below titles."""


@record(kw_only=True)
class SearchColumnRow(Row):
    """What the search asks of all sections or strings at once: a list of numbers for each."""

    name: str
    """``section_id``; ``order``: the section's place among all by depth, newer edition, reading
    order; ``end``: the number after the last section below it; ``newest_id``: id of its whole
    counterpart in the newest edition, the most alike of several, 0 where none is asserted;
    ``edition``, ``kind``, ``chapter``; ``title_first``, ``text_first``: the number of its English
    title among all titles, and of its first text, or of the next one's; of titles and texts
    ``title_place``, ``title_row`` (row id), ``text_place``, ``text_row``."""
    numbers: bytes
    """One for each, in order, four bytes each, the lowest first, or one byte where there are
    ``words``, at most 256; sections count from 0 in reading order."""
    words: str
    """What the numbers stand for, from 0, parted by blanks; empty where they are numbers."""
