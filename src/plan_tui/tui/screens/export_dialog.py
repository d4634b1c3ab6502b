"""The window that asks for a path and writes the view there."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input

from plan_tui.export.confined_file import NOT_PLAIN, is_plain_name
from plan_tui.export.formats import foreign_ending, missing_extra
from plan_tui.query.completion import Completion
from plan_tui.text.language import Language, Phrase
from plan_tui.text.record import record
from plan_tui.text.shell import exporting
from plan_tui.tui.export_formats import choice_words, format_of, names_of_others
from plan_tui.tui.files import holds, names_folder, narrow_name, typed_path, with_tilde
from plan_tui.tui.render.line import Paragraph, Piece
from plan_tui.tui.screens.plan_screen import Dialog
from plan_tui.tui.widgets.line_pane import LinePane
from plan_tui.tui.widgets.pane import Bar
from plan_tui.tui.widgets.query_input import QueryInput

TITLE = Phrase("書き出し", "Export")
KEYS = Phrase("Enter 書き出す　Tab 形式　Esc やめる", "Enter writes, Tab format, Esc cancels")
OTHER_LAYOUT = Phrase("Down で別の形：{name}", "Down for another layout: {name}")
SAME_AS = Phrase("同じ内容のコマンド：{command}", "This command gives the same: {command}")
EXISTS = Phrase(
    "同じ名前のファイルがあります。もう一度 Enter で上書きします。",
    "A file of this name exists. Press Enter again to overwrite it.",
)
NO_FOLDER = Phrase("フォルダーがありません：{folder}", "There is no such folder: {folder}")
NO_NAME = Phrase("ファイルの名前を入力してください。", "Type the name of a file.")
INTO = Phrase("書き出し先：{folder}", "Into the folder {folder}")
IS_FOLDER = Phrase("フォルダーの名前です。", "That is a folder.")
AND_DOWNLOAD = Phrase(
    "書き出し先：{folder}（ブラウザーにもダウンロードします）",
    "Into the folder {folder}, and as a download of the browser",
)


@record
class ExportLayout:
    """One of several ways to lay out what is written."""

    name: Phrase
    path: str
    """The name of the file that is offered."""
    command: str
    """The command that gives the same."""


class FileNameBox(QueryInput):
    """A box for the name of a file, whose ending a key makes that of the next format."""

    def action_complete(self) -> None:
        """Ask for the next format."""
        self.put(self.completions[0].text)

    def action_cursor_right(self, select: bool = False) -> None:
        """Move the cursor, at the end too: only the key of completion chooses a format."""
        Input.action_cursor_right(self, select)


class ExportDialog(Dialog):
    """Answers with the path to write; the caller writes. The arrows choose another layout."""

    DEFAULT_CSS = """
    ExportDialog LinePane { height: 3; }
    ExportDialog QueryInput { background: $plan-ground; }
    """
    AUTO_FOCUS = "FileNameBox"

    def __init__(
        self,
        language: Language,
        path: str,
        command: str,
        layouts: Sequence[ExportLayout] = (),
        confined: Path | None = None,
    ) -> None:
        """Offer a path; of several layouts the first is that of the path and the command.

        Where a folder is given the path is a name in it, and nothing else is taken.
        """
        super().__init__(language)
        self._path = path
        self._confined = confined
        self._command = command
        self._asked_of = ""
        self.confirmed = False
        """Whether the reader said that a file may be overwritten."""
        self._layouts = layouts
        self.layout_number = 0
        """Which of the layouts is chosen."""
        self.box = FileNameBox(self._changed)
        self.note = LinePane()
        self.note.can_focus = False

    def compose(self) -> ComposeResult:
        """Yield the title, the box for the path and a note."""
        with Vertical(classes="window"):
            yield Bar()
            yield self.box
            yield self.note

    def on_mount(self) -> None:
        """Offer the default path, which typing replaces as in every box."""
        self.query_one(Bar).press(active=True)
        self._offer()

    def _offer(self) -> None:
        """Offer the path of the layout."""
        name = TITLE.say(self.language)
        if self._layouts:
            layout = self._layouts[self.layout_number]
            self._path, self._command = layout.path, layout.command
            name = layout.name.say(self.language)
        self.query_one(Bar).say([Piece(name, "strong")], [Piece(KEYS.say(self.language))])
        self.box.value = self._path
        self.box.ask_again()

    @on(QueryInput.Moved)
    def _choose_layout(self, message: QueryInput.Moved) -> None:
        """Go to the next layout, or the one before."""
        if self._layouts:
            self.layout_number = (self.layout_number + message.step) % len(self._layouts)
            self._offer()

    def _say(self, words: str = "", role: str = "unset") -> None:
        """Say what is in the way, else where the file goes; the formats, and the command."""
        into = self._into()
        file = Path(self.box.value).name
        command = exporting(self._command, file) if file else self._command
        same_as = SAME_AS.say(self.language, command=command)
        first = Paragraph(words, role=role) if words else Paragraph(into, role="muted")
        choice = Paragraph(choice_words(self.box.value, self.language), role="muted")
        lines = (*self._other_layout(), first, choice, Paragraph(same_as, role="muted"))
        self.note.show(lambda columns: [line for part in lines for line in part.lines(columns)])

    def _other_layout(self) -> tuple[Paragraph, ...]:
        """Name the key to the next layout, where there are several."""
        if not self._layouts:
            return ()
        following = self._layouts[(self.layout_number + 1) % len(self._layouts)]
        name = following.name.say(self.language)
        return (Paragraph(OTHER_LAYOUT.say(self.language, name=name), role="link"),)

    def _into(self) -> str:
        """Say where the file goes."""
        if self._confined is not None:
            return AND_DOWNLOAD.say(self.language, folder=with_tilde(self._confined))
        folder = with_tilde(_absolute(_folder(self.box.value)))
        return INTO.say(self.language, folder=folder)

    def _target(self) -> Path:
        """Return the path that was typed."""
        path = typed_path(self.box.value)
        return path if self._confined is None else self._confined / path

    @on(LinePane.Typeset)
    def _fit(self) -> None:
        """Make the note as high as its lines."""
        self.note.styles.height = max(3, len(self.note.lines))

    def _obstacle(self) -> str:
        """Say what keeps the file from being written, if anything."""
        value = self.box.value
        if not value.strip():
            return NO_NAME.say(self.language)
        if self._confined is not None and not is_plain_name(narrow_name(value)):
            return NOT_PLAIN.say(self.language)
        if not holds(self._folder().is_dir):
            return NO_FOLDER.say(self.language, folder=self._folder())
        if holds(self._target().is_dir):
            return IS_FOLDER.say(self.language)
        return self._lacking(value)

    def _folder(self) -> Path:
        """Return the folder that the file goes to."""
        return _folder(self.box.value) if self._confined is None else self._confined

    def _lacking(self, value: str) -> str:
        """Say that the format that a name asks for is not written, or what to install for it."""
        missing = foreign_ending(str(typed_path(value))) or missing_extra(format_of(value))
        return missing.say(self.language) if missing else ""

    def _changed(self, value: str) -> None:
        """Take back what was said of another name; tell what is in the way of writing to it."""
        self._asked_of = ""
        self.box.set_completions([Completion(n, n, None) for n in names_of_others(value)])
        self._say(self._lacking(value) if self._is_writable_place() else self._obstacle())

    def _is_writable_place(self) -> bool:
        """Tell whether nothing is wrong with the folder so far."""
        if self._confined is not None and not is_plain_name(narrow_name(self.box.value)):
            return False
        return holds(self._folder().is_dir)

    @on(QueryInput.Left)
    def _leave(self) -> None:
        self.dismiss(None)

    @on(Input.Submitted)
    def _write(self) -> None:
        path, obstacle = self._target(), self._obstacle()
        if obstacle:
            self._say(obstacle)
        elif holds(path.is_file) and self._asked_of != self.box.value:
            self._asked_of = self.box.value
            self._say(EXISTS.say(self.language))
        else:
            self.confirmed = bool(self._asked_of)
            self.dismiss(str(path))


def _folder(name: str) -> Path:
    """Return the folder of a file's name; a name that ends as folders do is one."""
    path = typed_path(name)
    return path if names_folder(name) else path.parent


def _absolute(path: Path) -> Path:
    try:
        return path.absolute()
    except OSError:  # the working folder is gone
        return path
