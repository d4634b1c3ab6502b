"""``doctor``: what is installed, what this terminal can do, and which files and data are used."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from plan_tui.cli import output
from plan_tui.cli.clipboard_check import clipboard_check
from plan_tui.cli.diagnosis import Diagnosis, DoctorView
from plan_tui.cli.installation_checks import own_file_checks, version_checks
from plan_tui.cli.opening import database
from plan_tui.cli.terminal_checks import terminal_checks
from plan_tui.errors import DataError
from plan_tui.labels.missing_readings import missing_readings
from plan_tui.labels.own_data import OWN_WITH
from plan_tui.store import health
from plan_tui.store.first_look import identity
from plan_tui.store.plan import Plan
from plan_tui.text.language import Language, Phrase

_SOUND = Phrase(
    "{path}：スキーマ版{version}、文書{documents}、見出し{sections}、sha256:{digest}",
    "{path}: schema {version}, {documents} {documents:document|documents}, "
    "{sections} {sections:section|sections}, sha256:{digest}",
)


def doctor(args: Namespace, language: Language) -> int:
    """Report on the program's surroundings.

    Raises:
        DataError: the database cannot be used; the report is written before.

    """
    path = database(args, language)
    findings = [
        *version_checks(language),
        *terminal_checks(language),
        clipboard_check(language),
        *own_file_checks(path, language),
    ]
    unusable: DataError | None = None
    try:
        findings += _database(path, language)
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


def _database(path: Path, language: Language) -> list[Diagnosis]:
    with Plan(path) as plan:
        damage = health.damage(plan)
        if damage:
            raise damage
        held = identity(path)
        detail = _SOUND.say(
            language,
            path=path,
            version=held.schema_version,
            documents=len(plan.documents()),
            sections=len(plan.sections()),
            digest=held.digest,
        )
        if held.added:
            detail += f"; {OWN_WITH.say(language, documents=', '.join(held.added))}"
        counts = [health.document_counts(plan, document.id) for document in plan.documents()]
        gaps = [
            Diagnosis("readings", None, f"{document.id}: {missing.say(language)}")
            for document, count in zip(plan.documents(), counts, strict=True)
            if (missing := missing_readings(count))
        ]
    return [Diagnosis("database", True, detail), *gaps]
