"""What is said of a key whose command cannot be given where it was pressed, or that has none."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from plan_tui.text.language import Language, Phrase
from plan_tui.tui.commands import COMMANDS, WHERE, Command, Scope

NOT_HERE = Phrase("ここでは使えません：{commands}", "Not here: {commands}")
PLACED = Phrase("{name}（{where}）", "{name} ({where})")
COMMA = Phrase("、", ", ")
NO_COMMAND = Phrase(
    "{key} に割り当てたコマンドはありません。キーの一覧は {help} です。",
    "{key} has no command; the keys are listed by {help}.",
)

_SECTION = Phrase("箇所を選んでから", "once a section is chosen")
_MATCHES = Phrase(
    "本文か比較に一致か差分があるとき", "in a text or a comparison with matches or differences"
)
_PANES = Phrase("枠が複数あるとき", "where there are several panes")
_VIEW = Phrase("内容があるとき", "where there is something to take")
_OFFERS = Phrase("入力に補うものがあるとき", "where there is something to complete")
NEEDS: dict[str, Phrase] = {
    "compare": _SECTION,
    "source": _SECTION,
    "previous-edition": _SECTION,
    "next-edition": _SECTION,
    "mark": _SECTION,
    "track": _SECTION,
    "next-hit": _MATCHES,
    "previous-hit": _MATCHES,
    "next-pane": _PANES,
    "previous-pane": _PANES,
    "export": _VIEW,
    "copy": _VIEW,
    "complete": _OFFERS,
    "next-completion": _OFFERS,
    "relation": Phrase("版の変化で、版を選んでから", "in the changes, once editions are chosen"),
    "calendar": Phrase(
        "期限の一覧と推移、施策の一覧、KPIの日付のあるところ",
        "in the targets, the tracks, the measures, and where KPIs name dates",
    ),
    "column-width": Phrase("幅の広い本文で", "in texts that are broad enough"),
}
"""What commands need that a screen can lack, in place of where their keys are bound."""
_ANYWHERE = frozenset((Scope.APP, Scope.SCREEN))


def of_key(
    pressed: Collection[str | None], rebound: Mapping[str, tuple[str, ...]]
) -> list[Command]:
    """Return the commands of a key, wherever they can be given.

    Args:
        pressed: the key's name and its character.
        rebound: ids of commands → keys that the reader chose in place of ours.

    """
    known = (command.bound_to(rebound) for command in COMMANDS)
    return [command for command in known if set(command.all_keys) & set(pressed)]


def not_here(commands: Sequence[Command], language: Language) -> str:
    """Say where commands can be given."""
    said = COMMA.say(language).join(_placed(command, language) for command in commands)
    return NOT_HERE.say(language, commands=said)


def _placed(command: Command, language: Language) -> str:
    name = command.name.say(language)
    places = [WHERE[scope] for scope in command.scopes if scope not in _ANYWHERE]
    where = [NEEDS[command.id]] if command.id in NEEDS else places
    if not where:
        return name
    joined = COMMA.say(language).join(place.say(language) for place in where)
    return PLACED.say(language, name=name, where=joined)
