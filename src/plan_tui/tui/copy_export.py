"""Taking a view away: copying and writing files."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from plan_tui.errors import PlanError
from plan_tui.export.atomic_file import write_whole
from plan_tui.export.confined_file import write_within
from plan_tui.export.formats import as_markdown, form_of
from plan_tui.export.formats import write as written_as
from plan_tui.labels.old_new_names import OLD_NEW
from plan_tui.labels.pdl_citations import pdl_citation
from plan_tui.model.cited_place import CitedPlace
from plan_tui.model.outline_records import Attributed
from plan_tui.model.records import SectionText
from plan_tui.store.plan import Plan
from plan_tui.text.controls import visible
from plan_tui.text.language import Language, Phrase
from plan_tui.text.shell import command_line
from plan_tui.tui import clipboard, safe
from plan_tui.tui.background import PlanTask
from plan_tui.tui.citation_choices import BIBTEX, PARTS, bibtex_of, part_choices, parts_name
from plan_tui.tui.commands import BY_ID
from plan_tui.tui.render.line import Piece
from plan_tui.tui.screens.export_dialog import ExportDialog, ExportLayout
from plan_tui.tui.screens.menu import Choice, Menu
from plan_tui.tui.widgets.key_bar import first_key
from plan_tui.views.view import View

TYPE_CHECKING = False
if TYPE_CHECKING:
    from plan_tui.tui.app import PlanApp

TEXT = Phrase("本文", "Text")
CITATION = Phrase("引用", "Citation")
MARKDOWN = Phrase("Markdown", "Markdown")
KEY = Phrase("キー", "Key")
COMMAND = Phrase("コマンド", "Command")
NOTHING_TO_EXPORT = Phrase(
    "ここには書き出すものがありません。{explorer} の本文や、{search} の検索結果は書き出せます。",
    "There is nothing to export here. Press {explorer} for the text or {search} to search first.",
)
WRITTEN = Phrase("書き出しました：{path}", "Written: {path}")
IN_BROWSER = Phrase(
    "ブラウザーではファイルに書きません。コマンドで書き出せます：{command}",
    "In the browser no file is written. This command writes it: {command}",
)
FIGURE = Phrase("図", "Figure")
AS_LISTED = Phrase("画面のまま", "As shown")
WRITING = Phrase("新旧対照表を作っています", "Making the table of old and new")
NOT_WRITTEN = Phrase("書き出せません：{error}", "Cannot write: {error}")


def choices(
    text: SectionText | None,
    view: View | None,
    attributed: Attributed,
    language: Language,
    today: str,
) -> list[Choice]:
    """Return what can be copied here; each choice's value is the text, used ``today`` (ISO)."""
    from plan_tui.views.show import ShowView

    offered: list[tuple[str, Phrase, str]] = []
    if text is not None:
        offered += [
            ("t", TEXT, ShowView(language, (text,)).text()),
            ("c", CITATION, pdl_citation(CitedPlace(text, today), language)),
            ("b", BIBTEX, bibtex_of(text, today, language)),
        ]
    if view is not None and not view.nothing:
        offered.append(("m", MARKDOWN, as_markdown(view, attributed, front_matter=False)))
    if text is not None:
        offered.append(("k", KEY, text.section.key))
    if view is not None:
        offered.append((":", COMMAND, view.command))
    listed = [
        Choice(key, _pieces(name.say(language), value), value) for key, name, value in offered
    ]
    if text is not None and (name := parts_name(text, language)):
        listed.insert(3, Choice("n", (Piece(name, "strong"),), PARTS))
    return listed


def export_command(view: View) -> str:
    """Return the command line that writes a view's document to a file."""
    return view.command_of(("export", *view.words, "-o", file_name(view)))


def file_name(view: View) -> str:
    """Return the name of a view's document."""
    return f"{view.file_name}.md"


def _pieces(name: str, taken: str) -> tuple[Piece, ...]:
    first = taken.strip().partition("\n")[0]
    return Piece(f"{name}  ", "strong"), Piece(first, "muted")


