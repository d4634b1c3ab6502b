"""All threads of a run read one file, whatever becomes of its name meanwhile."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from queue import LifoQueue
from threading import Event, Lock, Thread

import pytest

from plan_tui.errors import DataError
from plan_tui.store.connect import StoppedError
from plan_tui.store.file_state import FileChange
from plan_tui.store.plan import Plan
from plan_tui.store.shared_plan import SharedPlan
from plan_tui.text.language import Language
from tests.worlds.altered import altered

OTHER = "update editions set label = 'of another file'"


@pytest.fixture
def file(crosswalked_database: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(crosswalked_database, tmp_path / "plan.db"))


@pytest.fixture
def shared(file: Path) -> Iterator[SharedPlan]:
    shared = SharedPlan(file)
    yield shared
    shared.close()


def labels(plan: Plan) -> list[str]:
    return [edition.label for edition in plan.editions()]


def replaced(file: Path) -> None:
    altered(file, file.with_name("new.db"), OTHER).replace(file)


def written_over(file: Path) -> None:
    content = altered(file, file.with_name("new.db"), OTHER).read_bytes()
    file.write_bytes(content)


def moved_away(file: Path) -> None:
    file.rename(file.with_name("moved.db"))


def linked_elsewhere(file: Path) -> None:
    moved_away(file)
    file.symlink_to(altered(file.with_name("moved.db"), file.with_name("new.db"), OTHER))


def a_folder_there(file: Path) -> None:
    file.unlink()
    file.mkdir()


CHANGES = (
    (replaced, FileChange.REPLACED),
    (linked_elsewhere, FileChange.REPLACED),
    (a_folder_there, FileChange.REPLACED),
    (Path.unlink, FileChange.REMOVED),
    (moved_away, FileChange.REMOVED),
    (written_over, FileChange.WRITTEN),
    (os.utime, FileChange.WRITTEN),
)


@pytest.mark.parametrize(("change", "named"), CHANGES)
def test_what_became_of_the_file_is_named(
    file: Path, shared: SharedPlan, change: Callable[[Path], None], named: FileChange
) -> None:
    assert shared.change is FileChange.NONE
    change(file)
    assert shared.change is named


@pytest.mark.parametrize("change", [change for change, named in CHANGES if named != "written"])
def test_every_thread_reads_the_file_that_was_opened(
    file: Path, shared: SharedPlan, change: Callable[[Path], None]
) -> None:
    before = labels(shared.plan)
    change(file)
    read: list[list[str]] = []

    def work() -> None:
        with shared.lent() as plan:
            read.append(labels(plan))

    threads = [Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert read == [before] * 4
    assert labels(shared.plan) == before


def test_connections_are_lent_again(shared: SharedPlan) -> None:
    with shared.lent() as first:
        pass
    with shared.lent() as second:
        assert second is first
        with shared.lent() as third:
            assert third is not second


def test_a_closed_plan_lends_no_more(shared: SharedPlan) -> None:
    with ExitStack() as stack:
        plan = stack.enter_context(shared.lent())
        shared.close()
    with pytest.raises(Exception, match="closed"):
        plan.editions()


def test_who_waits_for_a_connection_is_told_of_the_end(file: Path, shared: SharedPlan) -> None:
    told: list[str] = []
    file.unlink()

    def wait() -> None:
        with pytest.raises(DataError, match="is closed") as caught, shared.lent():
            pass
        told.append(str(caught.value))

    with shared.lent():
        waiting = [Thread(target=wait) for _ in range(3)]
        for thread in waiting:
            thread.start()
        shared.close()
        for thread in waiting:
            thread.join(10)
    assert len(told) == 3


def test_what_a_thread_made_goes_on_reading(file: Path, shared: SharedPlan) -> None:
    made: list[Plan | None] = []
    maker = Thread(target=lambda: made.append(shared.made_with_its_own(lambda plan: plan)))
    maker.start()
    maker.join()
    replaced(file)
    assert made[0] is not None
    assert labels(made[0]) == labels(shared.plan)
    assert shared.made_with_its_own(labels) is None
    shared.close()
    with pytest.raises(Exception, match="closed"):
        made[0].section_counts()


def test_nobody_closes_a_connection_that_a_thread_asks_by(shared: SharedPlan) -> None:
    """SQLite ends the process where another thread closes what it reads by."""
    started, ended = Event(), Event()
    made: list[list[str] | None] = []

    def make(plan: Plan) -> list[str]:
        started.set()
        ended.wait(10)
        return labels(plan)

    maker = Thread(target=lambda: made.append(shared.made_with_its_own(make)))
    maker.start()
    started.wait(10)
    shared.close()
    ended.set()
    maker.join()
    assert made
    assert made[0]


def test_what_is_taken_while_all_is_closed_is_closed_too(
    shared: SharedPlan, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[Plan] = []
    take = shared._take

    def take_late() -> Plan:
        taken.append(take())
        shared.close()
        return taken[0]

    monkeypatch.setattr(shared, "_take", take_late)
    with pytest.raises(DataError, match="is closed"), shared.lent():
        raise AssertionError
    with pytest.raises(Exception, match="closed database"):
        taken[0].editions()


class HookedLock:
    """A lock, and what happens just after it is let go the next time."""

    def __init__(self) -> None:
        self.lock = Lock()
        self.afterwards: Callable[[], None] | None = None

    def __enter__(self) -> None:
        self.lock.acquire()

    def __exit__(self, *_: object) -> None:
        self.lock.release()
        afterwards, self.afterwards = self.afterwards, None
        if afterwards:
            afterwards()


def test_who_gave_a_connection_back_does_not_close_it_for_the_next(
    shared: SharedPlan, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock, closed = HookedLock(), list[Plan]()
    close = Plan.close
    monkeypatch.setattr(shared, "_lock", lock)

    def note_and_close(plan: Plan) -> None:
        closed.append(plan)
        close(plan)

    monkeypatch.setattr(Plan, "close", note_and_close)
    with ExitStack() as next_thread:
        with shared.lent() as plan:

            def lend_again_and_close() -> None:
                assert next_thread.enter_context(shared.lent()) is plan
                shared.close()

            lock.afterwards = lend_again_and_close
        assert plan not in closed
    assert plan in closed


ENDLESS = "with recursive n(i) as (select 1 union all select i + 1 from n) select sum(i) from n"


def test_what_was_ended_on_purpose_is_not_told_as_damage(shared: SharedPlan) -> None:
    told: list[DataError] = []

    def ask() -> None:
        with shared.lent() as plan:
            begun.set()
            with pytest.raises(StoppedError) as caught:
                plan.database.rows(ENDLESS)
        told.append(caught.value)

    begun, asking = Event(), Thread(target=ask)
    asking.start()
    begun.wait(10)
    while asking.is_alive():  # the query itself may not have begun yet
        for plan in list(shared._lent):
            plan.interrupt()
        asking.join(0.01)
    (error,) = told
    assert str(error).endswith("plan.db: is not read any further")
    assert "読み取りを途中でやめました" in error.say(Language.JA)


def test_a_file_that_changes_all_the_time_is_not_opened(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(SharedPlan, "change", FileChange.WRITTEN)
    with pytest.raises(DataError, match="being written"):
        SharedPlan(file)


def test_the_end_waits_for_no_connection_that_a_thread_takes(file: Path) -> None:
    """One that was there when it was looked for may be gone when it is taken."""
    ended: list[bool] = []

    class Racing(LifoQueue[Plan | None]):
        """Looks as if it held something when it holds nothing any more."""

        def empty(self) -> bool:
            return False

    def work() -> None:
        shared = SharedPlan(file)
        with shared.lent():
            shared._idle = Racing()
        shared.close()
        ended.append(True)

    ending = Thread(target=work, daemon=True)
    ending.start()
    ending.join(20)
    assert ended
