"""The tables of words that are kept by hand: readings, aliases, everyday words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from pathlib import Path

from plan_tui.sources.toml_fields import TomlTable
from plan_tui.sources.toml_tables import TomlFile, read_toml
from plan_tui.text.language import Phrase

_TOP = Phrase("先頭", "the top")
_TABLE = Phrase("[{name}]", "[{name}]")
_NO_READING = Phrase(
    "{value}は読みではありません。ひらがなで書いてください",
    "{value} is no reading; write it in hiragana",
)
_NO_TITLE = Phrase("この見出しはありません", "no section has this title")
_SAME_WORD = Phrase("{other}と同じ語です", "is the same word as {other}")
_NO_GROUPS = Phrase(
    '語の並びの並びではありません。[["…", "…"], …]の形で書いてください',
    'it is not a list of lists of words; write [["…", "…"], …]',
)
_ALONE = Phrase("2語以上並べてください", "write two words or more")
_NO_WORD = Phrase("{value}は語ではありません", "{value} is no word")
_REPEATED = Phrase("{value}が2回あります", "{value} stands there twice")
_KANA = re.compile("[ぁ-ゖー]+")


def corrected_readings(
    path: Path, titles: Collection[str]
) -> tuple[dict[str, str], dict[str, str]]:
    """Return the readings of whole titles and of words, in hiragana; none without a file.

    Args:
        path: the file ``readings.toml``.
        titles: those that there are.

    Raises:
        DataError: an entry is at fault.

    """
    file = read_toml(path)
    TomlTable(file, (), _TOP, ("titles", "words"))
    by_title, by_word = _readings(file, "titles"), _readings(file, "words")
    for title in by_title:
        if title not in titles:
            file.fault(("titles", title), _fault_of(title, _NO_TITLE))
    file.refuse()
    return by_title, by_word


def _readings(file: TomlFile, name: str) -> dict[str, str]:
    if name not in file.values:
        return {}
    table = TomlTable(file, (name,), _TABLE.of(name=name), None)
    readings: dict[str, str] = {}
    words: dict[str, str] = {}
    for word in table:
        readings[word] = table.text(word)
        if readings[word].strip() and not _KANA.fullmatch(readings[word]):
            table.fault(word, _NO_READING.of(value=repr(readings[word])))
        plain = unicodedata.normalize("NFKC", word)
        if plain in words:
            table.fault(word, _SAME_WORD.of(other=repr(words[plain])))
        if not plain.strip():
            table.fault(word, _NO_WORD.of(value=repr(word)))
        words[plain] = word
    return readings


def groups_of_aliases(path: Path) -> tuple[tuple[str, ...], ...]:
    """Return the groups of words that stand for each other; none without a file.

    Raises:
        DataError: the file is at fault.

    """
    file = read_toml(path)
    TomlTable(file, (), _TOP, ("groups",))
    groups = file.values.get("groups", [])
    if not isinstance(groups, list):
        file.fault(("groups",), _fault_of("groups", _NO_GROUPS))
        groups = []
    checked = tuple(_group(file, number, group) for number, group in enumerate(groups))
    file.refuse()
    return checked


def _group(file: TomlFile, number: int, group: object) -> tuple[str, ...]:
    place = ("groups", number)
    name = f"groups {number + 1}"
    if not isinstance(group, list):
        file.fault(place, _fault_of(name, _NO_GROUPS))
        return ()
    if len(group) < 2:
        file.fault(place, _fault_of(name, _ALONE))
    for item, form in enumerate(group):
        if not isinstance(form, str) or not form.strip() or not form.isprintable():
            file.fault((*place, item), _fault_of(name, _NO_WORD.of(value=repr(form))))
        elif form in group[:item]:
            file.fault((*place, item), _fault_of(name, _REPEATED.of(value=repr(form))))
    return tuple(form for form in group if isinstance(form, str))


def everyday_words(path: Path) -> dict[str, tuple[str, ...]]:
    """Return the plan's words with everyday words for them; none without a file.

    Raises:
        DataError: the file is at fault.

    """
    file = read_toml(path)
    TomlTable(file, (), _TOP, ("words",))
    words: dict[str, tuple[str, ...]] = {}
    if "words" in file.values:
        table = TomlTable(file, ("words",), _TABLE.of(name="words"), None)
        words = {word: table.texts(word, each_once=True) for word in table}
        for word in words:
            if not word.strip():
                table.fault(word, _NO_WORD.of(value=repr(word)))
    file.refuse()
    return words


_FAULT = Phrase("{name}：{fault}", "{name}: {fault}")


def _fault_of(name: str, fault: Phrase) -> Phrase:
    return _FAULT.of(name=name, fault=fault)
