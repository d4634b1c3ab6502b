"""The arguments of the commands that do something else than print a view."""

from __future__ import annotations

from plan_tui.cli.arguments import add_ascii, port
from plan_tui.cli.view_arguments import SECTION_KEY
from plan_tui.errors import UsageError
from plan_tui.text.language import Phrase

TYPE_CHECKING = False
if TYPE_CHECKING:
    from plan_tui.cli.arguments import Declared
    from plan_tui.text.language import Language

_TEXT = Phrase(
    "書き加える文。#で始まる語はタグ（なければ今あるメモを示す）",
    "what to add; words that begin with # are tags (without any, what is there is printed)",
)
_TAG = Phrase("タグを付ける", "add a tag")
_MARK = Phrase("この文字でしおりを付ける", "mark the place with this letter or digit")
_NO_LETTER = Phrase(
    "{text!r}は英字か数字1つではありません", "{text!r} is not one letter (a-z) or digit"
)
_IN_PLACE = Phrase(
    "今あるメモとタグに置き換える", "in the place of the text and tags that are there"
)
_TAKE_OUT = Phrase("メモ・タグ・しおりを消す", "take note, tags and mark out")
_NAME = Phrase("検索の名前", "the name of the search")
_COMMAND = Phrase(
    "名前を付けるコマンド（オプションがあれば全体を引用符で囲む。なければ今あるものを示す）",
    "the command to name; in quotes if it has options (without it, what has the name is printed)",
)
_FORGET = Phrase("この名前を消す", "take the name out")
_FILE = Phrase(
    "追加するファイル（PDF、PDFのテキスト、Markdown）", "a PDF, the text of one, or Markdown"
)
_AS = Phrase("版の名前（既定は日付から）", "id of the edition (else by its day)")
_DATE = Phrase("決定の日（既定は表紙から）", "day of the decision (else as the cover says)")
_TITLE = Phrase("題名（既定は表紙から）", "title (else as the cover says)")
_REPLACE = Phrase(
    "この文書に置き換える文書", "the document whose place it takes, such as plan-2025"
)
_DRY_RUN = Phrase("何も変えずに検証の結果だけを示す", "print the proof alone and change nothing")
_LIST = Phrase("追加した文書の一覧", "list what was added")
_REMOVE = Phrase("追加した文書又は版の取り外し", "take out what was added, by document or edition")
_REBUILD = Phrase(
    "同梱のデータベース、原本、対応の判定から作り直す",
    "build anew from the packaged database, the originals and your decisions",
)
_PROGRESS = Phrase(
    "標準エラーに進行を1行1件のJSONで書く", "tell each step on standard error, a JSON line each"
)
_PORT = Phrase("ポート番号（既定は8000）", "the port (8000 if none is named)")
_EXPORTS_FOLDER = Phrase(
    "ブラウザーから書き出すファイルを置くフォルダー（既定は~/plan-tui-exports）",
    "the one folder into which files are exported (~/plan-tui-exports if none is named)",
)
_SHELL = Phrase("シェルの名前", "the shell")
_DATA = Phrase(
    "sources/manifest.toml のあるフォルダー", "the folder that holds sources/manifest.toml"
)


def note(parser: Declared, language: Language) -> None:
    """Add the place, the text, and what to do with it."""
    parser.add_argument("key", metavar="KEY", help=SECTION_KEY.say(language))
    parser.add_argument("text", nargs="*", default=[], metavar="TEXT", help=_TEXT.say(language))
    parser.add_argument(
        "--tag", action="append", default=[], metavar="TAG", help=_TAG.say(language)
    )
    parser.add_argument("--mark", type=letter, metavar="LETTER", help=_MARK.say(language))
    parser.add_argument("--replace", action="store_true", help=_IN_PLACE.say(language))
    parser.add_argument("--remove", action="store_true", help=_TAKE_OUT.say(language))


def name(parser: Declared, language: Language) -> None:
    """Add the name, the command, and what to do with them."""
    parser.add_argument("name", metavar="NAME", help=_NAME.say(language))
    parser.add_argument(
        "command", nargs="*", default=[], metavar="COMMAND", help=_COMMAND.say(language)
    )
    parser.add_argument("--remove", action="store_true", help=_FORGET.say(language))


def add(parser: Declared, language: Language) -> None:
    """Add the command's arguments."""
    parser.add_argument("file", nargs="?", metavar="FILE", help=_FILE.say(language))
    parser.add_argument("--as", dest="edition", metavar="ID", help=_AS.say(language))
    parser.add_argument("--date", metavar="DAY", help=_DATE.say(language))
    parser.add_argument("--title", metavar="T", help=_TITLE.say(language))
    parser.add_argument("--replace", metavar="DOCUMENT", help=_REPLACE.say(language))
    parser.add_argument("--dry-run", action="store_true", help=_DRY_RUN.say(language))
    parser.add_argument("--list", action="store_true", help=_LIST.say(language))
    parser.add_argument("--remove", metavar="ID", help=_REMOVE.say(language))
    parser.add_argument("--rebuild", action="store_true", help=_REBUILD.say(language))
    parser.add_argument("--progress", choices=("json",), help=_PROGRESS.say(language))


def serve(parser: Declared, language: Language) -> None:
    """Add the port, the folder of exports, and how signs are drawn."""
    parser.add_argument("--port", type=port, default=8000, metavar="N", help=_PORT.say(language))
    parser.add_argument("--exports", metavar="DIR", help=_EXPORTS_FOLDER.say(language))
    add_ascii(parser, language)


def build(parser: Declared, language: Language) -> None:
    """Add the folder of the sources."""
    parser.add_argument("--data", metavar="DIR", help=_DATA.say(language))


def completion(parser: Declared, language: Language) -> None:
    """Add the shell."""
    from plan_tui.cli.shell_scripts import SHELLS

    parser.add_argument("shell", choices=SHELLS, help=_SHELL.say(language))


def check(parser: Declared, language: Language) -> None:
    """Add no arguments."""


doctor = check


def letter(text: str) -> str:
    """Read the letter or digit of a mark (an option's value).

    Raises:
        UsageError: it is none, or more than one.

    """
    from plan_tui.model.place_notes import mark_letter

    plain = mark_letter(text)
    if not plain:
        raise UsageError(_NO_LETTER.of(text=text))
    return plain
