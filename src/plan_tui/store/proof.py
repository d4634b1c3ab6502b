"""The conservation proof: each non-space source character stands in exactly one place.

It reads the finished database alone, so it proves what people use and not what the importer
meant to write. Two things are checked of every document: the runs in ``provenance`` cover each
non-space character of ``source_lines`` once, and the characters of each owner's runs, put in
order, are the owner's text.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator

from plan_tui.model.conservation import Conservation, Finding
from plan_tui.model.enums import CharacterRole
from plan_tui.model.records import Provenance
from plan_tui.store.plan import Plan
from plan_tui.store.source_queries import owned_texts, provenance, source_lines
from plan_tui.text.language import Phrase

_TOO_SHORT = Phrase(
    "{role}の{column}字目より前で行が終わっています", "ends before column {column} of a {role}"
)
_LOST = Phrase("置き場所のない文字：{text}", "in no place: {text}")
_TWICE = Phrase("置き場所が複数ある文字：{text}", "in several places: {text}")
_OTHER_WORDS = Phrase(
    "{role} {row}と元の文字の相違：{text}", "{role} {row} is not its source: {text}"
)
_NO_SOURCE = Phrase(
    "元の文字のない{role} {row}：{text}", "{role} {row} stands in no source: {text}"
)
_NO_ROW = Phrase("{role} {row}の行がありません", "{role} {row} has no row")
_SUPPLIED = (CharacterRole.TITLE, CharacterRole.FOOTNOTE_NUMBER)
"""What may stand in no source: a preface's title, the number of a note that a word names."""


def prove(plan: Plan, document_id: str) -> Conservation:
    """Account for every non-space character of a document."""
    lines = dict(source_lines(plan, document_id))
    runs = provenance(plan, document_id)
    by_role: dict[CharacterRole, int] = defaultdict(int)
    for run in runs:
        by_role[run.role] += len(_solid(_cut(lines, run)))
    findings = [*_coverage(lines, runs), *_wording(plan, document_id, lines, runs)]
    total = sum(len(_solid(line)) for line in lines.values())
    return Conservation(total, dict(by_role), tuple(findings))


def _cut(lines: dict[int, str], run: Provenance) -> str:
    """Return a run's characters, as far as its line has them."""
    return lines.get(run.line, "")[run.start : run.end]


def _solid(text: str) -> str:
    return "".join(text.split())


def _coverage(lines: dict[int, str], runs: tuple[Provenance, ...]) -> Iterator[Finding]:
    counts = {number: [0] * len(text) for number, text in lines.items()}
    for run in runs:
        line = counts.get(run.line, [])
        if run.end > len(line):
            yield Finding(run.line, _TOO_SHORT.of(column=run.end, role=run.role))
        for column in range(run.start, min(run.end, len(line))):
            line[column] += 1
    for number, text in lines.items():
        pairs = list(zip(text, counts[number], strict=True))
        lost = "".join(c for c, count in pairs if not count and not c.isspace())
        twice = "".join(c for c, count in pairs if count > 1 and not c.isspace())
        if lost:
            yield Finding(number, _LOST.of(text=lost))
        if twice:
            yield Finding(number, _TWICE.of(text=twice))


def _wording(
    plan: Plan, document_id: str, lines: dict[int, str], runs: tuple[Provenance, ...]
) -> Iterator[Finding]:
    texts = owned_texts(plan, document_id)
    owners: dict[tuple[CharacterRole, int], list[Provenance]] = defaultdict(list)
    for run in runs:
        owners[run.role, run.owner_id].append(run)
    for owner, text in texts.items():
        owned = sorted(owners.pop(owner, []), key=lambda run: run.offset)
        source = "".join(_cut(lines, run) for run in owned)
        if owner[0] is CharacterRole.FOOTNOTE_NUMBER:
            source = unicodedata.normalize("NFKC", source)  # stored in ASCII digits
        if owned and _solid(source) != _solid(text):
            message = _OTHER_WORDS.of(role=owner[0], row=owner[1], text=text[:30])
            yield Finding(owned[0].line, message)
        if not owned and _solid(text) and owner[0] not in _SUPPLIED:
            message = _NO_SOURCE.of(role=owner[0], row=owner[1], text=text[:30])
            yield Finding(0, message)
    for (role, owner_id), owned in owners.items():
        if role not in (CharacterRole.MARK, CharacterRole.RUBY):
            yield Finding(owned[0].line, _NO_ROW.of(role=role, row=owner_id))
