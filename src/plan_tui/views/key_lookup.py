"""The section that a person names: by its key, or by its number or citation as printed."""

from __future__ import annotations

import unicodedata

from plan_tui.errors import UsageError
from plan_tui.text.language import Phrase
from plan_tui.text.late_pattern import late_pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from plan_tui.store.plan import Plan

_NUMBER = late_pattern(r"\[?(?:no\.?)?m?(\d+-\d+)\]?")
"""A measure's number as people write it, folded: ``1-8``, ``m1-8``, ``no.1-8``, ``[no.1-8]``."""
PLACE_INSIDE = late_pattern(r"(?P<key>(?s:.*))#(?P<kind>note|progress|outcome)-(?P<number>(?s:.+))")
"""A footnote or a KPI behind its section's key, as citations name it: ``KEY#note-12``."""
_NAMED = 8
"""Keys that a message names at most."""
_SEVERAL = Phrase(
    "キーが{words!r}の見出しはありません。複数の見出しが考えられます。どれかのキーを書い"
    "てください：{keys}",
    "no section has the key {words!r}; it could be several, so type one of their keys: {keys}",
)
_INSIDE = Phrase(
    "{words!r}は見出しの中の箇所を指します。引用は`plan-tui show {words} --cite`、本文は"
    "`plan-tui show {key}`",
    "{words!r} names a place inside a section; `plan-tui show {words} --cite` cites it, "
    "`plan-tui show {key}` shows the section",
)
_NEAREST = Phrase(
    "キーが{words!r}の見出しはありません。近いもの：{keys}",
    "no section has the key {words!r}; the nearest: {keys}",
)


def named_key(plan: Plan, words: str, *, is_key: bool = True) -> str:
    """Return the key of the section that ``words`` names.

    Words are a key, in full width as well; or, where they name one section alone, a key with
    other capitals or without its edition, a measure's number, or a citation as it is printed.
    Other words are returned as they are, as a key that does not exist; the caller reports that.

    Args:
        plan: the stored plan.
        words: what a person typed.
        is_key: False where they may as well name something else than a section.

    Raises:
        UsageError: they name several sections, or none but are like the keys of some; the message
            names these.

    """
    key = _plain(words)
    try:
        return plan.section(key).key
    except UsageError:
        keys = _keys_named(plan, key.casefold())
    if len(keys) > 1:
        some = ", ".join(keys[:_NAMED]) + (" …" if len(keys) > _NAMED else "")
        raise UsageError(_SEVERAL.of(words=words, keys=some))
    if not keys and is_key:
        _refuse_near_miss(plan, words, key)
    return keys[0] if keys else key


def _refuse_near_miss(plan: Plan, words: str, key: str) -> None:
    """Raise which keys are nearest to one that does not exist, if any are."""
    inside = PLACE_INSIDE.fullmatch(key)
    if inside and any(section.key == inside["key"] for section in plan.sections()):
        raise UsageError(_INSIDE.of(words=words, key=inside["key"]))
    from plan_tui.search.near_names import near_names

    names = {}
    for section in plan.sections():
        names[section.key] = section.key
        if ":" not in key:
            names.setdefault(section.key.partition(":")[2], section.key)
    near = dict.fromkeys(names[name] for name in near_names(key, names))
    if near:
        raise UsageError(_NEAREST.of(words=words, keys=", ".join(near)))


def _keys_named(plan: Plan, folded: str) -> list[str]:
    """Return the keys of the sections that casefolded words name."""
    number = _NUMBER.fullmatch(folded)
    short = f":m{number[1]}" if number else f":{folded}"
    return [
        key
        for key, citation in plan.section_names()
        if key.casefold().endswith(short) or folded in (key.casefold(), _plain(citation).casefold())
    ]


def _plain(words: str) -> str:
    """Return words with full-width letters and digits as ASCII ones.

    The apostrophe by which a table keeps a key from being taken for a time is none of the key.
    """
    return unicodedata.normalize("NFKC", words).strip().removeprefix("'")
