"""The names by which the views still ask for words; each stands in a module of its family."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from plan_tui.labels import (
    change_names,
    fact_names,
    hit_reasons,
    measure_names,
    not_held,
    promise_names,
    section_parts,
    source_names,
)
from plan_tui.model.enums import KpiKind
from plan_tui.text.language import Language, Phrase

E = TypeVar("E", bound=StrEnum)
PROGRESS = measure_names.KPI_KINDS[KpiKind.PROGRESS]
OUTCOME = measure_names.KPI_KINDS[KpiKind.OUTCOME]
NO_KPI = measure_names.NO_KPI
FOOTNOTES = section_parts.FOOTNOTES
SECTIONS_BELOW = section_parts.SECTIONS_BELOW
UNOFFICIAL = section_parts.UNOFFICIAL
CONTENTS_ONLY = not_held.CONTENTS_ONLY
NO_TEXT = not_held.NO_TEXT
NOT_HELD = not_held.NOT_HELD
NONE_KNOWN = not_held.NONE_KNOWN
SUGGESTION = change_names.SUGGESTION
STATUS = measure_names.KPI_STATUSES
KPI_KIND = measure_names.KPI_KINDS
RELATION = change_names.CHANGE_KINDS
FACT_KIND = fact_names.FACT_KINDS
FACT_OP = fact_names.FACT_CHANGES
MOVEMENT = promise_names.MOVEMENTS
WHAT = promise_names.PROMISE_KINDS
MATCHED = hit_reasons.MATCHED_IN
ROLE = source_names.CHARACTER_ROLES
FURNITURE = source_names.FURNITURE_KINDS
promise = measure_names.promise


def say(phrases: Mapping[E, Phrase], name: E, language: Language) -> str:
    """Return the phrase for ``name``."""
    return phrases[name].say(language)
