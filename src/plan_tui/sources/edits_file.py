"""What a reader corrects in the reading of a source: a short TOML file beside the original.

::

    [[edit]]
    kind = "heading"      # or 見出し
    page = 12
    text = "１．図書館"

    [[edit]]
    kind = "join"
    line = 812
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from plan_tui.errors import DataError
from plan_tui.model.doubts import Doubt
from plan_tui.model.edits import EditKind, LineEdits, SourceEdit
from plan_tui.model.paged_text import PagedText
from plan_tui.sources.edit_places import place_edits
from plan_tui.text.language import Phrase, joined
from plan_tui.text.record import field, record

ENDING = ".edits.toml"
"""Behind the original's name."""
WORDS: dict[str, EditKind] = {
    **{str(kind): kind for kind in EditKind},
    "見出し": EditKind.HEADING,
    "見出し以外": EditKind.NOT_HEADING,
    "脚注": EditKind.NOTE,
    "脚注以外": EditKind.NOT_NOTE,
    "ページ番号・柱": EditKind.FURNITURE,
    "ページ番号・柱以外": EditKind.NOT_FURNITURE,
    "前の行の続き": EditKind.JOIN,
    "新しい段落の始まり": EditKind.SPLIT,
    # the words of before, which files of readers hold
    "見出しでない": EditKind.NOT_HEADING,
    "脚注でない": EditKind.NOT_NOTE,
    "ページの飾り": EditKind.FURNITURE,
    "ページの飾りでない": EditKind.NOT_FURNITURE,
    "前の行に続く": EditKind.JOIN,
    "ここで分ける": EditKind.SPLIT,
}
"""What a file may call each kind of correction."""
_FIELDS = {"kind": str, "line": int, "page": int, "text": str}
_UNREADABLE = Phrase("{path}：読めません（{reason}）", "{path}: cannot be read ({reason})")
_NOT_TOML = Phrase("{path}：TOMLとして読めません：{error}", "{path}: not TOML: {error}")
_FAULTS = Phrase("{path}：{faults}", "{path}: {faults}")
_BETWEEN = Phrase("、", "; ")
_ENTRY = Phrase("{number}番目のedit：{fault}", "edit {number}: {fault}")
_NOT_A_LIST = Phrase(
    "[[edit]]の表だけを並べてください（{name}は読めません）",
    "write only [[edit]] tables, not {name}",
)
_NO_KIND = Phrase("kindがありません", "kind is missing")
_UNKNOWN_KIND = Phrase(
    "kind {word!r}はありません（使えるもの：{words}）", "kind {word!r} is none of {words}"
)
_UNKNOWN_FIELD = Phrase(
    "{name}という項目はありません（使えるもの：kind、line、page、text）",
    "{name} is none of kind, line, page and text",
)
_WRONG_TYPE = Phrase("{name}は{kind}で書いてください", "{name} has to be {kind}")
_POSITIVE = Phrase("1以上の整数", "a whole number from 1")
_WORDS = Phrase("文字列", "a string")
_NO_PLACE = Phrase("lineもtextもありません", "neither line nor text is given")
_REPEATED = Phrase("{number}番目のeditと同じです", "is the same as edit {number}")


@record
class PlacedEdits:
    """The corrections of a source, and those of them that have no place in it."""

    lines: LineEdits = field(default_factory=dict)
    doubts: tuple[Doubt, ...] = ()


NO_EDITS = PlacedEdits()


def edits_path(original: Path) -> Path:
    """Return where the corrections of a source are, if there are any."""
    return original.with_name(original.name + ENDING)


def edits_beside(original: Path, text: PagedText) -> PlacedEdits:
    """Return the corrections of a source, each at its line; none if there is no such file.

    Raises:
        DataError: the file cannot be read, or entries of it are at fault; all are named.

    """
    edits = read_edits(edits_path(original))
    return PlacedEdits(*place_edits(edits, text)) if edits else NO_EDITS


def read_edits(path: Path) -> tuple[SourceEdit, ...]:
    """Return the entries of a file of corrections, in its order; none if there is no such file.

    Raises:
        DataError: the file cannot be read, or entries of it are at fault; all are named.

    """
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise DataError(_UNREADABLE.of(path=path, reason=error.strerror or error)) from error
    except (tomllib.TOMLDecodeError, UnicodeError) as error:
        raise DataError(_NOT_TOML.of(path=path, error=error)) from error
    faults = list(_faults(data))
    if faults:
        raise DataError(_FAULTS.of(path=path, faults=joined(faults, _BETWEEN)))
    return tuple(_edit(entry) for entry in data.get("edit", ()))


def _edit(entry: Mapping[str, str | int]) -> SourceEdit:
    values = dict(entry)
    kind = WORDS[str(values.pop("kind"))]
    line, page, text = values.get("line"), values.get("page"), values.get("text", "")
    assert not isinstance(line, str)
    assert not isinstance(page, str)
    return SourceEdit(kind, line, page, str(text))


def _faults(data: Mapping[str, object]) -> Iterator[Phrase]:
    """Yield what is wrong with a file, entry by entry."""
    entries = data.get("edit", [])
    yield from (_NOT_A_LIST.of(name=name) for name in data if name != "edit")
    if not isinstance(entries, list):
        yield _NOT_A_LIST.of(name="edit")
        return
    for number, entry in enumerate(entries, 1):
        faults = _faults_of(entry) if isinstance(entry, dict) else [_NOT_A_LIST.of(name="edit")]
        faults = [*faults, *_repeated(entries, number)]
        yield from (_ENTRY.of(number=number, fault=fault) for fault in faults)


def _faults_of(entry: Mapping[str, object]) -> list[Phrase]:
    faults = [_UNKNOWN_FIELD.of(name=name) for name in entry if name not in _FIELDS]
    for name, kind in _FIELDS.items():
        value = entry.get(name)
        right = type(value) is kind and (kind is str or (isinstance(value, int) and value >= 1))
        if value is not None and not right:
            faults.append(_WRONG_TYPE.of(name=name, kind=_WORDS if kind is str else _POSITIVE))
    word = entry.get("kind")
    if word is None:
        faults.append(_NO_KIND)
    elif isinstance(word, str) and word not in WORDS:
        faults.append(_UNKNOWN_KIND.of(word=word, words="・".join(WORDS)))
    text = entry.get("text")
    if "line" not in entry and not (text.strip() if isinstance(text, str) else text):
        faults.append(_NO_PLACE)
    return faults


def _repeated(entries: Sequence[object], number: int) -> list[Phrase]:
    first = entries.index(entries[number - 1]) + 1
    return [_REPEATED.of(number=first)] if first < number else []
