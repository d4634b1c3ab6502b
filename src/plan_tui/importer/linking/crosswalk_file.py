"""The curated crosswalk: what each edition says about one matter, written by hand.

It is one TOML file, or a folder of such files, each a part of it::

    read = ["2021", "2022", "2025"]       # editions that were read for every topic

    [[topic]]
    id = "owl-cards"                      # short, ASCII, unique
    title = "貸出券の一体化"
    title_en = "One card for all loans"
    note = "一行の理由"
    note_en = "The reason in a line"
    relation = "merged"                   # optional; derived if left out
    [topic.sections]
    "2021" = ["2021:M1-1", "2021:2.1#3"]  # the whole section, or a part: one of its blocks,
                                          # #kpi for its indicators, #title for its heading,
                                          # #part for passages that nobody counted
    "2025" = ["2025:1.2"]
    [topic.mentions]                      # what only names the matter in passing
    "2025" = ["2025:3.1#2", "2025:4"]

    [[pair]]                              # two sections that topics link too widely: only
    places = ["2021:M1-1", "2025:1.2#4"]  # these places of them stand for each other;
    mention = "2025:1.2"                  # optional: the one that only mentions the matter;
    apart = true                          # optional: they are not linked at all

    [[verdict]]                           # no counterpart, said on purpose
    keys = ["2021:M1-2"]                  # or key = "2021:M1-2"
    editions = ["2022", "2025"]
    verdict = "dropped"                   # or "new"
    reason = "一行の理由"
    reason_en = "The reason in a line"

"No counterpart" always means: not in the text that is held of that edition.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from plan_tui.errors import DataError
from plan_tui.model.comparison_enums import (
    Extent,
    Relation,
    VerdictKind,
)
from plan_tui.sources.toml_tables import read_table
from plan_tui.text.language import Phrase
from plan_tui.text.record import record, replaced

_TOPIC = Phrase("{path}：事項{name!r}", "{path}: topic {name!r}")
_VERDICT = Phrase("{path}：{key!r}の判定", "{path}: verdict on {key!r}")
_PAIR = Phrase("{path}：対応{keys!r}", "{path}: pair {keys!r}")
_NO_PAIR = Phrase(
    "{entry}：placesには2つの見出しの箇所を並べてください",
    "{entry}: places must be those of two sections",
)
_NO_MENTION = Phrase(
    "{entry}：mentionにはその2つのどちらかのキーを書いてください",
    "{entry}: mention must be the key of one of the two",
)
_NO_TRUTH = Phrase("{entry}：apartに書けるもの：true、false", "{entry}: apart is true or false")
_UNKNOWN_ENTRY = Phrase("{path}：未知の項目{entry!r}", "{path}: unknown entry {entry!r}")
_TWICE = Phrase("{topic}が2回あります", "{topic} stands there twice")
_MISSING = Phrase("{entry}：{field}がありません", "{entry}: {field} is missing")
_NOBODY = Phrase("{entry}：keyかeditionsがありません", "{entry}: key or editions are missing")
_NO_TEXT = Phrase("{entry}：{field}が文字列ではありません", "{entry}: {field} is no text")
_UNKNOWN_RELATION = Phrase(
    "{entry}：未知の関係{relation!r}", "{entry}: unknown relation {relation!r}"
)
_NO_LISTS = Phrase(
    "{entry}：{field}には版ごとにキーの一覧が必要です",
    "{entry}: {field} must list keys under each edition",
)
_NO_KEY = Phrase("{entry}：{key!r}はキーではありません", "{entry}: {key!r} is not a key")
_NO_ORDINAL = Phrase(
    "{entry}：{key!r}の#の後にブロックの番号がありません",
    "{entry}: {key!r}: a block's ordinal must follow the #",
)
_VERDICT_LISTS = Phrase(
    "{path}：判定のkeysとeditionsは一覧で書いてください",
    "{path}: a verdict's keys and editions are lists",
)
_NO_VERDICT = Phrase(
    "{entry}：判定に書けるもの：new、dropped", "{entry}: the verdict is neither new nor dropped"
)
_UNKNOWN_FIELD = Phrase("{entry}：未知の項目{field!r}", "{entry}: unknown field {field!r}")

_TOPIC_FIELDS = {"id", "title", "title_en", "note", "note_en", "relation", "sections", "mentions"}
_PAIR_FIELDS = {"places", "mention", "apart"}
_NO_BLOCKS = ("title", "kpi", "part")
"""Parts of a section that are no blocks; the last are passages that nobody counted."""
_VERDICT_FIELDS = {"key", "keys", "editions", "verdict", "reason", "reason_en"}


@record
class CrosswalkPlace:
    """A section, or one of its blocks."""

    key: str
    block: int | None
    """Ordinal of the block in its section, from 1; None for the whole section, and for a part
    that is no block: its title, or its indicators."""
    extent: Extent
    """How much of the section is meant; a block that is no mention is a part."""


@record
class CrosswalkTopic:
    """One matter and where each edition speaks of it."""

    id: str
    title: str
    title_en: str | None
    note: str
    note_en: str
    """The same in English; empty if nobody translated it."""
    relation: Relation | None
    """Overrides the derived relation of all its links."""
    sections: Mapping[str, tuple[CrosswalkPlace, ...]]
    """Edition → its places, in the file's order; mentions come last."""


