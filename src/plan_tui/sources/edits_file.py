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

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from plan_tui.model.doubts import Doubt
from plan_tui.model.edits import EditKind, LineEdits, SourceEdit
from plan_tui.model.paged_text import PagedText
from plan_tui.sources.edit_places import place_edits
from plan_tui.sources.toml_fields import text_fault
from plan_tui.sources.toml_tables import TomlFile, toml_file_text
from plan_tui.text.language import Phrase
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
_TEXT = Phrase("text：{fault}", "text: {fault}")
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
    text = toml_file_text(path)
    if text is None:
        return ()
    file = TomlFile(path, text)
    _note_faults(file)
    file.refuse()
    return tuple(_edit(entry) for entry in file.values.get("edit", ()))


def _edit(entry: Mapping[str, str | int]) -> SourceEdit:
    values = dict(entry)
    kind = WORDS[str(values.pop("kind"))]
    line, page, text = values.get("line"), values.get("page"), values.get("text", "")
    assert not isinstance(line, str)
    assert not isinstance(page, str)
    return SourceEdit(kind, line, page, str(text))


def _note_faults(file: TomlFile) -> None:
    """Note what is wrong with a file, entry by entry."""
    for name in file.values:
        if name != "edit":
            file.fault((name,), _NOT_A_LIST.of(name=name))
    entries = file.values.get("edit", [])
    if not isinstance(entries, list):
        file.fault(("edit",), _NOT_A_LIST.of(name="edit"))
        return
    for number, entry in enumerate(entries):
        faults = [("", _NOT_A_LIST.of(name="edit"))]
        if isinstance(entry, dict):
            faults = [*_faults_of(entry)]
        faults += [("", fault) for fault in _repeated(entries, number + 1)]
        for name, fault in faults:
            file.fault(("edit", number, name), _ENTRY.of(number=number + 1, fault=fault))


def _faults_of(entry: Mapping[str, object]) -> Iterator[tuple[str, Phrase]]:
    """Yield the field that is at fault, or none, and what is wrong."""
    yield from ((name, _UNKNOWN_FIELD.of(name=name)) for name in entry if name not in _FIELDS)
    for name, kind in _FIELDS.items():
        value = entry.get(name)
        right = type(value) is kind and (kind is str or (isinstance(value, int) and value >= 1))
        if value is not None and not right:
            yield name, _WRONG_TYPE.of(name=name, kind=_WORDS if kind is str else _POSITIVE)
    text = entry.get("text", "")
    if isinstance(text, str) and text and (fault := text_fault(text, any_character=True)):
        yield "text", _TEXT.of(fault=fault)
    word = entry.get("kind")
    if word is None:
        yield "kind", _NO_KIND
    elif isinstance(word, str) and word not in WORDS:
        yield "kind", _UNKNOWN_KIND.of(word=word, words=Phrase("、".join(WORDS), ", ".join(WORDS)))
    if "line" not in entry and not (text.strip() if isinstance(text, str) else text):
        yield "text", _NO_PLACE


def _repeated(entries: Sequence[object], number: int) -> list[Phrase]:
    first = entries.index(entries[number - 1]) + 1
    return [_REPEATED.of(number=first)] if first < number else []
