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

from plan_tui.errors import DataError
from plan_tui.model.comparison_enums import Extent, Relation, VerdictKind
from plan_tui.sources.toml_fields import LACKING, TomlTable, fields_of, is_ordinal, text_fault
from plan_tui.sources.toml_tables import TomlFile, read_toml
from plan_tui.text.language import Phrase
from plan_tui.text.record import field, record, replaced

_AT = Phrase("{at}：{entry}", "{at}: {entry}")
_TOPIC = Phrase("事項{name!r}", "topic {name!r}")
_VERDICT = Phrase("{key!r}の判定", "verdict on {key!r}")
_PAIR = Phrase("対応{keys!r}", "pair {keys!r}")
_TOP = Phrase("先頭", "the top")
_NO_PAIR = Phrase("2つの見出しの箇所を並べてください", "places must be those of two sections")
NO_MENTION = Phrase(
    "mentionにはその2つのどちらかのキーを書いてください",
    "mention must be the key of one of the two",
)
_TWICE = Phrase("{topic}が2回あります", "{topic} stands there twice")
_NO_LISTS = Phrase("版ごとにキーの一覧を書いてください", "it must list keys under each edition")
_NO_KEY = Phrase("{key!r}はキーではありません", "{key!r} is not a key")
_NO_ORDINAL = Phrase(
    "{key!r}の#の後にブロックの番号がありません", "{key!r}: a block's ordinal must follow the #"
)
_AGAIN = Phrase("{key!r}が2回あります", "{key!r} stands there twice")

_FIELDS = ("read", "topic", "pair", "verdict")
_TOPIC_FIELDS = (
    *("id", "title", "title_en", "note", "note_en", "relation", "sections", "mentions"),
)
_PAIR_FIELDS = ("places", "mention", "apart")
_VERDICT_FIELDS = ("key", "keys", "editions", "verdict", "reason", "reason_en")
_NO_BLOCKS = ("title", "kpi", "part")
"""Parts of a section that are no blocks; the last are passages that nobody counted."""


@record
class CrosswalkPlace:
    """A section, or one of its blocks."""

    key: str
    block: int | None
    """Ordinal of the block in its section, from 1; None for the whole section, and for a part
    that is no block: its title, or its indicators."""
    extent: Extent
    """How much of the section is meant; a block that is no mention is a part."""
    at: str = field(default="", compare=False)
    """The file and line at which it stands, for messages."""


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
    at: str = field(default="", compare=False)
    """The file and line at which it stands, for messages."""


@record
class StatedPair:
    """How two sections are linked, said in place of what follows from their topics."""

    first: tuple[CrosswalkPlace, ...]
    """The places of one of them; at least one."""
    second: tuple[CrosswalkPlace, ...]
    """The places of the other; at least one."""
    apart: bool
    """True if they are not linked at all."""
    at: str = field(default="", compare=False)
    """The file and line at which it stands, for messages."""


@record
class StatedVerdict:
    """That a section has no counterpart in an edition's text."""

    key: str
    edition: str
    verdict: VerdictKind
    reason: str
    reason_en: str
    """The same in English; empty if nobody translated it."""
    at: str = field(default="", compare=False)
    """The file and line at which the key stands, for messages."""
    edition_at: str = field(default="", compare=False)
    """The same of the edition."""


@record
class Crosswalk:
    """The whole file."""

    read: tuple[str, ...] = ()
    """Editions that were read for every topic: where a topic names none of their sections,
    there is no counterpart in the text held."""
    topics: tuple[CrosswalkTopic, ...] = ()
    verdicts: tuple[StatedVerdict, ...] = ()
    pairs: tuple[StatedPair, ...] = ()
    read_at: str = field(default="", compare=False)
    """The file and line at which these editions stand, for messages."""


def read_crosswalk(path: Path) -> Crosswalk:
    """Read a crosswalk: a file, or a folder whose files ``*.toml`` are its parts.

    What does not exist is an empty crosswalk.

    Raises:
        DataError: a file is not TOML, a topic or verdict is not well formed, or two topics
            have one id.

    """
    files = sorted(path.glob("*.toml")) if path.is_dir() else [path]
    parts = [_read_file(file) for file in files]
    topics = tuple(topic for part in parts for topic in part.topics)
    _each_once(topics)
    return Crosswalk(
        read=tuple(dict.fromkeys(edition for part in parts for edition in part.read)),
        topics=topics,
        verdicts=tuple(verdict for part in parts for verdict in part.verdicts),
        pairs=tuple(pair for part in parts for pair in part.pairs),
        read_at=next((part.read_at for part in parts if part.read), ""),
    )


def _read_file(path: Path) -> Crosswalk:
    file = read_toml(path)
    top = TomlTable(file, (), _TOP, _FIELDS)
    read = top.texts("read", (), each_once=True)
    topics = tuple(_topic(file, number) for number in file.entries("topic"))
    verdicts = tuple(v for number in file.entries("verdict") for v in _verdicts(file, number))
    pairs = tuple(filter(None, (_pair(file, number) for number in file.entries("pair"))))
    file.refuse()
    return Crosswalk(read, topics, verdicts, pairs, top.at("read"))


def named_topic(topic: CrosswalkTopic, at: str = "") -> Phrase:
    """Return how a complaint names a topic, or one of its places, which stands ``at`` a line."""
    return _AT.of(at=at or topic.at, entry=_TOPIC.of(name=topic.id))


