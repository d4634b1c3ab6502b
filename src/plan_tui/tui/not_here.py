"""What is said of a key whose command cannot be given where it was pressed."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from plan_tui.text.language import Language, Phrase
from plan_tui.tui.commands import COMMANDS, WHERE, Command, Scope

NOT_HERE = Phrase("ここでは使えません：{commands}", "Not here: {commands}")
PLACED = Phrase("{name}（{where}）", "{name} ({where})")
COMMA = Phrase("、", ", ")

_SECTION = Phrase("箇所を選んでから", "once a section is chosen")
_MATCHES = Phrase("一致か差分があるとき", "where there are matches or differences")
_NEEDS: dict[str, Phrase] = {
    "compare": _SECTION,
    "source": _SECTION,
    "previous-edition": _SECTION,
    "next-edition": _SECTION,
    "mark": _SECTION,
    "track": _SECTION,
    "next-hit": _MATCHES,
    "previous-hit": _MATCHES,
}
"""What commands need that a screen can lack."""
_ANYWHERE = frozenset((Scope.APP, Scope.SCREEN))


def not_here(
    pressed: Collection[str | None], rebound: Mapping[str, tuple[str, ...]], language: Language
) -> str:
    """Say where the commands of a key can be given; nothing for a key without any.

    Args:
        pressed: the key's name and its character.
        rebound: ids of commands → keys that the reader chose in place of ours.
        language: to say it in.

    """
    known = (command.bound_to(rebound) for command in COMMANDS)
    found = [command for command in known if set(command.all_keys) & set(pressed)]
    said = [_placed(command, language) for command in found]
    return NOT_HERE.say(language, commands=COMMA.say(language).join(said)) if said else ""


def _placed(command: Command, language: Language) -> str:
    name = command.name.say(language)
    places = [WHERE[scope] for scope in command.scopes if scope not in _ANYWHERE]
    where = [_NEEDS[command.id]] if command.id in _NEEDS else places
    if not where:
        return name
    joined = COMMA.say(language).join(place.say(language) for place in where)
    return PLACED.say(language, name=name, where=joined)
