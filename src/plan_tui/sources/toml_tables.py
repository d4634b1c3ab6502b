"""TOML files written by hand: what stands in them, and what is wrong with it, by file and line."""

from __future__ import annotations

import re
import stat
from functools import cached_property
from pathlib import Path
from typing import Any

from plan_tui.errors import DataError
from plan_tui.sources.toml_lines import Place, TomlLines
from plan_tui.text.controls import visible
from plan_tui.text.language import Phrase, joined

_UNREADABLE = Phrase("{path}：読めません（{reason}）", "{path}: cannot be read ({reason})")
_NO_FILE = Phrase("ファイルではありません", "is no file")
_NOT_UTF8 = Phrase(
    "{path}:{line}：読めません（UTF-8以外。バイト {byte}）。UTF-8で保存し直してください",
    "{path}:{line}: cannot be read (not UTF-8, byte {byte}); save it as UTF-8",
)
_NOT_TOML = Phrase("TOMLではありません：{error}", "not TOML: {error}")
_TOO_DEEP = Phrase("入れ子が深すぎます", "nested too deeply")
_FAULTS = Phrase("{path}:{line}：{faults}", "{path}:{line}: {faults}")
_FURTHER = Phrase("{line}行目：{fault}", "line {line}: {fault}")
_MORE = Phrase("ほか{count}件", "{count} more")
_BETWEEN = Phrase("、", "; ")
_ALONE = Phrase("{faults}", "{faults}")
_NO_TABLES = Phrase(
    "{name}がありません。[[{name}]]で書いてください", "no {name} is listed; write [[{name}]]"
)
_MOST_TOLD = 20
"""Faults that one line tells; there are more where all entries have one fault."""
_TOLD_LINE = re.compile(r" \(at line (\d+), column \d+\)| \(at end of document\)")


class TomlFile:
    """What a TOML file holds. Faults are gathered, and told all at once by `refuse`.

    Args:
        path: the file, for messages.
        text: what stands in it.
        frame: what is said around the faults, such as what the file should be.

    Raises:
        DataError: the text is not TOML.

    """

    def __init__(self, path: Path, text: str, frame: Phrase = _ALONE) -> None:
        self.path = path
        self._text = text
        self._frame = frame
        self._faults: list[tuple[int, Phrase]] = []
        import tomllib  # most readers have no such file

        try:
            self.values: dict[str, Any] = tomllib.loads(text)
        except (ValueError, RecursionError) as error:
            fault = _TOO_DEEP if isinstance(error, RecursionError) else Phrase(*[str(error)] * 2)
            self._faults.append((_broken_line(text, error), _NOT_TOML.of(error=fault)))
            self.refuse()

    @cached_property
    def _lines(self) -> TomlLines:
        return TomlLines(self._text)

    def at(self, place: Place) -> str:
        """Return the file and line of a value, or of the table in which it is lacking."""
        return f"{self.path}:{self._lines.line(place)}"

    def fault(self, place: Place, fault: Phrase) -> None:
        """Note what is wrong with a value."""
        line = self._lines.line(place)
        self._faults.append((line, Phrase(_on_one_line(fault.ja), _on_one_line(fault.en))))

    def value(self, place: Place) -> object:
        """Return the value at a place that exists."""
        value: Any = self.values
        for step in place:
            value = value[step]
        return value

    def entries(self, name: str, *, needed: bool = False) -> range:
        """Return the numbers, from 0, of the entries ``[[name]]``; none where they are no tables.

        With ``needed`` there has to be one.
        """
        entries = self.values.get(name, [])
        if not isinstance(entries, list) or (needed and not entries):
            self.fault((name,), _NO_TABLES.of(name=name))
            return range(0)
        return range(len(entries))

    def refuse(self) -> None:
        """Tell what is wrong, in the order of the lines.

        Raises:
            DataError: a fault was noted.

        """
        if not self._faults:
            return
        in_order = sorted(self._faults, key=lambda fault: fault[0])
        (line, first), *others = in_order[:_MOST_TOLD]
        told = [first]
        for other_line, fault in others:
            told.append(fault if other_line == line else _FURTHER.of(line=other_line, fault=fault))
            line = other_line
        if len(in_order) > _MOST_TOLD:
            told.append(_MORE.of(count=len(in_order) - _MOST_TOLD))
        faults = self._frame.of(faults=joined(told, _BETWEEN))
        raise DataError(_FAULTS.of(path=self.path, line=in_order[0][0], faults=faults))


def read_toml(path: Path) -> TomlFile:
    """Return what a file holds; nothing if there is no such file.

    Raises:
        DataError: the file cannot be read, or is not TOML.

    """
    return TomlFile(path, toml_file_text(path) or "")


def toml_file_text(path: Path) -> str | None:
    """Return the text of a file; None if there is no such file.

    Raises:
        DataError: it is no file (a pipe would never end), cannot be read, or is not UTF-8.

    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise DataError(_UNREADABLE.of(path=path, reason=_NO_FILE))
        content = path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise DataError(_UNREADABLE.of(path=path, reason=error.strerror or error)) from error
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        byte = f"0x{error.object[error.start]:02X}"
        raise DataError(_NOT_UTF8.of(path=path, line=line, byte=byte)) from error


def _on_one_line(text: str) -> str:
    r"""Return a message, which may repeat what somebody wrote, with line feeds as ``\n``."""
    return visible(text).replace("\n", r"\n")


def _broken_line(text: str, error: Exception) -> int:
    """Return the line of a text that is not TOML: the first with which it is not.

    What an error tells of its line is where the reader gave up, the last one at the latest. Some
    tell nothing (numbers that are too long, lists that are too deep).
    """
    import tomllib

    lines = text.split("\n")
    if told := _TOLD_LINE.search(str(error)):
        return int(told[1]) if told[1] else len(text.rstrip("\n").split("\n"))
    good, bad = 0, len(lines)
    while bad - good > 1:
        middle = (good + bad) // 2
        try:
            tomllib.loads("\n".join(lines[:middle]))
        except tomllib.TOMLDecodeError:
            good = middle  # only its end is lacking
        except (ValueError, RecursionError):
            bad = middle
        else:
            good = middle
    return bad
