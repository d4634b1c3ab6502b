"""What became of the places of a reader's notes, in words."""

from __future__ import annotations

from plan_tui.model import headings
from plan_tui.model.place_notes import TAG_SIGN, NotedPlace, NoteStanding
from plan_tui.text.language import Language, Phrase

NOTES = Phrase("メモ", "Notes")
NAMED_SEARCHES = Phrase("名前を付けた検索", "Named searches")
NOT_FOUND = Phrase("見つからなくなった見出し", "Headings that are not found any more")
STANDINGS: dict[NoteStanding, Phrase] = {
    NoteStanding.SAME: Phrase("変化なし", "unchanged"),
    NoteStanding.CHANGED: Phrase("メモの後に本文が変化", "the text has changed since"),
    NoteStanding.REREAD: Phrase(
        "メモの後に本文の読み取りが変化（原文は同じ）",
        "read differently since (the source is the same)",
    ),
    NoteStanding.MOVED: Phrase(
        "見出しのキーが変化（前は{key}）", "the heading has another key now (it was {key})"
    ),
    NoteStanding.GONE: Phrase("見出しが見つかりません", "not found any more"),
    NoteStanding.NOT_HELD: Phrase(
        "この版は、開いているデータベースにありません", "its edition is not in the open database"
    ),
}
_NAMES_ANOTHER = Phrase(
    "見出しが見つかりません（{key}は今は「{title}」を指します）",
    "not found any more ({key} is now '{title}')",
)
_MARK = Phrase("しおり {letter}", "mark {letter}")


def standing_words(place: NotedPlace, language: Language) -> str:
    """Say what became of a place; empty where it is as it was."""
    if place.named_now:
        return _NAMES_ANOTHER.say(language, key=place.note.key, title=place.named_now)
    if place.standing is NoteStanding.SAME:
        return ""
    return STANDINGS[place.standing].say(language, key=place.note.key)


def tag_words(place: NotedPlace) -> str:
    """Return the tags with their signs, parted by blanks."""
    return " ".join(f"{TAG_SIGN}{tag}" for tag in place.note.tags)


def mark_words(place: NotedPlace, language: Language) -> str:
    """Say by which letter a place is marked; empty if by none."""
    letter = place.note.mark
    return _MARK.say(language, letter=letter) if letter else ""


def noted_heading(place: NotedPlace, language: Language) -> str:
    """Return the heading as it is now; as it was where it is not found."""
    if place.section is None:
        return place.note.heading or place.note.key
    return headings.heading(place.section, language)


def noted_key(place: NotedPlace) -> str:
    """Return the key as it is now; as it was where the heading is not found."""
    return place.section.key if place.section else place.note.key
