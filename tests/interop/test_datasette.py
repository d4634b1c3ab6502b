"""Datasette serves the packaged database with its metadata, and answers the stored questions."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from urllib.parse import urlencode

import pytest
from datasette.app import Datasette
from datasette.utils import parse_metadata

from plan_tui.store.described import descriptions
from plan_tui.store.example_queries import EXAMPLE_QUERIES, ExampleQuery
from tests.views.test_example_queries import ASKED

DATA = Path(__file__).parents[2] / "data"
METADATA = parse_metadata((DATA / "metadata.yaml").read_text(encoding="utf-8"))
SETTINGS = {"suggest_facets": False, "facet_time_limit_ms": 20_000, "sql_time_limit_ms": 20_000}
"""The time that a busy machine needs must not matter."""
HELD = METADATA["databases"]["plan"]


def content(path: str) -> str:
    """Return what Datasette answers to a request."""

    async def ask() -> str:
        served = Datasette(immutables=[str(DATA / "plan.db")], metadata=METADATA, settings=SETTINGS)
        await served.invoke_startup()
        answer = await served.client.get(path, follow_redirects=True)
        assert answer.status_code == 200, answer.text
        return str(answer.text)

    return asyncio.run(ask())


def test_the_metadata_is_yaml_of_the_declared_names() -> None:
    assert list(HELD["tables"]) == list(descriptions())
    for name, described in descriptions().items():
        assert list(HELD["tables"][name]["columns"]) == list(described.columns)
    queries = {query.name: query.sql for query in EXAMPLE_QUERIES}
    assert {name: query["sql"] for name, query in HELD["queries"].items()} == queries


def test_the_first_page_says_where_the_text_is_from() -> None:
    page = content("/")
    for words in ("デジタル社会の実現に向けた重点計画", "PDL1.0", "public_data_license_v1.0"):
        assert words in page


@pytest.mark.parametrize("name", descriptions())
def test_each_table_and_view_is_shown_with_what_its_columns_mean(name: str) -> None:
    page = content(f"/plan/{name}?_size=3")
    held = HELD["tables"][name]
    assert held["title"] in page
    assert f"<dt>{next(iter(held['columns']))}</dt>" in page
    counted = json.loads(content(f"/plan/{name}.json?_size=1"))["facet_results"]
    assert set(held.get("facets", ())) <= set(counted)


def test_a_row_names_the_rows_that_it_refers_to() -> None:
    page = content("/plan/sections?key=2021:M1-8")
    assert ">デジタル社会の実現に向けた重点計画（2021年６月18日閣議決定）</a>" in page


@pytest.mark.parametrize("query", EXAMPLE_QUERIES, ids=lambda query: query.name)
def test_each_stored_question_is_answered(query: ExampleQuery) -> None:
    path = f"/plan/{query.name}"
    asked = urlencode(ASKED[query.name] | {"_shape": "array"})
    assert json.loads(content(f"{path}.json?{asked}"))
    page = content(path)
    assert query.question.ja in page
    assert all(f'name="{parameter}"' in page for parameter in ASKED[query.name])
