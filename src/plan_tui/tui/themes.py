"""Colours: every role that text can have, in a light, a dark and a high-contrast theme.

Each pair of colours has a contrast of at least 4.5. The colours of differences and of editions
stay apart for eyes that lack one kind of cone, after the palette of Okabe and Ito: bluish green,
vermilion, yellow, blue. Tests compute both. And no role differs from another by colour alone:
signs, underline or strike say the same.
"""

from __future__ import annotations

from collections.abc import Mapping

from rich.style import Style
from textual.color import Color
from textual.theme import Theme

from plan_tui.text.language import Phrase
from plan_tui.text.record import record


@record
class Ink:
    """How one role of text is drawn. Names are those of `_COLOURS`."""

    colour: str = "text"
    ground: str = ""
    """Empty: whatever lies below."""
    style: str = ""
    """Text styles, such as ``bold underline``."""
    plain: str | None = None
    """Text styles where there are no colours; None for those of ``style``."""


EDITION_COLOURS = 8
"""Editions that have a colour of their own."""

INKS: dict[str, Ink] = {
    "text": Ink(),
    "muted": Ink("muted"),
    "strong": Ink(style="bold"),
    "heading": Ink("accent", style="bold"),
    "label": Ink("muted", style="bold"),
    "link": Ink("accent", plain="underline"),
    "mark": Ink("accent", style="bold"),
    "note": Ink("muted"),
    "rule": Ink("muted"),
    "warning": Ink("changed", style="bold"),
    "good": Ink("new", style="bold"),
    "bad": Ink("gone", style="bold"),
    "unset": Ink("changed", "changed-ground", "bold"),
    "tag": Ink("tag", "tag-ground"),
    "hit": Ink("hit", "hit-ground", plain="bold underline"),
    "hit-now": Ink("hit-now", "hit-now-ground", "bold underline", "bold reverse"),
    "new": Ink("new", "new-ground", "underline"),
    "gone": Ink("gone", "gone-ground", "strike"),
    "changed": Ink("changed", "changed-ground", "bold"),
    "moved": Ink("accent", style="italic"),
    "shared": Ink("tag", "tag-ground", "underline", "bold"),
    "other": Ink("muted"),
    "notation": Ink(style="italic"),
    "date": Ink("accent", style="underline"),
    "number": Ink("tag", style="bold underline", plain="underline"),
    "table-head": Ink("accent", style="bold underline"),
    "stripe": Ink(ground="stripe"),
    "cursor": Ink("cursor", "cursor-ground", "bold", "bold reverse not underline"),
    "cursor-away": Ink("text", "cursor-away", "bold", "bold underline"),
    "edition-1": Ink("edition-1", style="bold"),
    "edition-2": Ink("edition-2", style="bold"),
    "edition-3": Ink("edition-3", style="bold"),
    "edition-4": Ink("edition-4", style="bold"),
    "edition-5": Ink("edition-5", style="bold"),
    "edition-6": Ink("edition-6", style="bold"),
    "edition-7": Ink("edition-7", style="bold"),
    "edition-8": Ink("edition-8", style="bold"),
    "edition-more": Ink(style="bold"),
}

