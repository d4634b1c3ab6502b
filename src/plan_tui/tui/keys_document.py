"""Writes docs/keys.md from the list of commands: ``python -m plan_tui.tui.keys_document``."""

from __future__ import annotations

from plan_tui.tui.commands import COMMANDS, GROUPS, WHERE, CommandGroup

_HEAD = """# Keys

<!-- Written by `python -m plan_tui.tui.keys_document > docs/keys.md`; a test compares them. -->

Every command also stands in the palette (`:` or `Ctrl+P`), by its Japanese name, its English name
or in romaji. While a Japanese input method is on, the full-width characters that it sends (`ｊ`,
`／`, `？` …) work as the keys themselves. `^D` means `Ctrl+D`.

## Keys of your own

`~/.config/plan-tui/keys.toml` (or `$XDG_CONFIG_HOME/plan-tui/keys.toml`; else, on Windows and
macOS, in the folder where the system keeps the settings of programs) gives commands other keys:
one line for each command, its id from the tables below, and a key or a list of keys.

```toml
overview = "9"
half-down = ["ctrl+f", "pagedown"]
```

A key is one character, or a name such as `ctrl+x`, `alt+left`, `f5`, `enter`, `escape`, `space`,
`pagedown`. The keys named in the file replace the usual ones of that command; footer, palette and
help show them, and full-width twins come with them. If the file is wrong, the program says in which
entry, and the usual keys count.
"""


def keys_document() -> str:
    """Return the document."""
    parts = [_HEAD]
    for group in CommandGroup:
        parts.append(f"\n## {GROUPS[group].en} ({GROUPS[group].ja})\n")
        parts.append("| keys | command | 日本語 | romaji | what it does | where | id |")
        parts.append("|---|---|---|---|---|---|---|")
        for command in COMMANDS:
            if command.group is group:
                keys = " ".join(f"`{key}`" for key in command.shown_keys.split())
                where = ", ".join(WHERE[scope].en for scope in command.scopes)
                parts.append(
                    f"| {keys} | {command.name.en} | {command.name.ja} | {command.romaji} "
                    f"| {command.help.en} | {where} | `{command.id}` |"
                )
    return "\n".join(parts) + "\n"


if __name__ == "__main__":
    print(keys_document(), end="")
