"""What a command is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from plan_tui.labels.punctuation import listed
from plan_tui.text.language import Language, Phrase
from plan_tui.text.record import record, replaced
from plan_tui.text.vocabulary import StrEnum
from plan_tui.tui import key_names
from plan_tui.tui.commands.need import Need


class Scope(StrEnum):
    """Where a command's keys are bound: the application, a screen or a kind of widget."""

    APP = "app"
    SCREEN = "screen"
    SCROLL = "scroll"
    LIST = "list"
    OUTLINE = "outline"
    READING = "reading"
    QUERY = "query"
    SEARCH_BOX = "search-box"
    FILTER_BOX = "filter-box"
    FIGURES = "figures"
    COMPARE = "compare"
    SORTED = "sorted"
    CHANGES = "changes"
    TRACK = "track"
    REPORT = "report"
    SOURCE = "source"
    REVIEW = "review"
    NOTES = "notes"


class CommandGroup(StrEnum):
    """A heading of the help screen."""

    MOVE = "move"
    READ = "read"
    FIND = "find"
    COMPARE = "compare"
    TAKE = "take"
    PROGRAM = "program"


GROUPS: dict[CommandGroup, Phrase] = {
    CommandGroup.MOVE: Phrase("移動", "Move"),
    CommandGroup.READ: Phrase("読む", "Read"),
    CommandGroup.FIND: Phrase("探す", "Find"),
    CommandGroup.COMPARE: Phrase("比べる", "Compare"),
    CommandGroup.TAKE: Phrase("出力", "Export"),
    CommandGroup.PROGRAM: Phrase("画面と設定", "Screens and settings"),
}


WHERE: dict[Scope, Phrase] = {
    Scope.APP: Phrase("どこでも", "everywhere"),
    Scope.SCREEN: Phrase("全ての画面", "every screen"),
    Scope.SCROLL: Phrase("文章の枠", "texts"),
    Scope.LIST: Phrase("一覧", "lists"),
    Scope.OUTLINE: Phrase("目次", "the outline"),
    Scope.READING: Phrase("本文", "the text"),
    Scope.QUERY: Phrase("入力欄", "boxes to type in"),
    Scope.SEARCH_BOX: Phrase("検索の入力欄", "the search box"),
    Scope.FILTER_BOX: Phrase("一覧の入力欄", "the box of a list"),
    Scope.FIGURES: Phrase("概観", "the overview"),
    Scope.COMPARE: Phrase("比較", "the comparison"),
    Scope.SORTED: Phrase("施策の一覧", "the measures"),
    Scope.CHANGES: Phrase("版の変化", "the changes"),
    Scope.TRACK: Phrase("期限の推移", "the tracks"),
    Scope.REPORT: Phrase("検証", "the report"),
    Scope.SOURCE: Phrase("原文", "the source"),
    Scope.REVIEW: Phrase("対応の確認", "the review"),
    Scope.NOTES: Phrase("メモの一覧", "the notes"),
}
"""What a scope is called."""
_ANYWHERE = frozenset((Scope.APP, Scope.SCREEN))
_PLACED = Phrase("{name}（{where}）", "{name} ({where})")


@record(kw_only=True)
class Command:
    """Something a person can do, with all that the program needs to know and to say of it."""

    id: str
    """ASCII name; the binding's id, and with ``-`` as ``_`` the name of its action."""
    keys: tuple[str, ...]
    """Keys, the one to show first. Full-width twins are added by `all_keys`."""
    name: Phrase
    """A word or two: footer and palette."""
    help: Phrase
    """A sentence: help screen and documentation."""
    romaji: str
    """The Japanese name in Latin letters, for the palette."""
    also: tuple[str, ...] = ()
    """Other words under which people look for it in the palette."""
    group: CommandGroup
    scopes: tuple[Scope, ...]
    needs: Need[Any] | None = None
    """What it needs of the place besides its keys; None if nothing."""
    screen: str = ""
    """The screen that it leads to, as ``module:Class`` below `plan_tui.tui.screens`; else empty."""
    offered_there: bool = True
    """False if it is not offered on the screen that it leads to."""
    short: Phrase | None = None
    """Its name in the footer of a narrow screen, where a shorter one says it; else None."""
    footer: int = 0
    """Rank in the footer, 1 first; 0 keeps it out."""
    stays_in_footer: bool = False
    """True for the last to give way where the footer is narrow."""

    @property
    def action(self) -> str:
        """Name of the method ``action_…`` that does it."""
        return self.id.replace("-", "_")

    @property
    def all_keys(self) -> tuple[str, ...]:
        """The keys and what a Japanese input method sends for them."""
        return key_names.with_twins(self.keys)

    @property
    def shown_keys(self) -> str:
        """The keys as people read them."""
        return " ".join(key_names.key_label(key) for key in self.keys)

    def bound_to(self, rebound: Mapping[str, tuple[str, ...]]) -> Command:
        """Return the command with the keys that the reader chose for it, if any."""
        return replaced(self, keys=rebound[self.id]) if self.id in rebound else self

    def placed(self, language: Language) -> str:
        """Return its name and where it can be given, unless its keys count everywhere."""
        name = self.name.say(language)
        scopes = [WHERE[scope] for scope in self.scopes if scope not in _ANYWHERE]
        places = [self.needs.where] if self.needs else scopes
        if not places:
            return name
        where = listed((place.say(language) for place in places), language)
        return _PLACED.say(language, name=name, where=where)