class ViewExport:
    """The commands that copy and export."""

    def __init__(self, app: PlanApp) -> None:
        self._app = app

    def copy_to_clipboard(self, text: str) -> None:
        """Copy by the ways that this machine has, and say which one it was."""
        if text:
            app = self._app
            instead = None if app.may_write else self._command_of_view()
            shown = visible(text, tab="\t")
            way = clipboard.copy(shown, app.ask_terminal, app.language, instead=instead)
            safe.notice(app, way)

    def _view(self) -> View | None:
        return self._app.here.view() if self._app.here else None

    def _command_of_view(self) -> str:
        """Return the command line that gives what is shown, else the one that opens us."""
        view = self._view()
        return view.command if view else command_line(())

    def action_copy(self) -> None:
        """Copy what is selected, or choose what to copy."""
        app = self._app
        selected = app.screen.get_selected_text()
        if selected:
            self.copy_to_clipboard(selected)
            return
        text = app.plan.section_text(app.current.key) if app.current else None
        offered = choices(text, self._view(), app.plan.attribution, app.language, app.session.today)
        if offered:
            title = app.say(BY_ID["copy"].name)
            app.push_screen(Menu(app.language, title, offered), self._copy)

    def _copy(self, text: str | None) -> None:
        app = self._app
        if text == PARTS and app.current:
            cited = app.plan.section_text(app.current.key)
            offered = part_choices(cited, app.session.today, app.language)
            app.push_screen(Menu(app.language, app.say(CITATION), offered), self._copy)
        elif text is not None:
            self.copy_to_clipboard(text)

    def action_export(self) -> None:
        """Ask for a path and write the present view there."""
        app, view = self._app, self._view()
        if view is None:
            explorer, search = (first_key(app, name) for name in ("explorer", "search"))
            app.tell(NOTHING_TO_EXPORT, explorer=explorer, search=search)
        elif view.nothing:
            safe.notice(app, view.nothing)
        elif not app.may_write and app.exports is None:
            app.tell(IN_BROWSER, command=export_command(view))
        else:
            offered, name = layouts(view), file_name(view)
            dialog = ExportDialog(app.language, name, view.command, offered, app.exports)
            app.push_screen(dialog, partial(self._write_layout, dialog, view))

    def _write_layout(self, dialog: ExportDialog, view: View, path: str | None) -> None:
        if dialog.layout_number and view.figure() is None and path is not None:
            self._write_table(view, path, over_existing=dialog.confirmed)
        else:
            self.write(view, path, over_existing=dialog.confirmed)

    def write(self, view: View, path: str | None, *, over_existing: bool = False) -> None:
        """Write a view to a file, unless ``path`` is None, and say how that went.

        A file that is there is overwritten only with ``over_existing``.
        """
        if path is not None:
            written = content(view, path, self._app.plan.attribution)
            self._put(path, over_existing, written)

    def _write_table(self, view: View, path: str, *, over_existing: bool) -> None:
        """Write the table of old and new of what a view compares, in a thread of its own.

        It is written also where the reader goes on to another screen meanwhile.
        """
        app = self._app

        def compute(plan: Plan) -> bytes | PlanError:
            from plan_tui.views.old_new_asked import table_of

            table = table_of(plan, view)
            assert table is not None
            return content(table, path, plan.attribution)

        app.tell(WRITING)
        put = partial(self._put, path, over_existing)
        PlanTask(app, app.session, compute, put).start()

    def _put(self, path: str, over_existing: bool, written: bytes | PlanError) -> None:
        """Write a file whole, and say how that went."""
        app = self._app
        try:
            if isinstance(written, PlanError):
                raise written
            self._write(written, path, over_existing=over_existing)
        except PlanError as error:
            app.tell(NOT_WRITTEN, "error", error=error.say(app.language))
        except BrokenPipeError as error:
            app.tell(NOT_WRITTEN, "error", error=error.strerror)
        else:
            app.tell(WRITTEN, path=Path(path).resolve())
            if app.exports is not None:
                app.open_url(f"exports/{Path(path).name}", new_tab=False)

    def _write(self, content: bytes, path: str, *, over_existing: bool) -> None:
        app = self._app
        if app.exports is None:
            write_whole(content, path, app.plan.file, over_existing=over_existing)
        else:
            name = str(Path(path).relative_to(app.exports))
            write_within(content, app.exports, name, app.plan.file, over_existing=over_existing)


def content(view: View, path: str, attributed: Attributed) -> bytes | PlanError:
    """Return a view in the format that a path's ending tells, else Markdown; or what prevents it.

    Control characters that text holds are written as visible escapes.
    """
    form = form_of(path) or "md"
    try:
        written = written_as(view, form, attributed)
    except PlanError as error:
        return error
    if isinstance(written, bytes):
        return written
    return visible(written, tab="\t" if form == "tsv" else " ").encode()


def layouts(view: View) -> tuple[ExportLayout, ...]:
    """Return the ways to write a view; nothing where there is one way alone."""
    from plan_tui.views.changes import ChangesView
    from plan_tui.views.compare import CompareView

    listed = ExportLayout(AS_LISTED, file_name(view), view.command)
    if view.figure() is not None:
        words = (*view.words, "--format", "svg")
        return listed, ExportLayout(FIGURE, f"{view.file_name}.svg", view.command_of(words))
    if not isinstance(view, CompareView | ChangesView):
        return ()
    words = (*view.words, "--layout", "table")
    return listed, ExportLayout(OLD_NEW, f"{view.file_name}-table.docx", view.command_of(words))
