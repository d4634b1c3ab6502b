"""Gives a terminal its whole picture back when the program comes to the foreground again.

After Ctrl+Z and `fg` Textual begins with an empty screen and draws what changes from then on. A
SIGCONT without a stop by the keyboard before (``kill -CONT``, or after ``kill -STOP``) makes it
begin a second time what still runs, so that the terminal is not restored in the end.

Upstream: no issue known.
"""

from __future__ import annotations

from types import FrameType

from textual.driver import Driver
from textual.drivers.linux_driver import LinuxDriver


class ResumedDriver(LinuxDriver):
    """Textual's driver for terminals of POSIX systems."""

    def _sigcont_application(self, number: int, frame: FrameType | None) -> None:
        """Begin anew what a stop by the keyboard ended; after any other stop draw all again."""
        if self._must_signal_resume:
            super()._sigcont_application(number, frame)
        else:
            self._app.post_message(Driver.SignalResume())