_LIGHT = {
    "text": "#1d2126",
    "muted": "#555b63",
    "accent": "#0a57a4",
    "ground": "#fcfbf8",
    "pane": "#f4f2ec",
    "bar": "#e4e0d5",
    "stripe": "#f1eee5",
    "cursor": "#ffffff",
    "cursor-ground": "#0a57a4",
    "cursor-away": "#d3dfec",
    "new": "#004f47",
    "new-ground": "#cdf0e4",
    "gone": "#7d2200",
    "gone-ground": "#ffdccb",
    "changed": "#716000",
    "changed-ground": "#f9f0b4",
    "hit": "#1d2126",
    "hit-ground": "#ffe38f",
    "hit-now": "#1d2126",
    "hit-now-ground": "#ffb84d",
    "tag": "#1054ab",
    "tag-ground": "#dfe6fb",
    "edition-1": "#0a58ba",
    "edition-2": "#651a7a",
    "edition-3": "#00463a",
    "edition-4": "#8a5410",
    "edition-5": "#b4246c",
    "edition-6": "#840000",
    "edition-7": "#8400fc",
    "edition-8": "#3c0c48",
}
_DARK = {
    "text": "#e4e7eb",
    "muted": "#a3acb8",
    "accent": "#86bdff",
    "ground": "#12151a",
    "pane": "#191d24",
    "bar": "#272d37",
    "stripe": "#1b2028",
    "cursor": "#ffffff",
    "cursor-ground": "#2a64a6",
    "cursor-away": "#2d3a4b",
    "new": "#8ff0dc",
    "new-ground": "#103b33",
    "gone": "#ff9c85",
    "gone-ground": "#4a1a12",
    "changed": "#f7dc78",
    "changed-ground": "#3d3510",
    "hit": "#14171c",
    "hit-ground": "#e8c65a",
    "hit-now": "#14171c",
    "hit-now-ground": "#ff9f40",
    "tag": "#93bbf7",
    "tag-ground": "#1c2b4c",
    "edition-1": "#63b8ff",
    "edition-2": "#ec92c8",
    "edition-3": "#8cf0d4",
    "edition-4": "#fbca86",
    "edition-5": "#90c024",
    "edition-6": "#6c90fc",
    "edition-7": "#b4906c",
    "edition-8": "#f0ff00",
}
_CONTRAST = {
    "text": "#ffffff",
    "muted": "#dcdcdc",
    "accent": "#6fd6ff",
    "ground": "#000000",
    "pane": "#000000",
    "bar": "#2b2b2b",
    "stripe": "#161616",
    "cursor": "#000000",
    "cursor-ground": "#ffff00",
    "cursor-away": "#4a4a00",
    "new": "#96ffe6",
    "new-ground": "#00302a",
    "gone": "#ff9a7a",
    "gone-ground": "#4a1000",
    "changed": "#ffe433",
    "changed-ground": "#3d3400",
    "hit": "#000000",
    "hit-ground": "#ffe066",
    "hit-now": "#000000",
    "hit-now-ground": "#ff9f1a",
    "tag": "#9abcff",
    "tag-ground": "#0a2c66",
    "edition-1": "#61bfff",
    "edition-2": "#e694cc",
    "edition-3": "#80fff0",
    "edition-4": "#ffc670",
    "edition-5": "#ff5484",
    "edition-6": "#9084ff",
    "edition-7": "#a8b400",
    "edition-8": "#ffff00",
}


def _theme(name: str, colours: dict[str, str]) -> Theme:
    return Theme(
        name=name,
        primary=colours["accent"],
        secondary=colours["accent"],
        accent=colours["accent"],
        warning=colours["changed"],
        error=colours["gone"],
        success=colours["new"],
        foreground=colours["text"],
        background=colours["ground"],
        surface=colours["pane"],
        panel=colours["bar"],
        dark=Color.parse(colours["ground"]).brightness < 0.5,
        text_alpha=1.0,
        variables=variables(colours),
    )


def variables(colours: dict[str, str]) -> dict[str, str]:
    """Return a theme's colours as CSS variables, and Textual's own parts in the same colours."""
    ours = {f"plan-{name}": value for name, value in colours.items()}
    return ours | {
        "scrollbar": colours["muted"],
        "scrollbar-hover": colours["accent"],
        "scrollbar-active": colours["accent"],
        "scrollbar-background": colours["pane"],
        "scrollbar-background-hover": colours["pane"],
        "scrollbar-background-active": colours["pane"],
        "scrollbar-corner-color": colours["pane"],
        "input-cursor-background": colours["ground"],
        "input-cursor-foreground": colours["text"],
        "input-cursor-text-style": "reverse",
        "input-selection-background": colours["cursor-away"],
        "screen-selection-background": colours["cursor-away"],
        "screen-selection-foreground": colours["text"],
    }


PALETTES: dict[str, dict[str, str]] = {
    "plan-dark": _DARK,
    "plan-light": _LIGHT,
    "plan-contrast": _CONTRAST,
}
THEMES: tuple[Theme, ...] = tuple(_theme(name, colours) for name, colours in PALETTES.items())
NAMES: dict[str, Phrase] = {
    "plan-dark": Phrase("暗い", "dark"),
    "plan-light": Phrase("明るい", "light"),
    "plan-contrast": Phrase("高コントラスト", "high contrast"),
}
DEFAULTS: dict[str, str] = variables(_DARK)
"""CSS variables for a theme that is not ours."""


def ink_style(role: str, variables: Mapping[str, str], *, plain: bool = False) -> Style:
    """Return how a role is drawn, given a theme's CSS variables; ``plain`` without colours.

    Inks are no component classes: Textual would match each of them against all rules for each
    pane at every change of the focus.
    """
    ink = INKS[role]
    style = ink.plain if plain and ink.plain is not None else ink.style
    return Style.parse(style) + Style(
        color=variables[f"plan-{ink.colour}"],
        bgcolor=variables[f"plan-{ink.ground}"] if ink.ground else None,
    )


def edition_role(ordinal: int) -> str:
    """Return the role of an edition's colour, the same everywhere; ``ordinal`` from 1.

    Further colours would not stay apart for all eyes: those editions share one that is none of
    theirs, and their names alone tell them apart.
    """
    return f"edition-{ordinal}" if ordinal <= EDITION_COLOURS else "edition-more"
