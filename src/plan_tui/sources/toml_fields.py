"""One table of a TOML file: its fields, taken one by one, each of a type, and what is wrong."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date, datetime, time
from typing import TypeVar

from plan_tui.sources.toml_lines import Place
from plan_tui.sources.toml_tables import TomlFile
from plan_tui.text.controls import visible
from plan_tui.text.language import Phrase
from plan_tui.text.vocabulary import StrEnum

_FAULT = Phrase("{table}の{field}：{fault}", "{table}, {field}: {fault}")
LACKING = Phrase("項目がありません", "it is lacking")
_NO_TABLE = Phrase("項目の表ではありません", "it is no table of fields")
_NOT_TEXT = Phrase(
    "{value}は文字列ではありません。引用符で囲んでください",
    "{value} is not text; write it in quotes",
)
_EMPTY = Phrase(
    "値が空です。値を書くか、この行を消してください",
    "it is empty; write a value, or leave the line out",
)
_CONTROL = Phrase(
    "改行などの制御文字があります。1行で書いてください", "control characters; write one line"
)
_TOO_LONG = Phrase(
    "{count}字あります。{most}字までで書いてください",
    "it has {count} {count:character|characters}; write {most} at most",
)
_UNKNOWN = Phrase(
    "この項目はありません。使えるもの：{known}", "there is no such field; there are {known}"
)
_NO_CHOICE = Phrase(
    "{value}は使えません。使えるもの：{known}", "{value} cannot be; choose: {known}"
)
_NO_NAME = Phrase(
    "{value}は使えません。英数字と . _ - で60字までです",
    "{value} cannot be; use letters, digits and . _ -, 60 at most",
)
_NAME = re.compile(r"[0-9A-Za-z][0-9A-Za-z._-]{0,59}")
_NO_DAY = Phrase(
    "{value}は日付ではありません。2026-06-13の形で書いてください",
    "{value} is not a day; write it as 2026-06-13",
)
_OUT_OF_TIME = Phrase(
    "{value}は{first}年から{last}年までの日付ではありません",
    "{value} is not of the years {first} to {last}",
)
_NO_TEXTS = Phrase(
    '文字列の並びではありません。["…", "…"]の形で書いてください',
    'it is not a list of texts; write ["…", "…"]',
)
_REPEATED = Phrase("{value}が2回あります", "{value} stands there twice")
_NO_TRUTH = Phrase("{field}にはtrueかfalseを書いてください", "{field} is true or false")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
FIRST_YEAR, LAST_YEAR = 1868, 2199
"""The years that a plan can be of: since there are ministries, as long as calendars are sure."""
LONGEST_TEXT = 2000
"""Characters of a field; the longest that anybody wrote has a quarter of that."""
Word = TypeVar("Word", bound=StrEnum)


class TomlTable:
    """The fields of one table.

    What is wrong is noted in the file; the field then has a value of its type that is not to be
    used.

    Args:
        file: where the table stands.
        place: the way to it.
        name: how messages call it.
        known: its fields; None where every name is one.

    """

    def __init__(
        self, file: TomlFile, place: Place, name: Phrase, known: Iterable[str] | None
    ) -> None:
        self._file = file
        self._place = place
        self._name = name
        self._values = fields_of(file, place)
        if not isinstance(file.value(place), dict):
            file.fault(place, Phrase(f"{name.ja}：{_NO_TABLE.ja}", f"{name.en}: {_NO_TABLE.en}"))
        if known is not None:
            self._refuse_unknown(tuple(known))

    def _refuse_unknown(self, names: tuple[str, ...]) -> None:
        for field in self._values:
            if field not in names:
                self.fault(field, _UNKNOWN.of(known=", ".join(names)))

    def __iter__(self) -> Iterator[str]:
        """Yield the names of the fields that are written."""
        return iter(self._values)

    def at(self, field: str, *item: str | int) -> str:
        """Return the file and line of a field or something in it; where it lacks, of the table."""
        return self._file.at((*self._place, field, *item))

    def fault(self, field: str, fault: Phrase, *item: str | int) -> None:
        """Note what is wrong with a field, or with something in it."""
        told = _FAULT.of(table=self._name, field=field, fault=fault)
        self._file.fault((*self._place, field, *item), told)

    def told(self, field: str) -> bool:
        """Tell whether a field is written."""
        return field in self._values

    def text(self, field: str, default: str | None = None, *, may_be_empty: bool = False) -> str:
        """Return a field's text of one line; ``default`` where it is not written, if there is one.

        ``may_be_empty`` allows a text that is written as empty.
        """
        if field not in self._values:
            if default is None:
                self.fault(field, LACKING)
            return default or ""
        value = self._values[field]
        if may_be_empty and value == "":
            return ""
        return self._checked(field, value)

    def name(self, field: str, default: str | None = None) -> str:
        """Return the same of a field that stands in keys or on command lines."""
        value = self.text(field, default)
        if value.strip() and not _NAME.fullmatch(value):
            self.fault(field, _NO_NAME.of(value=repr(value)))
        return value

    def _checked(self, field: str, value: object, *item: int) -> str:
        """Return a text of one line that is not blank; empty where the value is no text."""
        if not isinstance(value, str):
            self.fault(field, _NOT_TEXT.of(value=_as_written(value)), *item)
            return ""
        if fault := text_fault(value):
            self.fault(field, fault, *item)
        return value

    def flag(self, field: str) -> bool:
        """Return a field's truth; False where it is not written."""
        value = self._values.get(field, False)
        if not isinstance(value, bool):
            self.fault(field, _NO_TRUTH.of(field=field))
        return value is True

    def word(self, field: str, words: type[Word], default: Word) -> Word:
        """Return a field's word out of a closed set, ``default`` where it is not written."""
        value = self._values.get(field, str(default))
        if isinstance(value, str) and value in tuple(words):
            return words(value)
        self.fault(field, _NO_CHOICE.of(value=_as_written(value), known=", ".join(words)))
        return default

    def one_of(self, field: str, known: Iterable[str]) -> str:
        """Return a field's text, which must be one of those known, where there are any."""
        value, names = self.text(field), tuple(filter(None, known))
        if value and names and value not in names:
            self.fault(field, _NO_CHOICE.of(value=repr(value), known=", ".join(names)))
        return value

    def day(self, field: str, default: str | None = None) -> str:
        """Return a field's ISO day, written as a text or as a date of TOML; empty if it is none."""
        value = self._values.get(field)
        if isinstance(value, date) and not isinstance(value, datetime):
            return self._in_time(field, value.isoformat())
        if not isinstance(value, str | None):
            self.fault(field, _NO_DAY.of(value=_as_written(value)))
            return ""
        text = self.text(field, default)
        if not text or is_day(text):
            return self._in_time(field, text)
        self.fault(field, _NO_DAY.of(value=repr(text)))
        return ""

    def _in_time(self, field: str, day: str) -> str:
        if day and not FIRST_YEAR <= int(day[:4]) <= LAST_YEAR:
            self.fault(field, _OUT_OF_TIME.of(value=repr(day), first=FIRST_YEAR, last=LAST_YEAR))
            return ""
        return day

    def texts(
        self,
        field: str,
        default: tuple[str, ...] | None = None,
        *,
        each_once: bool = False,
        known: Collection[str] = (),
    ) -> tuple[str, ...]:
        """Return a field's list of texts, at least one; ``default`` where it is not written.

        With ``each_once`` none of them may stand there twice; ``known`` are all that may.
        """
        if field not in self._values and default is not None:
            return default
        value = self._values.get(field)
        if not (isinstance(value, list) and value and all(isinstance(each, str) for each in value)):
            self.fault(field, _NO_TEXTS if field in self._values else LACKING)
            return ()
        for number, each in enumerate(value):
            self._checked(field, each, number)
            if each_once and each in value[:number]:
                self.fault(field, _REPEATED.of(value=repr(each)), number)
            if known and each not in known:
                choice = _NO_CHOICE.of(value=repr(each), known=", ".join(known))
                self.fault(field, choice, number)
        return tuple(value)


