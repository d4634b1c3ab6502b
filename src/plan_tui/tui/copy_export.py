"""CopyExport a view away: copying and writing files."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from plan_tui.errors import DataError
from plan_tui.export.atomic_file import write_whole
from plan_tui.export.formats import Attributed, write
from plan_tui.labels.citations import citation
from plan_tui.model.records import SectionText
from plan_tui.text.controls import visible
from plan_tui.text.language import Language, Phrase
from plan_tui.text.shell import command_line
from plan_tui.tui import clipboard, safe
from plan_tui.tui.base_app import BaseApp
from plan_tui.tui.commands import BY_ID
from plan_tui.tui.render.line import Piece
from plan_tui.tui.screens.export_dialog import ExportDialog
from plan_tui.tui.screens.menu import Choice, Menu
from plan_tui.views.view import View

DOCUMENT = "md"
"""The format that is copied and exported."""
TEXT = Phrase("本文", "Text")
CITATION = Phrase("引用", "Citation")
MARKDOWN = Phrase("Markdown", "Markdown")
KEY = Phrase("キー", "Key")
COMMAND = Phrase("コマンド", "Command")
NOTHING_TO_EXPORT = Phrase("ここには書き出すものがありません。", "There is nothing to export here.")
WRITTEN = Phrase("書き出しました：{path}", "Written: {path}")
IN_BROWSER = Phrase(
    "ブラウザーではファイルに書きません。コマンドで書き出せます：{command}",
    "In the browser no file is written. The command that writes it: {command}",
)
NOT_WRITTEN = Phrase("書き出せません：{error}", "Cannot write: {error}")


def choices(
    text: SectionText | None, view: View | None, attributed: Attributed, language: Language
) -> list[Choice]:
    """Return what can be copied here; each choice's value is the text."""
    from plan_tui.views.show import ShowView

    offered: list[tuple[str, Phrase, str]] = []
    if text is not None:
        offered += [
            ("t", TEXT, ShowView(language, (text,)).text()),
            ("c", CITATION, citation(text, language)),
        ]
    if view is not None and not view.nothing:
        offered.append(("m", MARKDOWN, write(view, DOCUMENT, attributed)))
    if text is not None:
        offered.append(("k", KEY, text.section.key))
    if view is not None:
        offered.append((":", COMMAND, view.command))
    return [Choice(key, _pieces(name.say(language), value), value) for key, name, value in offered]


def export_command(view: View) -> str:
    """Return the command line that writes a view's document to a file."""
    return command_line(("export", *view.words, "-o", file_name(view)))


def file_name(view: View) -> str:
    """Return the name of a view's document."""
    return f"{view.file_name}.{DOCUMENT}"


def _pieces(name: str, taken: str) -> tuple[Piece, ...]:
    first = taken.strip().partition("\n")[0]
    return Piece(f"{name}  ", "strong"), Piece(first, "muted")


class CopyExport(BaseApp):
    """The commands that copy and export."""

    def action_drop_selection(self) -> None:
        """Select nothing."""
        self.screen.clear_selection()

    def copy_to_clipboard(self, text: str) -> None:
        """Copy by the ways that this machine has, and say which one it was.

        All copying comes here, that of Textual's own widgets and screens too.
        """
        if text:
            ask = super().copy_to_clipboard
            instead = None if self.may_write else self._command_of_view()
            safe.notice(self, clipboard.copy(text, ask, self.language, instead=instead))

    def _command_of_view(self) -> str:
        """Return the command line that gives what is shown, else the one that opens us."""
        view = self.here.view() if self.here else None
        return view.command if view else command_line(())

    def action_copy(self) -> None:
        """Copy what is selected, or choose what to copy."""
        selected = self.screen.get_selected_text()
        if selected:
            self.copy_to_clipboard(selected)
            return
        here = self.here
        if here is None:
            return
        text = self.plan.section_text(here.current.key) if here.current else None
        offered = choices(text, here.view(), self.plan.attribution, self.language)
        if offered:
            title = BY_ID["copy"].name.say(self.language)
            self.push_screen(Menu(self.language, title, offered), self._copy)

    def _copy(self, text: str | None) -> None:
        if text is not None:
            self.copy_to_clipboard(text)

    def action_export(self) -> None:
        """Ask for a path and write the present view there."""
        view = self.here.view() if self.here else None
        if view is None:
            self.tell(NOTHING_TO_EXPORT)
            return
        if view.nothing:
            safe.notice(self, view.nothing)
            return
        if not self.may_write:
            self.tell(IN_BROWSER, command=export_command(view))
            return
        dialog = ExportDialog(self.language, file_name(view), view.command)
        self.push_screen(dialog, partial(self._export, view))

    def _export(self, view: View, path: str | None) -> None:
        if path is None:
            return
        try:
            document = visible(write(view, DOCUMENT, self.plan.attribution))
            write_whole(document, Path(path), self.plan.file)
        except DataError as error:
            said = NOT_WRITTEN.say(self.language, error=error.say(self.language))
            safe.notice(self, said, "error")
        else:
            self.tell(WRITTEN, path=Path(path).resolve())
