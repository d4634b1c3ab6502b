"""``doctor``: what this terminal, its font and signs, the clipboard and the database can do."""

from __future__ import annotations

import locale
import os
import platform
import re
import select
import shutil
import sys
from argparse import Namespace
from collections.abc import Sequence
from dataclasses import dataclass

from plan_tui import __version__
from plan_tui.cli import output
from plan_tui.cli.opening import database
from plan_tui.errors import DataError
from plan_tui.labels.missing_readings import missing_readings
from plan_tui.labels.own_data import OWN_WITH
from plan_tui.model.records import Attribution
from plan_tui.model.rich_document import RichDocument
from plan_tui.store import health
from plan_tui.store.plan import Plan
from plan_tui.text.language import Language, Phrase
from plan_tui.text.terminal import is_utf8, lacks_signs
from plan_tui.text.width import pad, width
from plan_tui.views.document_builder import DocumentBuilder
from plan_tui.views.view import Paint, Record, View, no_paint

_CLIPBOARDS = ("pbcopy", "wl-copy", "xclip", "xsel", "clip.exe", "termux-clipboard-set")
_SMALLEST = (60, 20)
"""Columns and lines of the smallest terminal that the screens are designed and tested for."""
_AMBIGUOUS = "①"
"""A character of ambiguous width, which terminals draw in one or two columns."""
_WAIT_SECONDS = 0.3
"""For the terminal to report its cursor's position: a connection over the network takes up to
about a quarter of a second, and a terminal that never reports keeps the user waiting this long."""
_VERDICTS = {True: "ok", False: "no", None: "? "}
_COLOUR_ROLES = {True: "new", False: "gone", None: "dim"}

_NO_TERMINAL = Phrase("端末ではない（画面は開けない）", "no terminal; the application cannot open")
_SIZE = Phrase(
    "{columns}桁×{lines}行", "{columns} {columns:column|columns}, {lines} {lines:line|lines}"
)
_TOO_SMALL = Phrase("60×20以上に広げる", "make it at least 60 by 20")
_COLOURS = Phrase("TERM={term}、色{colour}", "TERM={term}, colours {colour}")
_NOT_UTF8 = Phrase("UTF-8のロケールにする", "choose a UTF-8 locale")
_ONE_WIDE = Phrase("曖昧幅の字は1桁（想定どおり）", "ambiguous characters take 1 column, as drawn")
_TWO_WIDE = Phrase(
    "曖昧幅の字が2桁。端末の設定で1桁（narrow）にする",
    "ambiguous characters take 2 columns; set the terminal to narrow (1)",
)
_UNKNOWN_WIDTH = Phrase("端末から応答がないため不明", "unknown: the terminal does not tell")
_SIGNS_DRAWN = Phrase(
    "画面の記号をそのまま描く（--asciiを付けるとASCIIで描く）",
    "the application draws its signs as they are (in ASCII with --ascii)",
)
_SIGNS_IN_ASCII = Phrase(
    "画面の記号をASCIIで描く（TERM={term}、文字コード{encoding}の端末では表示できないため）",
    "the application draws its signs in ASCII: a terminal of TERM={term}, sent {encoding}, "
    "is known to lack them",
)
_NO_TOOL = Phrase(
    "外部ツールなし。OSC 52対応の端末なら使える。なければファイルに書く",
    "no tool found; OSC 52 works if the terminal allows it, else a file is written",
)
_SOUND = Phrase(
    "{path}：スキーマ版{version}、文書{documents}、見出し{sections}",
    "{path}: schema {version}, {documents} {documents:document|documents}, "
    "{sections} {sections:section|sections}",
)


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """The result of one check."""

    name: str
    """``program``, ``terminal``, ``locale``, ``width``, ``signs``, ``clipboard``, ``database`` or
    ``readings``, once for each document that lacks some."""
    ok: bool | None
    """None if it cannot be known."""
    detail: str
    """What was found, and what to do where it is not ok; in the user's language."""


@dataclass(frozen=True, slots=True)
class DoctorView(View):
    """The results of all checks, as a view."""

    findings: Sequence[Diagnosis]

    columns = ("name", "ok", "detail")

    @property
    def words(self) -> tuple[str, ...]:
        """The command's words."""
        return ("doctor",)

    def records(self) -> list[Record]:
        """Return one record a diagnosis."""
        return [{"name": f.name, "ok": f.ok, "detail": f.detail} for f in self.findings]

    def text(self, paint: Paint = no_paint) -> str:
        """Return one line a diagnosis, after a sign."""
        columns = max(width(finding.name) for finding in self.findings) + 2
        lines = [
            f"{paint(_COLOUR_ROLES[f.ok], _VERDICTS[f.ok])}  {pad(f.name, columns)}{f.detail}"
            for f in self.findings
        ]
        return "\n".join(lines) + "\n"

    def document(self, attribution: Attribution) -> RichDocument:
        """Return the diagnoses as a table, without anything of the plan's text."""
        builder = DocumentBuilder(self.language)
        rows = [[_VERDICTS[f.ok].strip(), f.name, f.detail] for f in self.findings]
        builder.table(["", "", ""], rows)
        return builder.finish(None)


