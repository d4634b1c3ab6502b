"""The window that asks for the file of an edition to add."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Input

from plan_tui.query.completion import Completion
from plan_tui.text.language import Language, Phrase
from plan_tui.tui.files import holds, names_folder, typed_path
from plan_tui.tui.render.line import Paragraph, Piece
from plan_tui.tui.screens.plan_screen import Dialog
from plan_tui.tui.widgets.line_pane import LinePane
from plan_tui.tui.widgets.pane import Bar
from plan_tui.tui.widgets.query_input import QueryInput

TITLE = Phrase("版を追加", "Add an edition")
KEYS = Phrase("Enter 追加　Esc やめる", "Enter adds, Esc cancels")
FILE = Phrase("ファイル", "File")
EDITION = Phrase("版の名前", "ID")
DAY = Phrase("決定日", "Date")
FILE_HINT = Phrase("PDF、そのテキスト、Markdown", "a PDF, the text of one, or Markdown")
EDITION_HINT = Phrase("空なら日付から（2026 など）", "from the date if empty (such as 2026)")
DAY_HINT = Phrase("空なら表紙から（2026-06-13 など）", "from the cover if empty (2026-06-13)")
ADVICE = Phrase(
    "Tab 名前を補う・次の欄へ　上下キー 欄を移る　追加した版は自分のデータベースに入り、"
    "同梱のものは変わりません。",
    "Tab completes a name or goes on; up and down move between the boxes. What you add "
    "goes into a database of your own; the packaged one is not changed.",
)
COMPLETIONS = Phrase("Tab：{names}", "Tab: {names}")
NO_NAME = Phrase("ファイルの名前を入力してください。", "Type the name of a file.")
NO_FILE = Phrase("ファイルがありません：{path}", "There is no such file: {path}")
IS_FOLDER = Phrase("フォルダーの名前です。", "That is a folder.")
_LIKELY = ("/", ".pdf", ".txt", ".md", ".markdown")
_MOST = 8
"""Names that a file's name can be completed to."""


class PathBox(QueryInput):
    """A box for the name of a file, which can be completed part by part."""

    def action_complete(self) -> None:
        """Complete the name; a folder's goes on."""
        self.put(self.completions[0].text)


class AddDialog(Dialog):
    """Answers with the path of the file; what else was typed stays to be asked for."""

    DEFAULT_CSS = """
    AddDialog Horizontal { height: 1; }
    AddDialog Horizontal > Bar { width: 11; background: $plan-pane; }
    AddDialog QueryInput { width: 1fr; background: $plan-ground; }
    AddDialog LinePane { height: 3; margin-top: 1; }
    """
    AUTO_FOCUS = "PathBox"

    def __init__(self, language: Language) -> None:
        super().__init__(language)
        self.box = PathBox(self._changed)
        self.edition = QueryInput()
        self.day = QueryInput()
        self.note = LinePane()
        self.note.can_focus = False

    def compose(self) -> ComposeResult:
        """Yield the title, a box for the file, its id and its day each, and a note."""
        with Vertical(classes="window"):
            yield Bar(ident="add-title")
            for box in (self.box, self.edition, self.day):
                with Horizontal():
                    yield Bar()
                    yield box
            yield self.note

    def on_mount(self) -> None:
        """Say what is asked."""
        title, *labels = self.query(Bar)
        title.press(active=True)
        title.say([Piece(TITLE.say(self.language), "strong")], [Piece(KEYS.say(self.language))])
        for label, name in zip(labels, (FILE, EDITION, DAY), strict=True):
            label.say([Piece(name.say(self.language), "label")])
        hints = (FILE_HINT, EDITION_HINT, DAY_HINT)
        for box, hint in zip((self.box, self.edition, self.day), hints, strict=True):
            box.hint = hint.say(self.language)
        self._say()

    def _say(self, obstacle: str = "") -> None:
        """Say what is in the way, else what can be typed."""
        role = "unset" if obstacle else "muted"
        words = obstacle or self._advice()
        self.note.show(lambda columns: Paragraph(words, role=role).lines(columns))

    def _advice(self) -> str:
        names = [completion.word for completion in self.box.completions]
        if not names:
            return ADVICE.say(self.language)
        return COMPLETIONS.say(self.language, names="  ".join(names))

    @on(LinePane.Typeset)
    def _fit(self) -> None:
        """Make the note as high as its lines."""
        self.note.styles.height = max(2, len(self.note.lines))

    def _changed(self, value: str) -> None:
        self.box.set_completions(path_completions(value))
        if self.is_attached:
            self._say()

    @on(QueryInput.Moved)
    def _move(self, message: QueryInput.Moved) -> None:
        boxes = (self.box, self.edition, self.day)
        at = next((number for number, box in enumerate(boxes) if box.has_focus), 0)
        boxes[max(0, min(at + message.step, len(boxes) - 1))].focus()

    @on(QueryInput.Left)
    def _leave(self) -> None:
        self.dismiss(None)

    @on(Input.Submitted)
    def _add(self) -> None:
        path = typed_path(self.box.value)
        if not self.box.value.strip():
            self._say(NO_NAME.say(self.language))
        elif holds(path.is_dir):
            self._say(IS_FOLDER.say(self.language))
        elif not holds(path.exists):
            self._say(NO_FILE.say(self.language, path=path))
        else:
            self.dismiss(str(path))


def path_completions(typed: str) -> list[Completion]:
    """Return what the name of a file can be completed to: folders and files.

    Hidden ones are offered once their dot is typed. What all begin with comes first, if that is
    more than what is typed.
    """
    name = typed.strip()
    if name in ("", "~"):
        return [Completion("~/", "~/", None)] if name else []
    path = typed_path(name)
    folder, begun = (path, "") if names_folder(name) else (path.parent, path.name)
    try:
        entries = [entry.name + "/" * entry.is_dir() for entry in folder.iterdir()]
    except (OSError, ValueError):
        return []
    offered = (each for each in entries if each.isprintable() and each.startswith(begun))
    names = sorted((each for each in offered if begun or each[0] != "."), key=_likely_first)
    common = names[0] if names else ""
    while not all(each.startswith(common) for each in names):
        common = common[:-1]
    if len(names) > 1 and len(common) > len(begun):
        names.insert(0, common)
    names = names[:_MOST]
    before = name[: len(name) - len(begun)]
    return [Completion(f"{before}{each}", each, None) for each in names]


def _likely_first(name: str) -> tuple[bool, str]:
    """Return the sort key of a name: folders and what can be added, then the rest."""
    return not name.lower().endswith(_LIKELY), name