def text_fault(text: str, *, any_character: bool = False) -> Phrase | None:
    """Return what is wrong with a text of one line that is not blank; None if nothing is.

    With ``any_character`` it may hold control characters other than line feeds.
    """
    if not text.strip():
        return _EMPTY
    if "\n" in text or (not any_character and ("\t" in text or visible(text) != text)):
        return _CONTROL
    if len(text) > LONGEST_TEXT:
        return _TOO_LONG.of(count=len(text), most=LONGEST_TEXT)
    return None


def fields_of(file: TomlFile, place: Place) -> Mapping[str, object]:
    """Return what a table holds; nothing where there is no table."""
    values = file.value(place)
    return values if isinstance(values, dict) else {}


def is_ordinal(text: str) -> bool:
    """Tell whether a text is a number from 1, as it stands behind the ``#`` of a place."""
    return text.isascii() and text.isdecimal() and len(text) < 10 and int(text) > 0


def is_day(text: str) -> bool:
    """Tell whether a text is an ISO day that the calendar has."""
    try:
        return bool(_DAY.fullmatch(text) and date.fromisoformat(text))
    except ValueError:
        return False


def _as_written(value: object) -> str:
    """Return a value about as it stands in a file."""
    if isinstance(value, bool):
        return str(value).lower()
    return value.isoformat() if isinstance(value, date | time) else repr(value)
