"""One table of the manifest: its fields, taken one by one, and what is wrong with them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import TypeVar

from plan_tui.text.language import Phrase

_FAULT = Phrase("{table}の{field}：{fault}", "{table}, {field}: {fault}")
_LACKING = Phrase("項目がありません", "it is missing")
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
_UNKNOWN = Phrase(
    "この項目はありません。使えるもの：{known}", "there is no such field; there are {known}"
)
_NO_CHOICE = Phrase(
    "{value}は使えません。使えるもの：{known}", "{value} cannot be used; choose from {known}"
)
_NO_DAY = Phrase(
    "{value}は日付ではありません。2026-06-13の形で書いてください",
    "{value} is not a date; write it as 2026-06-13",
)
_NO_TEXTS = Phrase(
    '文字列の並びではありません。["…", "…"]の形で書いてください',
    'it is not a list of texts; write ["…", "…"]',
)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
Word = TypeVar("Word", bound=StrEnum)


class ManifestTable:
    """The fields of one entry, or of the top of the manifest.

    What is wrong is added to a list that all tables share; the field then has a value of its
    type that is not to be used.
    """

    def __init__(
        self, name: Phrase, values: Mapping[str, object], faults: list[Phrase], known: Iterable[str]
    ) -> None:
        self._name = name
        self._values = values
        self._faults = faults
        names = tuple(known)
        for field in values:
            if field not in names:
                self.fault(field, _UNKNOWN.of(known=", ".join(names)))

    def fault(self, field: str, fault: Phrase) -> None:
        """Note what is wrong with a field."""
        self._faults.append(_FAULT.of(table=self._name, field=field, fault=fault))

    def told(self, field: str) -> bool:
        """Tell whether a field is written."""
        return field in self._values

    def text(self, field: str, default: str | None = None, *, may_be_empty: bool = False) -> str:
        """Return a field's text of one line; ``default`` where it is not written, if there is one.

        ``may_be_empty`` allows a text that is written as empty.
        """
        if field not in self._values:
            if default is None:
                self.fault(field, _LACKING)
            return default or ""
        value = self._values[field]
        if not isinstance(value, str):
            self.fault(field, _NOT_TEXT.of(value=repr(value)))
            return ""
        if not value.strip() and not (may_be_empty and value == ""):
            self.fault(field, _EMPTY)
        if any(unicodedata.category(character) == "Cc" for character in value):
            self.fault(field, _CONTROL)
        return value

    def word(self, field: str, words: type[Word], default: Word) -> Word:
        """Return a field's word out of a closed set, ``default`` where it is not written."""
        value = self._values.get(field, str(default))
        if isinstance(value, str) and value in tuple(words):
            return words(value)
        self.fault(field, _NO_CHOICE.of(value=repr(value), known=", ".join(words)))
        return default

    def one_of(self, field: str, known: Iterable[str]) -> str:
        """Return a field's text, which must be one of those known."""
        value, names = self.text(field), tuple(known)
        if value and value not in names:
            self.fault(field, _NO_CHOICE.of(value=repr(value), known=", ".join(names)))
        return value

    def day(self, field: str, default: str | None = None) -> str:
        """Return a field's ISO day, written as a text or as a date of TOML; empty if it is none."""
        value = self._values.get(field)
        if isinstance(value, date) and not isinstance(value, datetime):
            return value.isoformat()
        text = self.text(field, default)
        if not text or _is_day(text):
            return text
        self.fault(field, _NO_DAY.of(value=repr(text)))
        return ""

    def texts(self, field: str, default: tuple[str, ...] | None = None) -> tuple[str, ...]:
        """Return a field's list of texts, at least one; ``default`` where it is not written."""
        if field not in self._values and default is not None:
            return default
        value = self._values.get(field)
        if isinstance(value, list) and value and all(isinstance(each, str) for each in value):
            if not all(each.strip() for each in value):
                self.fault(field, _EMPTY)
            return tuple(value)
        self.fault(field, _NO_TEXTS if field in self._values else _LACKING)
        return ()


def _is_day(text: str) -> bool:
    try:
        return bool(_DAY.fullmatch(text) and date.fromisoformat(text))
    except ValueError:
        return False