@record
class StatedPair:
    """How two sections are linked, said in place of what follows from their topics."""

    first: tuple[CrosswalkPlace, ...]
    """The places of one of them; at least one."""
    second: tuple[CrosswalkPlace, ...]
    """The places of the other; at least one."""
    apart: bool
    """True if they are not linked at all."""


@record
class StatedVerdict:
    """That a section has no counterpart in an edition's text."""

    key: str
    edition: str
    verdict: VerdictKind
    reason: str
    reason_en: str
    """The same in English; empty if nobody translated it."""


@record
class Crosswalk:
    """The whole file."""

    read: tuple[str, ...] = ()
    """Editions that were read for every topic: where a topic names none of their sections,
    there is no counterpart in the text held."""
    topics: tuple[CrosswalkTopic, ...] = ()
    verdicts: tuple[StatedVerdict, ...] = ()
    pairs: tuple[StatedPair, ...] = ()


def read_crosswalk(path: Path) -> Crosswalk:
    """Read a crosswalk: a file, or a folder whose files ``*.toml`` are its parts.

    What does not exist is an empty crosswalk.

    Raises:
        DataError: a file is not TOML, a topic or verdict is not well formed, or two topics
            have one id.

    """
    files = sorted(path.glob("*.toml")) if path.is_dir() else [path]
    parts = [_read_file(file) for file in files]
    _each_once(path, [topic.id for part in parts for topic in part.topics])
    return Crosswalk(
        read=tuple(dict.fromkeys(edition for part in parts for edition in part.read)),
        topics=tuple(topic for part in parts for topic in part.topics),
        verdicts=tuple(verdict for part in parts for verdict in part.verdicts),
        pairs=tuple(pair for part in parts for pair in part.pairs),
    )


def _read_file(path: Path) -> Crosswalk:
    raw = read_table(path)
    unknown = set(raw) - {"read", "topic", "verdict", "pair"}
    if unknown:
        raise DataError(_UNKNOWN_ENTRY.of(path=path, entry=sorted(unknown)[0]))
    topics = tuple(_topic(path, entry) for entry in raw.get("topic", ()))
    verdicts = tuple(v for entry in raw.get("verdict", ()) for v in _verdicts(path, entry))
    pairs = tuple(_pair(path, entry) for entry in raw.get("pair", ()))
    return Crosswalk(tuple(raw.get("read", ())), topics, verdicts, pairs)


def named_topic(path: Path, name: str) -> Phrase:
    """Return how a complaint names a topic."""
    return _TOPIC.of(path=path, name=name)


def named_pair(path: Path, keys: Sequence[str]) -> Phrase:
    """Return how a complaint names a pair."""
    return _PAIR.of(path=path, keys=" ".join(keys))


def named_verdict(path: Path, key: str) -> Phrase:
    """Return how a complaint names a verdict."""
    return _VERDICT.of(path=path, key=key)


def _each_once(path: Path, ids: list[str]) -> None:
    twice = sorted({name for name in ids if ids.count(name) > 1})
    if twice:
        raise DataError(_TWICE.of(topic=named_topic(path, twice[0])))