def doctor(args: Namespace, language: Language) -> int:
    """Report on the program's surroundings.

    Raises:
        DataError: the database cannot be used; the report is written before.

    """
    findings = [
        Diagnosis("program", True, f"plan-tui {__version__}, Python {platform.python_version()}"),
        _terminal(language),
        _locale(language),
        _width(language),
        _signs(language),
        _clipboard(language),
    ]
    unusable: DataError | None = None
    try:
        findings += _database(args, language)
    except DataError as error:
        unusable = error
        findings.append(Diagnosis("database", False, error.say(language)))
    output.print_view(
        DoctorView(language, findings),
        args.format,
        colour=not args.no_color,
        front_matter=args.front_matter,
    )
    if unusable:
        raise unusable
    return 0


def _is_terminal() -> bool:
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def _terminal(language: Language) -> Diagnosis:
    if not _is_terminal():
        return Diagnosis("terminal", False, _NO_TERMINAL.say(language))
    columns, lines = shutil.get_terminal_size()
    large = columns >= _SMALLEST[0] and lines >= _SMALLEST[1]
    size = _SIZE.say(language, columns=columns, lines=lines)
    term = os.environ.get("TERM", "")
    rich = os.environ.get("COLORTERM") in ("truecolor", "24bit")
    colour = "24bit" if rich else "256" if "256color" in term else "16"
    parts = [size, _COLOURS.say(language, term=term or "-", colour=colour)]
    if not large:
        parts.append(_TOO_SMALL.say(language))
    return Diagnosis("terminal", large and term != "dumb", "; ".join(parts))


def _locale(language: Language) -> Diagnosis:
    encoding = locale.getencoding()
    utf8 = is_utf8(encoding)
    detail = encoding if utf8 else f"{encoding}; {_NOT_UTF8.say(language)}"
    return Diagnosis("locale", utf8, detail)


def _width(language: Language) -> Diagnosis:
    columns = _ask_width() if _is_terminal() else None
    if columns is None:
        return Diagnosis("width", None, _UNKNOWN_WIDTH.say(language))
    return Diagnosis(
        "width", columns == 1, (_ONE_WIDE if columns == 1 else _TWO_WIDE).say(language)
    )


def _ask_width() -> int | None:
    """Return the columns of an ambiguous character; None if the terminal does not tell.

    The character is drawn, and the terminal asked where its cursor then is (the report of the
    cursor's position, CSI 6 n).
    """
    try:
        import termios
        import tty
    except ImportError:
        return None
    descriptor = sys.stdin.fileno()
    settings = termios.tcgetattr(descriptor)
    try:
        tty.setcbreak(descriptor)
        sys.stdout.write(f"\r{_AMBIGUOUS}\x1b[6n")
        sys.stdout.flush()
        answer = b""
        while not answer.endswith(b"R"):
            if not select.select([descriptor], [], [], _WAIT_SECONDS)[0]:
                return None
            answer += os.read(descriptor, 32)
    except (OSError, UnicodeEncodeError):
        return None
    finally:
        termios.tcsetattr(descriptor, termios.TCSADRAIN, settings)
        sys.stdout.write("\r\x1b[K")
        sys.stdout.flush()
    position = re.search(rb"\x1b\[\d+;(\d+)R", answer)
    return int(position.group(1)) - 1 if position else None


def _signs(language: Language) -> Diagnosis:
    """Return whether the terminal shows the signs that the application draws."""
    screen = sys.__stderr__  # what the application draws on
    if screen is None or not lacks_signs(screen.encoding):
        return Diagnosis("signs", True, _SIGNS_DRAWN.say(language))
    term = os.environ.get("TERM") or "-"
    detail = _SIGNS_IN_ASCII.say(language, term=term, encoding=screen.encoding)
    return Diagnosis("signs", False, detail)


def _clipboard(language: Language) -> Diagnosis:
    tools = [name for name in _CLIPBOARDS if shutil.which(name)]
    return Diagnosis("clipboard", bool(tools), ", ".join(tools) or _NO_TOOL.say(language))


def _database(args: Namespace, language: Language) -> list[Diagnosis]:
    path = database(args, language)
    with Plan(path) as plan:
        damage = health.damage(plan)
        if damage:
            raise damage
        detail = _SOUND.say(
            language,
            path=path,
            version=plan.meta().get("schema_version", "-"),
            documents=len(plan.documents()),
            sections=len(plan.sections()),
        )
        if added := plan.added():
            detail += f"; {OWN_WITH.say(language, documents=', '.join(added))}"
        counts = [health.document_counts(plan, document.id) for document in plan.documents()]
        gaps = [
            Diagnosis("readings", None, f"{document.id}: {missing.say(language)}")
            for document, count in zip(plan.documents(), counts, strict=True)
            if (missing := missing_readings(count))
        ]
    return [Diagnosis("database", True, detail), *gaps]
