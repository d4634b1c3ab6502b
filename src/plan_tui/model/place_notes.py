"""What a reader keeps of their own: notes, tags and marks on places, and named searches."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

from plan_tui.text.late_pattern import late_pattern
from plan_tui.text.record import record, replaced
from plan_tui.text.shell import command_line, is_like_an_option
from plan_tui.text.vocabulary import StrEnum

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterable, Sequence

    from plan_tui.model.records import Section

TAG_SIGN = "#"
"""Before a word of a note that is a tag; in full width too."""
_SIGNS = "#＃"
_TAGS = late_pattern(rf"(?<!\S)[{_SIGNS}]+(?P<tags>\S+)\s?")
_BETWEEN_TAGS = late_pattern(rf"[\s,，、|｜{_SIGNS}]+")
_AROUND = "。．.:：;；「」『』（）()\"'"
"""Signs at the ends of a word that belong to the sentence, not to the tag."""


@record
class PlaceNote:
    """What a reader keeps on one section: a note, tags, a mark, or several of them."""

    key: str
    """Of the section, when it was written."""
    heading: str = ""
    """The section's title as it was then; empty if nobody wrote it down."""
    edition: str = ""
    """Id of the edition; empty if nobody wrote it down."""
    source: str = ""
    """SHA-256 of the file that the edition's text was read from."""
    text: str = ""
    """Digest of the text under the heading; empty if nobody wrote it down."""
    mark: str = ""
    """The letter or digit that leads here; empty for none."""
    tags: tuple[str, ...] = ()
    """Without their sign, each once."""
    note: str = ""
    """Lines of text; empty for none."""
    day: str = ""
    """ISO day on which it was last written; empty if nobody wrote it down."""

    @property
    def is_empty(self) -> bool:
        """True if nothing is kept any more."""
        return not (self.mark or self.tags or self.note)


@record
class NamedSearch:
    """A search, or a filtered list, that the reader gave a name."""

    name: str
    """As the reader typed it; `plain_name` gives what it is compared by."""
    words: tuple[str, ...]
    """The words after ``plan-tui`` that give it: ``("measures", "kpi:unset")``."""

    @property
    def view(self) -> str:
        """The command's name."""
        return self.words[0]

    @property
    def query_words(self) -> tuple[str, ...]:
        """The words of the query, without the command's options."""
        words = self.words[1:]
        if "--" in words:
            return words[words.index("--") + 1 :]
        end = next((n for n, word in enumerate(words) if is_like_an_option(word)), len(words))
        return words[:end]

    @property
    def query(self) -> str:
        """The query as it is typed."""
        return " ".join(self.query_words)

    @property
    def command(self) -> str:
        """The command line that gives it."""
        return command_line(self.words)


@record
class OwnNotes:
    """All that a reader keeps, in the order of the file."""

    places: tuple[PlaceNote, ...] = ()
    """One a key; a mark stands on one of them alone."""
    searches: tuple[NamedSearch, ...] = ()
    """One a name."""

    def at(self, key: str) -> PlaceNote | None:
        """Return what is kept on the section with a key."""
        return next((each for each in self.places if each.key == key), None)

    def named(self, name: str) -> NamedSearch | None:
        """Return the search with a name, in any width."""
        wanted = plain_name(name)
        return next((each for each in self.searches if plain_name(each.name) == wanted), None)

    def with_place(self, place: PlaceNote, instead_of: str = "") -> OwnNotes:
        """Return all with another entry on a section; an empty one takes it out.

        Args:
            place: the entry. Its mark is taken from where it stood.
            instead_of: another key whose entry goes, if there is one.

        """
        gone = {instead_of} if instead_of and instead_of != place.key else set()
        places = [
            replaced(each, mark="") if each.mark and each.mark == place.mark else each
            for each in self.places
            if each.key not in gone
        ]
        at = next((n for n, each in enumerate(places) if each.key == place.key), None)
        if at is None:
            places.append(place)
        else:
            places[at] = place
        return replaced(self, places=tuple(each for each in places if not each.is_empty))

    def without_place(self, key: str) -> OwnNotes:
        """Return all but what is kept on a section."""
        return replaced(self, places=tuple(each for each in self.places if each.key != key))

    def with_search(self, search: NamedSearch) -> OwnNotes:
        """Return all with a named search, in the place of one with the same name."""
        wanted = plain_name(search.name)
        searches = [search if plain_name(each.name) == wanted else each for each in self.searches]
        if search not in searches:
            searches.append(search)
        return replaced(self, searches=tuple(searches))

    def without_search(self, name: str) -> OwnNotes:
        """Return all but the search with a name."""
        wanted = plain_name(name)
        kept = (each for each in self.searches if plain_name(each.name) != wanted)
        return replaced(self, searches=tuple(kept))


