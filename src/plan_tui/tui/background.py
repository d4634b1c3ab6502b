"""Work for a thread of its own, with a connection of its own to the same plan."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Generic, TypeVar

from textual.dom import DOMNode
from textual.types import NoActiveAppError

from plan_tui.store.plan import Plan
from plan_tui.tui.session import Session
from plan_tui.tui.task_ended import UNAWAITED, TaskEnded

Result = TypeVar("Result")


class PlanTask(Generic[Result]):
    """A function of the plan that takes longer than a key may; its result comes in a message."""

    def __init__(
        self,
        node: DOMNode,
        session: Session,
        compute: Callable[[Plan], Result],
        done: Callable[[Result], None],
        *,
        awaited: bool = True,
    ) -> None:
        """Make a task of a widget, or of the application: that one outlives its screen.

        Args:
            node: the widget or application; gets the message.
            session: whose plan is read.
            compute: runs in the thread; it may not touch any widget.
            done: is called with the result in the application's own thread.
            awaited: keys that ask for what is on the screen wait for the end of the task.

        """
        self._node = node
        self._session = session
        self._compute = compute
        self._done = done
        self._group = "default" if awaited else UNAWAITED
        self._number = 0
        """How many times it was started."""

    def start(self) -> None:
        """Begin to compute; what an earlier start still computes comes too late and is dropped.

        An error of the function is raised where the message is handled: a `PlanError` is so told in
        a window as it is anywhere else, and any other ends the application with its traceback.
        A widget that is taken away meanwhile, as all are at the end, waits for nothing any more.
        """
        if not self._node.is_attached:
            return
        self._number += 1
        work = partial(self._run, self._number)
        self._node.run_worker(work, group=self._group, thread=True)

    def _run(self, number: int) -> None:
        try:
            with self._session.shared.lent() as plan:
                deliver = partial(self._succeed, number, self._compute(plan))
        except Exception as error:
            deliver = partial(self._fail, number, error)
        with suppress(NoActiveAppError):  # the application ended meanwhile: nobody waits for it
            self._node.post_message(TaskEnded(deliver))

    def _succeed(self, number: int, result: Result) -> None:
        if number == self._number:
            self._done(result)

    def _fail(self, number: int, error: Exception) -> None:
        if number == self._number:
            raise error
