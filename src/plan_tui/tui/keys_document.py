"""Writes docs/keys.md from the list of commands: ``python -m plan_tui.tui.keys_document``.

With ``ja`` behind it, docs/keys.ja.md.
"""

from __future__ import annotations

import sys

from plan_tui.labels.punctuation import listed
from plan_tui.text.language import Language, Phrase
from plan_tui.tui.commands import COMMANDS, GROUPS, WHERE, Command, CommandGroup

_HEAD = Phrase(
    """# キー

<!-- `python -m plan_tui.tui.keys_document ja > docs/keys.ja.md`が書き出し、テストが照合します。 -->

英語版：[keys.md](keys.md)

どのコマンドも、パレット（`:`又は`Ctrl+P`）から、日本語、英語、ローマ字の名前で呼び出せます。
日本語入力がオンのときに送られる全角文字（`ｊ`、`／`、`？`など）は、同じキーとして働きます。
`^D`は`Ctrl+D`のことです。

## 自分のキー

`~/.config/plan-tui/keys.toml`（又は`$XDG_CONFIG_HOME/plan-tui/keys.toml`。WindowsとmacOSでは、どちらもなければ
システムがプログラムの設定を置くフォルダーの中）で、コマンドに別のキーを付けられます。
コマンドごとに1行で、下の表のIDと、キー又はキーの一覧を書きます。

```toml
overview = "9"
half-down = ["ctrl+f", "pagedown"]
```

キーは1文字か、`ctrl+x`、`alt+left`、`f5`、`enter`、`escape`、`space`、`pagedown`のような名前です。
書いたキーは、そのコマンドの既定のキーに代わります。画面の下の行、パレット、ヘルプにも示され、
全角文字でも働きます。ファイルに誤りがあれば、どの項目かを示し、既定のキーを使います。
""",
    """# Keys

<!-- Written by `python -m plan_tui.tui.keys_document > docs/keys.md`; a test compares them. -->

In Japanese: [keys.ja.md](keys.ja.md)

Every command also stands in the palette (`:` or `Ctrl+P`), by its Japanese name, its English name
or in romaji. While a Japanese input method is on, the full-width characters that it sends (`ｊ`,
`／`, `？` and others) work as the keys themselves. `^D` means `Ctrl+D`.

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
entry, and the usual keys apply.
""",
)
_COLUMNS = Phrase(
    "| キー | コマンド | English | ローマ字 | 働き | 使える所 | ID |",
    "| keys | command | Japanese | romaji | what it does | where | id |",
)


def keys_document(language: Language = Language.EN) -> str:
    """Return the document in a language."""
    other = Language.EN if language is Language.JA else Language.JA
    parts = [_HEAD.say(language)]
    for group in CommandGroup:
        beside = f" ({GROUPS[group].ja})" if language is Language.EN else ""
        parts.append(f"\n## {GROUPS[group].say(language)}{beside}\n")
        parts += [_COLUMNS.say(language), "|---|---|---|---|---|---|---|"]
        parts += [_row(command, language, other) for command in COMMANDS if command.group is group]
    return "\n".join(parts) + "\n"


def _row(command: Command, language: Language, other: Language) -> str:
    keys = " ".join(f"`{key}`" for key in command.shown_keys.split())
    where = listed((WHERE[scope].say(language) for scope in command.scopes), language)
    names = f"{command.name.say(language)} | {command.name.say(other)} | {command.romaji}"
    return f"| {keys} | {names} | {command.help.say(language)} | {where} | `{command.id}` |"


if __name__ == "__main__":
    print(keys_document(Language(sys.argv[1]) if sys.argv[1:] else Language.EN), end="")