class NoteStanding(StrEnum):
    """What became of the place of a note."""

    SAME = "same"
    """As it was when the note was written."""
    CHANGED = "changed"
    """The text under the heading is another one."""
    REREAD = "reread"
    """The source is the same and is read differently."""
    MOVED = "moved"
    """The heading has another key; the text is the same."""
    GONE = "gone"
    """The heading is not there any more."""
    NOT_HELD = "not-held"
    """The open database does not hold the edition."""


@record
class NotedPlace:
    """A note, and where its place is now."""

    note: PlaceNote
    """As it is kept, under the key of when it was written."""
    section: Section | None
    """None if it is not there."""
    standing: NoteStanding = NoteStanding.SAME
    named_now: str = ""
    """The title of the section that the key names now, where that is another one."""


NoteEntry = NotedPlace | NamedSearch
"""A row of the list of notes."""


class TypedNote(NamedTuple):
    """A note as it was typed."""

    text: str
    """Its lines without the tags; empty for none."""
    tags: tuple[str, ...]
    """Without their sign, each once."""


def typed_note(lines: Iterable[str], tags: Iterable[str] = ()) -> TypedNote:
    """Return the text and the tags of typed lines.

    Words that begin with ``#`` are tags, unless they are a number or have nothing behind the sign.

    Args:
        lines: of the note; blank ones at its ends are left out.
        tags: further tags, with or without their sign.

    """
    words: list[str] = []

    def take(word: re.Match[str]) -> str:
        taken = _tags_in(word["tags"])
        words.extend(taken)
        return "" if taken else word[0]

    text = [_TAGS.sub(take, line).strip() for line in lines]
    words += (each for tag in tags for each in _tags_in(tag.lstrip(_SIGNS)))
    return TypedNote("\n".join(text).strip("\n"), each_once(words))


def _tags_in(typed: str) -> list[str]:
    """Return the tags that stand in a word behind its sign; none if it is a number."""
    parts = (part.strip(_AROUND) for part in _BETWEEN_TAGS.split(typed))
    return [part for part in parts if part and not part.isdecimal()]


def each_once(tags: Iterable[str]) -> tuple[str, ...]:
    """Return tags without those that another one spells in another width or case."""
    kept: dict[str, str] = {}
    for tag in tags:
        if tag.strip():
            kept.setdefault(plain_name(tag), tag.strip())
    return tuple(kept.values())


def plain_name(name: str) -> str:
    """Return a tag or a name as it is compared: in one width and case."""
    return unicodedata.normalize("NFKC", name).strip().casefold()


def mark_letter(typed: str) -> str:
    """Return the letter (of ASCII) or digit that is meant as a mark, in any width; else nothing."""
    plain = unicodedata.normalize("NFKC", typed)
    return plain if len(plain) == 1 and plain.isascii() and plain.isalnum() else ""


def merged(before: PlaceNote | None, typed: PlaceNote, now: PlaceNote | None) -> PlaceNote:
    """Return an entry as it is to be kept where another program may have changed it meanwhile.

    What only one of them changed is as that one left it. Where both changed the lines or the tags,
    what either added stays and what either took out is gone; of two new marks the reader's stays.

    Args:
        before: the entry as the reader saw it before typing.
        typed: what the reader made of it.
        now: the entry as it is kept now.

    """
    if now is None:
        return typed
    seen = before or PlaceNote(now.key)
    lines = _of_both(_lines(seen), _lines(typed), _lines(now), str)
    return replaced(
        typed,
        note="\n".join(lines).strip("\n"),
        tags=_of_both(seen.tags, typed.tags, now.tags, plain_name),
        mark=now.mark if typed.mark == seen.mark else typed.mark,
    )


def _lines(place: PlaceNote) -> Sequence[str]:
    return place.note.split("\n") if place.note else ()


def _of_both(
    before: Sequence[str],
    typed: Sequence[str],
    now: Sequence[str],
    as_compared: Callable[[str], str],
) -> tuple[str, ...]:
    """Return lines or tags that two changed at once, in the order of ``now``."""
    if now in (before, typed):
        return tuple(typed)
    if typed == before:
        return tuple(now)
    seen, wanted, there = ({*map(as_compared, words)} for words in (before, typed, now))
    kept = [each for each in now if as_compared(each) not in seen - wanted]
    return (*kept, *(each for each in typed if as_compared(each) not in there | seen))
