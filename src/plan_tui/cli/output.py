"""Writes a command's answer to standard output or to a file, complete or not at all."""

from __future__ import annotations

import os
import sys

from plan_tui.errors import DataError, UsageError
from plan_tui.export.formats import BINARY_WRITERS, write
from plan_tui.text.controls import visible, visible_in_a_line
from plan_tui.text.language import Phrase
from plan_tui.text.late_pattern import late_pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import TextIO

    from plan_tui.model.records import Attribution
    from plan_tui.text.language import Language
    from plan_tui.views.view import Paint, View

NOTHING_MATCHED = 1
"""Exit code of a command that found nothing of what was asked for."""
_CLOSED = Phrase(
    "標準出力が閉じています。`export … -o ファイル`で書き出してください",
    "standard output is closed; name a file with `export … -o FILE`",
)
_NO_OUTPUT = Phrase("標準出力に書けません：{reason}", "standard output cannot be written: {reason}")
_BYTES = Phrase(
    "{form}は端末に表示できません。`export … -o ファイル`で書き出してください",
    "{form} cannot be shown on a terminal; name a file with `export … -o FILE`",
)

_SGR_CODES = {
    "key": "36",
    "head": "1",
    "dim": "2",
    "match": "1;33",
    "gone": "31",
    "new": "32",
    "moved": "34",
    "shared": "36",
}
_MARK = os.urandom(8).hex()
"""Stands for the escape character of colour codes until they are written. It is chosen anew in
each run, so that no text contains it: escape characters of the text itself are made visible."""
_COLOUR = late_pattern(rf"{_MARK}(\[[0-9;]*m)")


def is_terminal() -> bool:
    """Return whether input and output are a terminal."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def colour(role: str, text: str) -> str:
    """Return text in the colour of its role; only `to_standard_output` may write it."""
    code = _SGR_CODES.get(role)
    return f"{_MARK}[{code}m{text}{_MARK}[0m" if code and text else text


def choose_paint(*, allowed: bool) -> Paint:
    """Return `colour` if colour is allowed and standard output is a terminal that shows it.

    ``$FORCE_COLOR`` asks for colour in a pipe or file as well, ``$NO_COLOR`` for none anywhere; of
    both the latter counts.
    """
    from plan_tui.views.view import no_paint

    if not allowed or os.environ.get("NO_COLOR"):
        return no_paint
    if os.environ.get("FORCE_COLOR", "0") not in ("", "0"):
        return colour
    terminal = sys.stdout is not None and sys.stdout.isatty()
    return colour if terminal and os.environ.get("TERM") != "dumb" else no_paint


def _written(text: str, form: str) -> str:
    """Return text as it is written: with colour codes, its own control characters made visible."""
    tab = "\t" if form == "tsv" else " "
    if _MARK not in text:
        return visible(text, tab=tab)
    parts = _COLOUR.split(text)  # text and codes by turns
    return "".join(
        f"\x1b{part}" if number % 2 else visible(part, tab=tab) for number, part in enumerate(parts)
    )


def to_standard_output(content: str | bytes, form: str, language: Language | None = None) -> None:
    """Write what a format gives; text in UTF-8 unless a terminal wants another encoding.

    Control characters that text holds are written as visible escapes. Where a language is given,
    text that is longer than the terminal goes through the reader's pager; where that fails it is
    printed, and one line in the language says why.

    Raises:
        BrokenPipeError: the reader has closed the pipe.
        DataError: it cannot be written (a full disk, a closed descriptor).

    """
    stream = sys.stdout
    if stream is None:
        raise DataError(_CLOSED)
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure:
        if stream.isatty():
            from plan_tui.text.terminal import send_japanese

            reconfigure(errors="replace")
            send_japanese(stream)
        else:
            reconfigure(encoding="utf-8", newline="\n")
    try:
        if isinstance(content, bytes):
            stream.buffer.write(content)
        else:
            _write_or_page(_written(content, form), stream, language)
        stream.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise DataError(_NO_OUTPUT.of(reason=error.strerror)) from error


def _write_or_page(text: str, stream: TextIO, language: Language | None) -> None:
    if language is None or not is_terminal():
        stream.write(text)
        return
    from plan_tui.cli.pager import page, pager_for

    pager = pager_for(text)
    if not pager:
        stream.write(text)
    elif failure := page(text, pager, stream.encoding):
        stream.write(text)
        stream.flush()
        complain(failure.say(language))


def refuse_terminal(form: str) -> None:
    """Refuse to write a format of bytes to a terminal.

    Raises:
        UsageError: standard output is one.

    """
    if sys.stdout is not None and sys.stdout.isatty():
        raise UsageError(_BYTES.of(form=form))


def print_view(
    view: View,
    form: str | None,
    attribution: Callable[[], Attribution] | None = None,
    *,
    colour: bool,
    front_matter: bool = True,
    guard: bool = False,
) -> None:
    """Write a view, as text if no format is asked for.

    Args:
        view: what to write.
        form: name of the format.
        attribution: gives the sources; None for a view that holds nothing of the plan's text.
        colour: True if text may have colours.
        front_matter: as `write` takes it.
        guard: as `write` takes it.

    Raises:
        BrokenPipeError: nobody reads any more.
        DataError: standard output cannot be written.
        UsageError: the format is of bytes, and standard output is a terminal.

    """
    form = form or "text"
    if form in BINARY_WRITERS:
        refuse_terminal(form)
    paint = choose_paint(allowed=colour and form == "text")
    content = write(
        view, form, attribution or _no_sources, paint, guard=guard, front_matter=front_matter
    )
    to_standard_output(content, form, view.language)


def _no_sources() -> Attribution:
    from plan_tui.model.records import Attribution

    return Attribution((), ())


def complain(message: str) -> None:
    """Write a message to standard error, as one line."""
    if sys.stderr is None:
        return
    from contextlib import suppress

    from plan_tui.text.terminal import send_japanese

    send_japanese(sys.stderr)
    with suppress(OSError):  # a full disk: the exit code says it
        print(f"plan-tui: {visible_in_a_line(message)}", file=sys.stderr, flush=True)


def silence_standard_output() -> None:
    """Redirect standard output to nothing, so that the interpreter's last flush cannot fail."""
    from contextlib import suppress

    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def to_file(content: str | bytes, name: str, form: str, database: Path, *, force: bool) -> None:
    """Write what a format gives to a file, which has either its old content or all of the new.

    Control characters that text holds are written as visible escapes; text is in UTF-8.

    Args:
        content: what to write.
        name: of the file.
        form: the format's name.
        database: the database in use.
        force: True to overwrite a file that is there.

    Raises:
        BrokenPipeError: the file is a pipe that nobody reads any more.
        DataError: the file cannot be written, is there, or is the database in use.

    """
    if isinstance(content, str):
        content = _written(content, form).encode()
    from plan_tui.export.atomic_file import write_whole

    write_whole(content, name, database, over_existing=force)