def named_pair(pair: StatedPair, at: str = "") -> Phrase:
    """Return how a complaint names a pair, or one of its places, which stands ``at`` a line."""
    keys = f"{pair.first[0].key} {pair.second[0].key}"
    return _AT.of(at=at or pair.at, entry=_PAIR.of(keys=keys))


def named_verdict(verdict: StatedVerdict, at: str = "") -> Phrase:
    """Return how a complaint names a verdict, or what of it stands ``at`` a line."""
    return _AT.of(at=at or verdict.at, entry=_VERDICT.of(key=verdict.key))


def _each_once(topics: Sequence[CrosswalkTopic]) -> None:
    ids: set[str] = set()
    for topic in topics:
        if topic.id in ids:
            raise DataError(_TWICE.of(topic=named_topic(topic)))
        ids.add(topic.id)


def _topic(file: TomlFile, number: int) -> CrosswalkTopic:
    values = fields_of(file, ("topic", number))
    name = _TOPIC.of(name=values.get("id", values.get("title", "?")))
    table = TomlTable(file, ("topic", number), name, _TOPIC_FIELDS)
    ident = table.name("id")
    sections = _listed(table, values, "sections")
    mentions = _listed(table, values, "mentions")
    return CrosswalkTopic(
        id=ident,
        title=table.text("title"),
        title_en=table.text("title_en", "") or None,
        note=table.text("note", ""),
        note_en=table.text("note_en", ""),
        relation=table.word("relation", Relation, Relation.CONTINUED)
        if table.told("relation")
        else None,
        sections={
            edition: (*sections.get(edition, ()), *mentions.get(edition, ()))
            for edition in {**sections, **mentions}
        },
        at=table.at("id"),
    )


def _pair(file: TomlFile, number: int) -> StatedPair | None:
    """Return a stated pair; None where its places are at fault."""
    values = fields_of(file, ("pair", number))
    written = values.get("places", [])
    keys = " ".join(map(str, written)) if isinstance(written, list) else ""
    table = TomlTable(file, ("pair", number), _PAIR.of(keys=keys), _PAIR_FIELDS)
    mention = table.text("mention", "")
    places: dict[str, list[CrosswalkPlace]] = {}
    for item, each in enumerate(written if isinstance(written, list) else ()):
        place = _place(table, "places", each, item)
        if place.key == mention:
            place = replaced(place, extent=Extent.MENTION)
        places.setdefault(place.key, []).append(place)
    apart = table.flag("apart")
    if len(places) != 2:
        table.fault("places", _NO_PAIR)
        return None
    if mention and mention not in places:
        table.fault("mention", NO_MENTION)
    first, second = map(tuple, places.values())
    return StatedPair(first, second, apart, table.at("places"))


def _listed(
    table: TomlTable, values: Mapping[str, object], field: str
) -> dict[str, tuple[CrosswalkPlace, ...]]:
    """Return the places that a topic lists under each edition."""
    listed = values.get(field, {})
    if field == "sections" and listed == {}:
        table.fault(field, LACKING)
        return {}
    if not isinstance(listed, dict) or not all(isinstance(v, list) for v in listed.values()):
        table.fault(field, _NO_LISTS)
        return {}
    mention = field == "mentions"
    return {
        edition: tuple(
            _place(table, field, each, edition, item, mention=mention, among=places[:item])
            for item, each in enumerate(places)
        )
        for edition, places in listed.items()
    }


def _place(
    table: TomlTable,
    field: str,
    written: object,
    *item: str | int,
    mention: bool = False,
    among: Sequence[object] = (),
) -> CrosswalkPlace:
    """Return a place as it is written; it must not be ``among`` those before it."""
    if not isinstance(written, str) or text_fault(written):
        table.fault(field, _NO_KEY.of(key=written), *item)
        return CrosswalkPlace("", None, Extent.WHOLE)
    if written in among:
        table.fault(field, _AGAIN.of(key=written), *item)
    key, mark, part = written.partition("#")
    ordinal = int(part) if is_ordinal(part) else None
    if mark and ordinal is None and part not in _NO_BLOCKS:
        table.fault(field, _NO_ORDINAL.of(key=written), *item)
    extent = Extent.MENTION if mention else Extent.PART if mark else Extent.WHOLE
    return CrosswalkPlace(key, ordinal, extent, table.at(field, *item))


def _verdicts(file: TomlFile, number: int) -> list[StatedVerdict]:
    values = fields_of(file, ("verdict", number))
    written = values.get("keys", values.get("key"))
    first = written[0] if isinstance(written, list) and written else written
    name = _VERDICT.of(key="?" if first is None else first)
    table = TomlTable(file, ("verdict", number), name, _VERDICT_FIELDS)
    listed = table.texts("keys", () if table.told("key") else None)
    keys = [(key, table.at("keys", item)) for item, key in enumerate(listed)]
    if table.told("key"):
        keys.append((table.text("key"), table.at("key")))
    editions = table.texts("editions")
    if not table.told("verdict"):
        table.fault("verdict", LACKING)
    verdict = table.word("verdict", VerdictKind, VerdictKind.NEW)
    reason, reason_en = table.text("reason", ""), table.text("reason_en", "")
    return [
        StatedVerdict(key, edition, verdict, reason, reason_en, at, table.at("editions", item))
        for key, at in keys
        for item, edition in enumerate(editions)
    ]
