"""Gives a terminal its whole picture back when the program comes to the foreground again.

After Ctrl+Z and `fg` Textual begins with an empty screen and draws what changes from then on. A
SIGCONT without a stop by the keyboard before (``kill -CONT``, or after ``kill -STOP``) makes it
begin a second time what still runs, so that the terminal is not restored in the end.

Textual stops itself alone. Started by `make` or a script, which go on and wait for it, it so leaves
a terminal without a shell; so it does where it is no job of a shell (the command of a window of
tmux, or of ssh).

A signal comes between any two steps of the program. Textual puts the terminal back there and then:
where the program was just handing something to the thread that writes, it waits for itself.

Upstream: no issue known.
"""

from __future__ import annotations

import os
import signal
from types import FrameType

from textual.driver import Driver
from textual.drivers.linux_driver import LinuxDriver


class ResumedDriver(LinuxDriver):
    """Textual's driver for terminals of POSIX systems."""

    def _sigtstp_application(self, *_: object) -> None:
        """Stop the program once what is being done is done."""
        self._loop.call_soon_threadsafe(super()._sigtstp_application)

    def stop_group(self) -> bool:
        """Stop the program and what it was started with (`make`, a script), as terminals do.

        Their shell asks for the next command only once all of them are stopped. Where the program
        is no job of a shell nobody could go on with it: it is not stopped, and False returned.
        """
        if os.getpgrp() == os.getsid(0):
            return False
        if self._auto_restart:
            self.suspend_application_mode()
            self._must_signal_resume = True
        os.kill(0, signal.SIGSTOP)
        return True

    def _sigcont_application(self, number: int, frame: FrameType | None) -> None:
        """Begin anew what a stop by the keyboard ended; after any other stop draw all again."""
        if self._must_signal_resume:
            super()._sigcont_application(number, frame)
        else:
            self._app.post_message(Driver.SignalResume())
