"""The metadata with which Datasette shows the database: ``data/metadata.yaml``.

Names, meanings and questions come from the declarations from which the documentation comes; columns
to count by are those that hold few different words.
"""

from __future__ import annotations

from plan_tui.labels.pdl_citations import TERMS
from plan_tui.labels.table_names import TABLE_NAMES
from plan_tui.store.described import Description, descriptions
from plan_tui.store.example_queries import EXAMPLE_QUERIES, PARAMETERS, ExampleQuery
from plan_tui.store.plan import Plan
from plan_tui.text.language import Language, Phrase
from plan_tui.text.yaml_text import Yaml, yaml_text

_DATABASE = "plan"
"""What Datasette calls the file ``plan.db``."""
_TITLE = Phrase(
    "デジタル社会の実現に向けた重点計画",
    "Priority Policy Program for Realizing a Digital Society",
)
_ABOUT = Phrase(
    "計画の各版の見出し、文、KPI、日付と、版の間の対応です。「記載なし」は収録テキストに"
    "ついていいます",
    "Headings, text, KPIs and dates of the plan's editions, and what belongs together between "
    "them. “No counterpart” always means: not in the text held",
)
_PUBLISHER = Phrase("デジタル庁", "Digital Agency, Japan")
_HIDDEN = frozenset(
    (
        *("search_texts", "search_strings", "search_postings", "search_columns"),
        *("word_readings", "provenance", "added_documents", "aliases"),
    )
)
"""Tables that the program needs and readers do not."""
_LABELS = {
    "editions": "label",
    "documents": "title",
    "sections": "title",
    "topics": "title",
    "kpis": "text",
    "measures": "number",
    "footnotes": "number",
}
"""Table → the column that stands for a row where another table names it."""
_COUNTED = (
    *("edition", "edition_id", "from_edition", "to_edition", "document", "document_id", "chapter"),
    *("kind", "status", "relation", "change", "verdict", "extent", "likelihood", "fiscal_year"),
    *("firmness", "basis", "place", "due_place", "severity", "is_target", "accepted", "toc_only"),
)
"""Columns that hold few different words, by which rows are counted and chosen."""


def datasette_metadata(plan: Plan) -> str:
    """Return the metadata of a plan's database as YAML, for ``datasette --metadata``."""
    tables = {name: _table(name, each) for name, each in descriptions().items()}
    queries = {query.name: _query(query) for query in EXAMPLE_QUERIES}
    return yaml_text(
        {
            "title": _both(_TITLE),
            "description": " ".join(plan.attribution().said(Language.EN)),
            **_origin(plan),
            "databases": {
                _DATABASE: {
                    "description": _about(plan),
                    **_origin(plan),
                    "tables": tables,
                    "queries": queries,
                }
            },
        }
    )


def _about(plan: Plan) -> str:
    """Return what the database holds, of each edition."""
    held = (f"{e.name(Language.EN)}: {e.held(Language.EN)}" for e in plan.editions())
    return " – ".join((_both(_ABOUT), *held))


def _origin(plan: Plan) -> dict[str, Yaml]:
    """Return licence and source, as far as the database names them, for the foot of a page."""
    facts = plan.meta()
    origin: dict[str, Yaml] = {}
    if "licence" in facts:
        origin |= {"license": facts["licence"], "license_url": TERMS.say(Language.JA)}
    if "url" in facts:
        origin |= {"source": _both(_PUBLISHER), "source_url": facts["url"]}
    return origin


def _table(name: str, described: Description) -> dict[str, Yaml]:
    columns: dict[str, Yaml] = {
        column: _plain(meaning) for column, meaning in described.columns.items()
    }
    table: dict[str, Yaml] = {
        "title": f"{_both(TABLE_NAMES[name])} ({name})",
        "description": _plain(described.about),
    }
    if name in _HIDDEN:
        table["hidden"] = True
    if name in _LABELS:
        table["label_column"] = _LABELS[name]
    facets = [column for column in _COUNTED if column in columns]
    if facets:
        table["facets"] = facets
    return {**table, "columns": columns}


def _query(query: ExampleQuery) -> dict[str, Yaml]:
    described: dict[str, Yaml] = {"title": _both(query.question)}
    if query.parameters:
        given = (f"{name}: {_both(PARAMETERS[name])}" for name in query.parameters)
        described["description"] = " – ".join(given)
    return {**described, "sql": query.sql}


def _both(phrase: Phrase) -> str:
    """Return words in both languages."""
    return f"{phrase.say(Language.JA)} / {phrase.say(Language.EN)}"


def _plain(words: str) -> str:
    """Return words without the signs of code, which Datasette would show."""
    return words.replace("``", "")