def _topic(path: Path, entry: dict[str, Any]) -> CrosswalkTopic:
    name = named_topic(path, entry.get("id", entry.get("title", "?")))
    _only(name, entry, _TOPIC_FIELDS)
    for needed in ("id", "title", "sections"):
        if not entry.get(needed):
            raise DataError(_MISSING.of(entry=name, field=needed))
    for field in ("id", "title", "title_en", "note", "note_en"):
        if not isinstance(entry.get(field, ""), str):
            raise DataError(_NO_TEXT.of(entry=name, field=field))
    relation = entry.get("relation")
    if relation is not None and relation not in list(Relation):
        raise DataError(_UNKNOWN_RELATION.of(entry=name, relation=relation))
    sections = _listed(name, entry, "sections")
    mentions = _listed(name, entry, "mentions")
    return CrosswalkTopic(
        id=entry["id"],
        title=entry["title"],
        title_en=entry.get("title_en"),
        note=entry.get("note", ""),
        note_en=entry.get("note_en", ""),
        relation=Relation(relation) if relation else None,
        sections={
            edition: (
                *(_place(name, written) for written in sections.get(edition, ())),
                *(_place(name, written, mention=True) for written in mentions.get(edition, ())),
            )
            for edition in {**sections, **mentions}
        },
    )


def _pair(path: Path, entry: dict[str, Any]) -> StatedPair:
    written = entry.get("places", [])
    name = named_pair(path, [str(place) for place in written] if isinstance(written, list) else [])
    _only(name, entry, _PAIR_FIELDS)
    if not isinstance(written, list):
        raise DataError(_NO_PAIR.of(entry=name))
    places: dict[str, list[CrosswalkPlace]] = {}
    for each in written:
        place = _place(name, each)
        if place.key == entry.get("mention"):
            place = replaced(place, extent=Extent.MENTION)
        places.setdefault(place.key, []).append(place)
    if len(places) != 2:
        raise DataError(_NO_PAIR.of(entry=name))
    if "mention" in entry and entry["mention"] not in places:
        raise DataError(_NO_MENTION.of(entry=name))
    if not isinstance(entry.get("apart", False), bool):
        raise DataError(_NO_TRUTH.of(entry=name))
    first, second = map(tuple, places.values())
    return StatedPair(first, second, entry.get("apart", False))


def _listed(name: Phrase, entry: dict[str, Any], field: str) -> dict[str, list[object]]:
    """Return the places that a topic lists under each edition."""
    listed = entry.get(field, {})
    if not isinstance(listed, dict) or not all(isinstance(v, list) for v in listed.values()):
        raise DataError(_NO_LISTS.of(entry=name, field=field))
    return listed


def _place(name: Phrase, written: object, *, mention: bool = False) -> CrosswalkPlace:
    if not isinstance(written, str):
        raise DataError(_NO_KEY.of(entry=name, key=written))
    key, mark, ordinal = written.partition("#")
    if mark and not (ordinal.isdecimal() or ordinal in _NO_BLOCKS):
        raise DataError(_NO_ORDINAL.of(entry=name, key=written))
    extent = Extent.MENTION if mention else Extent.PART if mark else Extent.WHOLE
    return CrosswalkPlace(key, int(ordinal) if ordinal.isdecimal() else None, extent)


def _verdicts(path: Path, entry: dict[str, Any]) -> list[StatedVerdict]:
    listed, editions = entry.get("keys", []), entry.get("editions", [])
    if not isinstance(listed, list) or not isinstance(editions, list):
        raise DataError(_VERDICT_LISTS.of(path=path))
    keys = [*listed, *([entry["key"]] if "key" in entry else [])]
    name = named_verdict(path, keys[0] if keys else "?")
    _only(name, entry, _VERDICT_FIELDS)
    if not keys or not editions:
        raise DataError(_NOBODY.of(entry=name))
    if entry.get("verdict") not in list(VerdictKind):
        raise DataError(_NO_VERDICT.of(entry=name))
    verdict = VerdictKind(entry["verdict"])
    return [
        StatedVerdict(key, edition, verdict, entry.get("reason", ""), entry.get("reason_en", ""))
        for key in keys
        for edition in editions
    ]


def _only(name: Phrase, entry: dict[str, Any], known: set[str]) -> None:
    unknown = sorted(set(entry) - known)
    if unknown:
        raise DataError(_UNKNOWN_FIELD.of(entry=name, field=unknown[0]))
