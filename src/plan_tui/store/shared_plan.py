"""One database for all threads of a run, whatever becomes of its file meanwhile.

A connection serves one thread at a time, so that a task in a thread reads by one of its own. Were
that opened by the path, it might be of another file than the one that the reader looks at: a build
or an upgrade puts a new database in the place of the old one. Here one more connection is opened
together with the first; others only as long as the path still leads to the same file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from queue import Empty, LifoQueue
from threading import Lock
from typing import TypeVar

from plan_tui.errors import DataError
from plan_tui.store.file_state import FileChange, FileState, change_between, file_state
from plan_tui.store.plan import Plan
from plan_tui.text.language import Phrase

_CHANGING = Phrase(
    "{path}：書き換え中のため開けません。終わってから開き直してください",
    "{path}: is being written; open it again when that has ended",
)
_CLOSED = Phrase("{path}：もう閉じています", "{path}: is closed")
T = TypeVar("T")
_TRIES = 3
"""Times that a file is opened which is replaced just then."""


class SharedPlan:
    """The plan of a run, and connections to the same file for its threads.

    Attributes:
        plan: belongs to the thread of the screens.
        opened: what stood under the path when it was opened.

    Raises:
        DataError: the file is missing or unusable.

    """

    def __init__(self, path: Path) -> None:
        self.opened: FileState | None = None
        self._lock = Lock()
        self._idle: LifoQueue[Plan | None] = LifoQueue()
        """Those that nobody asks by; None once all are closed."""
        self._lent: list[Plan] = []
        self._kept: list[Plan] = []
        self._is_closed = False
        self._path = path
        self.plan, other = self._open_both()
        self._idle.put(other)

    def _open_both(self) -> tuple[Plan, Plan]:
        """Open the file twice, and be sure that it was the same both times."""
        for _ in range(_TRIES):
            self.opened = file_state(self._path)
            plan, other = Plan(self._path), Plan(self._path, any_thread=True)
            if self.change is FileChange.NONE:
                return plan, other
            plan.close()
            other.close()
        raise DataError(_CHANGING.of(path=self._path))

    @property
    def change(self) -> FileChange:
        """What became of the file since it was opened."""
        return self.change_to(self.now)

    def change_to(self, now: FileState | None) -> FileChange:
        """Tell what became of the file that was opened, if this stands under its path now."""
        return change_between(self.opened, now)

    @property
    def now(self) -> FileState | None:
        """What stands under the path now; None if nothing does."""
        return file_state(self._path)

    @contextmanager
    def lent(self) -> Iterator[Plan]:
        """Lend a connection to the same file to a thread; wait for one where none can be opened.

        Raises:
            DataError: the file is damaged, or all connections are closed.

        """
        with self._at_work(self._take(), self._idle.put) as plan:
            yield plan

    def made_with_its_own(self, make: Callable[[Plan], T]) -> T | None:
        """Return what is made in a thread with a connection to the same file, which it keeps.

        What was made may then go to another thread. None if the path leads to another file by now.

        Raises:
            DataError: the file is damaged, or all connections are closed.

        """
        plan = self._another()
        if plan is None:
            return None
        with self._at_work(plan, self._kept.append):
            return make(plan)

    @contextmanager
    def _at_work(self, plan: Plan, give_back: Callable[[Plan], None]) -> Iterator[Plan]:
        """Let nobody else close a connection by which a thread asks: SQLite does not bear that.

        What was taken while all were closed is asked no more: nobody would interrupt it.
        """
        with self._lock:
            comes_late = self._is_closed
            if not comes_late:
                self._lent.append(plan)
        if comes_late:
            plan.close()
            raise DataError(_CLOSED.of(path=self._path))
        try:
            yield plan
        finally:
            with suppress(DataError):  # interrupted, or damaged
                plan.shrink()
            with self._lock:
                self._lent.remove(plan)
                was_last = self._is_closed
                if not was_last:
                    give_back(plan)  # from here on another thread may ask by it
            if was_last:
                plan.close()

    def _take(self) -> Plan:
        try:
            plan = self._idle.get_nowait()
        except Empty:
            plan = self._another() or self._idle.get()
        if plan is None:
            self._idle.put(None)  # for the next who waits
            raise DataError(_CLOSED.of(path=self._path))
        return plan

    def _another(self) -> Plan | None:
        """Return a further connection; None if the path leads to another file by now."""
        if self.change is not FileChange.NONE:
            return None
        plan = Plan(self._path, any_thread=True)
        if self.change is FileChange.NONE:
            return plan
        plan.close()
        return None

    def close(self) -> None:
        """Close all connections; those that are lent end what they ask and close with that."""
        with self._lock:
            self._is_closed = True
            for lent in self._lent:
                lent.interrupt()
        for plan in (self.plan, *self._kept):
            plan.close()
        with suppress(Empty):  # what a thread takes meanwhile, it closes itself
            while True:
                if (idle := self._idle.get_nowait()) is not None:
                    idle.close()
        self._idle.put(None)
