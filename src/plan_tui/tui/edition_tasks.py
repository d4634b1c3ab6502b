"""The commands that change the reader's own database: each is run as a process of its own."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from plan_tui.store.added_documents import added_to
from plan_tui.store.locate import default_database, own_database, packaged_database
from plan_tui.store.own_decisions import has_new_decisions
from plan_tui.text.language import Phrase
from plan_tui.text.shell import command_line
from plan_tui.tui.child_command import ChildCommand
from plan_tui.tui.commands import BY_ID
from plan_tui.tui.render.line import Piece
from plan_tui.tui.screens.add_dialog import AddDialog
from plan_tui.tui.screens.menu import Choice, Menu, letters
from plan_tui.tui.screens.task_window import DONE, TaskWindow
from plan_tui.tui.widgets.key_bar import first_key

if TYPE_CHECKING:
    from plan_tui.tui.app import PlanApp

IN_BROWSER = Phrase(
    "ブラウザーではデータベースを変えません。コマンドで変えられます：{command}",
    "In the browser no database is changed. This command does it: {command}",
)
REBUILD = "plan-tui add --rebuild"
REMOVE_WHICH = Phrase(
    "{document}を消しますか（手元の写しも消えます）",
    "Remove {document}? Its stored copy goes with it.",
)
KEEP = Phrase("残す", "Keep it")
REMOVE = Phrase("消す", "Remove it")
NEW_DECISIONS = Phrase("新しい判定を反映しますか", "Apply your decisions?")
NOW = Phrase("今、自分のデータベースを作り直す", "Now: rebuild your own database with them")
LATER = Phrase("後で（{how}）。判定は残ります", "Later, with {how}; your decisions are kept")


class EditionTasks:
    """Adds editions, takes them out, builds the reader's database anew."""

    def __init__(self, app: PlanApp) -> None:
        self._app = app

    def action_add_edition(self) -> None:
        """Ask for a file, and add it."""
        if self._may_change("FILE"):
            dialog = AddDialog(self._app.language)
            self._app.push_screen(dialog, partial(self._add, dialog))

    def action_remove_edition(self) -> None:
        """Choose among what was added, and take it out."""
        app = self._app
        if not self._may_change("--remove", "ID"):
            return
        added = added_to(app.plan)
        choices = [
            Choice(key, (Piece(f"{each.edition}  "), Piece(each.title, "muted")), each.id)
            for key, each in zip(letters(len(added)), added, strict=True)
        ]
        title = self._name("remove-edition")
        app.push_screen(Menu(app.language, title, choices), self._ask_again)

    def action_rebuild_own(self) -> None:
        """Build the reader's database anew."""
        if self._may_change("--rebuild"):
            self._run("rebuild-own", ("--rebuild",))

    def offer_decisions(self) -> None:
        """Offer to build the database anew if something was decided that it does not hold."""
        app = self._app
        if not has_new_decisions(app.plan):
            return
        by_key = app.has_own_editions
        later = app.say(LATER, how=first_key(app, "rebuild-own") if by_key else REBUILD)
        choices = [
            Choice("1", (Piece(app.say(NOW)),), "now"),
            Choice("2", (Piece(later),), "later"),
        ]
        app.push_screen(Menu(app.language, app.say(NEW_DECISIONS), choices), self._take_over)

    def _take_over(self, answer: str | None) -> None:
        if answer == "now":
            self._run("rebuild-own", ("--rebuild",))

    def _may_change(self, *words: str) -> bool:
        may = self._app.may_write
        if not may:
            self._app.tell(IN_BROWSER, command=command_line(("add", *words)))
        return may

    def _name(self, command_id: str) -> str:
        return self._app.say(BY_ID[command_id].name)

    def _add(self, dialog: AddDialog, path: str | None) -> None:
        if path is None:
            return
        words = []
        for option, box in (("--as", dialog.edition), ("--date", dialog.day)):
            if box.value.strip():
                words += [f"{option}={box.value.strip()}"]
        self._run("add-edition", (*words, str(Path(path).absolute())))

    def _ask_again(self, document_id: str | None) -> None:
        """Ask whether a document is to go: its copy goes with it."""
        app = self._app
        if document_id is None:
            return
        choices = [
            Choice("1", (Piece(app.say(KEEP)),), ""),
            Choice("2", (Piece(app.say(REMOVE)),), document_id),
        ]
        title = app.say(REMOVE_WHICH, document=document_id)
        app.push_screen(Menu(app.language, title, choices), self._remove)

    def _remove(self, document_id: str | None) -> None:
        if document_id:
            self._run("remove-edition", (f"--remove={document_id}",))

    def _run(self, command_id: str, words: Sequence[str]) -> None:
        """Run ``plan-tui add`` with some words in a window of its own."""
        app = self._app
        database = self._database()
        named = (f"--db={database}",) if database else ()
        common = ("--lang", app.language.value, "--progress=json", *named)
        command = ChildCommand(("add", *common, *words))
        window = TaskWindow(app.language, self._name(command_id), command)
        app.push_screen(window, self._ended)

    def _database(self) -> Path | None:
        """Return the database to name, as the reader named it; None for the usual one."""
        file = self._app.plan.file
        return (
            None
            if file in (default_database(), own_database(), Path(packaged_database()))
            else file
        )

    def _ended(self, answer: str | None) -> None:
        if answer == DONE:
            # In a task of the application: the screens that it takes away must not wait for it.
            self._app.run_worker(self._open(self._database() or default_database()))

    async def _open(self, path: Path) -> None:
        await self._app.reopen(path)
