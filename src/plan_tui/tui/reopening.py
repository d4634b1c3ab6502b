"""Opens a database in place of the one that is open, where the reader is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from plan_tui.errors import DataError
from plan_tui.text.language import Phrase
from plan_tui.text.record import replaced
from plan_tui.tui import safe
from plan_tui.tui.destinations import SectionAt
from plan_tui.tui.keeping import resume, section_of, to_keep
from plan_tui.tui.session import History, Session, open_session

if TYPE_CHECKING:
    from plan_tui.tui.app import PlanApp

OPENED = Phrase(
    "新しいデータベースを開きました：{path}（{editions}版）",
    "Opened the new database: {path} ({editions} {editions:edition|editions})",
)


async def reopen(app: PlanApp, path: Path) -> None:
    """Open a database: all screens are made anew, the reader is at the same key.

    The history, the marks, the last queries and every setting stay, as far as the new database
    holds their sections. If it cannot be opened, nothing changes and one line says why.

    Raises:
        PlanError: it is opened, but what was to be shown cannot be read.

    """
    try:
        session = open_session(path)
    except DataError as error:
        safe.notice(app, error.say(app.language), "error")
        return
    left, old = to_keep(app, app.kept), app.session
    mode = app.current_mode
    key = left.section
    if app.current is not None and not app.trail.is_main(mode):
        key = app.current.key
    await app.trail.close()
    app.session = session
    app.put_together()
    app.kept = left
    try:
        resume(app, left)
        _take_over(app, old)
        await _show(app, mode, key)
    finally:
        old.shared.close()
        await app.trail.begin()
    if not app.show_warnings():
        safe.notice(app, OPENED.say(app.language, path=path, editions=len(app.plan.editions())))
    app.warm_up_later()


def _take_over(app: PlanApp, old: Session) -> None:
    """Keep the way through the sections, and how comparisons are shown."""
    session = app.session
    past, future = (
        [key for key in keys if section_of(app, key)]
        for keys in (old.history.past, old.history.future)
    )
    session.history = History(past, future)
    held = {edition.id for edition in session.plan.editions()}
    chosen = old.comparing.editions
    session.comparing = replaced(
        old.comparing, editions=chosen if chosen and held.issuperset(chosen) else None
    )


async def _show(app: PlanApp, mode: str, key: str) -> None:
    """Show the main screen that was shown; another one's place is the section that it was about.

    The outline is at the reader's section in any case.
    """
    section = section_of(app, key)
    if section is not None:
        await app.router.go(SectionAt(section.key))
    if app.trail.is_main(mode):
        await app.trail.show(mode)
    elif section is None:
        await app.trail.show(app.DEFAULT_MODE)
