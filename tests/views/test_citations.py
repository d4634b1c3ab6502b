"""Citations: in the form of the licence, and as programs for bibliographies read them."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from plan_tui.cli.main import main
from plan_tui.cli.view_arguments import CITE_FORMS
from plan_tui.errors import UsageError
from plan_tui.labels.bibliography import bibtex, csl_item
from plan_tui.labels.pdl_citations import pdl_citation
from plan_tui.model.cited_place import CitedPlace
from plan_tui.store.plan import Plan
from plan_tui.text.language import Language
from plan_tui.views.cite import CiteForm, CiteView, cite_view
from tests.command_line import assert_one_line_error, run

DAY = "2026-06-13"
TERMS = "digital.go.jp/resources/open_data/public_data_license_v1.0"
PLACES = ("2021:1.1", "2021:1.1#note-1", "2021:M1-2", "2021:M1-2#progress-1",
          "2021:M2-1#progress-2", "2021:M1-1#outcome-1", "2022:1.2", "2025:1.1")  # fmt: skip
HOSTILE = '{a}_b%c$d#e&f~g^h\\i}\n@misc{x, "j" = 1}'
FIELD = re.compile(r"  (\w+) = \{(.*)\},?")


def cited(plan: Plan, words: str, language: Language = Language.JA) -> CiteView:
    return cite_view(plan, language, words, CiteForm.PDL, DAY)


def licensed(place: CitedPlace, **changes: str) -> CitedPlace:
    """Return a place in a document of the licence, or of what is given."""
    fields: dict[str, Any] = {"licence": "公共データ利用規約（PDL1.0）", **changes}
    document = replace(place.text.document, **fields)
    return replace(place, text=replace(place.text, document=document))


def fields_of(entry: str) -> dict[str, str]:
    """Read an entry of BibTeX; every brace must have its other half."""
    head, *lines, last = entry.rstrip("\n").split("\n")
    assert re.fullmatch(r"@misc\{[A-Za-z0-9:.-]+,", head), head
    assert last == "}"
    fields = {}
    for number, line in enumerate(lines):
        match = FIELD.fullmatch(line)
        assert match, line
        assert line.endswith(",") == (number < len(lines) - 1)
        fields[match[1]] = match[2]
        depth = 0
        for sign in match[2]:  # also behind a backslash, as BibTeX and biber count them
            depth += {"{": 1, "}": -1}.get(sign, 0)
            assert depth >= 0, line
        assert depth == 0, line
    return fields


def test_the_form_of_the_licence_names_the_source_and_the_processing(made_up: Plan) -> None:
    (place,) = cited(made_up, "2021:1.1").places
    place = licensed(place)
    document, section = place.text.document, place.text.section
    source = f"「{document.title}」（{document.publisher}）（{document.url}）"
    path = " > ".join(each.heading for each in (*place.text.path, section))
    first, second = pdl_citation(place, Language.JA).splitlines()
    lines = f"{document.source_file} {section.line_start}～{section.line_end}行"
    assert first == (
        f"出典：{source}、{place.text.edition.label}、{path}、{section.citation}、"
        f"キー 2021:1.1、{lines}、PDL1.0（https://www.{TERMS}）（2026年6月13日に利用）"
    )
    assert second == f"{source}を加工して作成"
    first, second = pdl_citation(place, Language.EN).splitlines()
    assert first.startswith(f"Source: “{document.title}” ({document.publisher}) ({document.url}), ")
    assert f", in the Japanese document {section.citation}, key 2021:1.1, " in first
    english = TERMS.replace("jp/", "jp/en/")
    assert first.endswith(f", PDL1.0 (https://www.{english}) (used on 2026-06-13)")
    assert second.startswith("Made by processing “")


def test_a_footnote_and_a_kpi_have_citations_of_their_own(made_up: Plan) -> None:
    (note,) = cited(made_up, "2021:1.1#note-1").places
    assert note.footnote is not None
    words = pdl_citation(note, Language.JA)
    assert "、脚注1、キー 2021:1.1#note-1、" in words
    assert f" {note.footnote.line_start}" in words
    (kpi,) = cited(made_up, "m2-1#progress-2").places
    assert "、KPI（進捗） 2、キー 2021:M2-1#progress-2、" in pdl_citation(kpi, Language.JA)
    assert ", KPI (progress) 2, key 2021:M2-1#progress-2, " in pdl_citation(kpi, Language.EN)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("2021:1.1#note-9", "2021:1.1 has no note-9; there are note-1"),
        ("2021:M1-2#outcome-2", "has no outcome-2; there are progress-1, outcome-1"),
        ("2021:M1-2#note-1", "has no note-1"),
        ("2021:M2-2#progress-1", "has neither footnotes nor KPIs"),
        ("2021:1.1#verse-1", "no section has the key"),
        ("nowhere#note-1", "no section has the key 'nowhere'"),
    ],
)
def test_a_part_that_is_not_there_is_said(words: str, said: str, made_up: Plan) -> None:
    with pytest.raises(UsageError) as caught:
        cited(made_up, words)
    assert said in caught.value.say(Language.EN)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("words", PLACES)
def test_bibtex_is_well_formed(words: str, language: Language, made_up: Plan) -> None:
    (place,) = cited(made_up, words, language).places
    fields = fields_of(bibtex(licensed(place), language))
    assert {"title", "howpublished", "date", "url", "urldate", "note"} <= set(fields)
    assert fields["date"] == place.text.document.dated
    assert fields["urldate"] == DAY
    assert fields["url"] == place.text.document.url
    assert r"public\_data\_license" in fields["note"]


def test_bibtex_keeps_hostile_words_from_tex(made_up: Plan) -> None:
    (place,) = cited(made_up, "2021:1.1").places
    section = replace(place.text.section, title=HOSTILE, key="2021:a}b,c")
    hostile = licensed(place, title=HOSTILE, publisher=HOSTILE, url="https://x.invalid/{a}?b=1&c_d")
    hostile = replace(hostile, text=replace(hostile.text, section=section))
    entry = bibtex(hostile, Language.EN)
    fields = fields_of(entry)
    assert entry.startswith("@misc{2021:a-b-c,\n")
    braces = r"\textbraceleft{}a\textbraceright{}"
    assert rf"{braces}\_b\%c\$d\#e\&f\textasciitilde{{}}g\textasciicircum{{}}h" in fields["title"]
    assert fields["url"] == "https://x.invalid/%7Ba%7D?b=1&c_d"


@pytest.mark.parametrize("words", PLACES)
def test_csl_items_are_as_the_schema_wants(words: str, made_up: Plan) -> None:
    (place,) = cited(made_up, words).places
    item: dict[str, Any] = json.loads(json.dumps(csl_item(place, Language.JA)))
    assert item["type"] == "chapter"
    assert re.fullmatch("[A-Za-z0-9:.-]+", item["id"])
    for name in ("issued", "accessed"):
        (day,) = item[name]["date-parts"]
        assert [type(part) for part in day] == [int, int, int]
    assert item["accessed"]["date-parts"] == [[2026, 6, 13]]
    assert item["author"] == [{"literal": place.text.document.publisher}]
    assert set(item) <= {
        *("id", "type", "title", "container-title", "author", "publisher", "issued", "accessed"),
        *("URL", "section", "language", "note"),
    }
    assert all(isinstance(item[name], str) for name in ("title", "URL", "section", "note"))


def test_what_is_not_known_is_left_out(made_up: Plan) -> None:
    (place,) = cited(made_up, "2021:1.1").places
    bare = licensed(place, publisher="", url="", licence="")
    assert not {"author", "url", "urldate"} & set(fields_of(bibtex(bare, Language.JA)))
    assert not {"author", "publisher", "URL"} & set(csl_item(bare, Language.JA))
    first, second = pdl_citation(bare, Language.JA).splitlines()
    assert "（）" not in first
    assert "PDL" not in first
    assert second == f"「{place.text.document.title}」を加工して作成"
    other = licensed(place, licence="CC BY 4.0")
    assert "、CC BY 4.0（2026年6月13日に利用）" in pdl_citation(other, Language.JA)


def test_the_forms_are_those_of_the_command() -> None:
    assert tuple(CITE_FORMS) == tuple(map(str, CiteForm))


def test_the_command_cites_all_that_stands_below(made_up_database: Path) -> None:
    words = ["show", "2021:1.1", "--below", "--as-of", "令和8年6月13日", "--cite"]
    items = json.loads(run(*words, "csl-json", db=made_up_database).stdout)
    assert items == json.loads(run(*words, "pdl", "--json", db=made_up_database).stdout)
    assert len(items) > 1
    entries = run(*words, "bibtex", db=made_up_database).stdout.split("\n\n")
    assert [entry.partition(",")[0] for entry in entries] == [f"@misc{{{i['id']}" for i in items]
    lines = run(*words, "--lang", "ja", db=made_up_database).stdout
    assert lines.count("出典：") == lines.count("（2026年6月13日に利用）") == len(items)


def test_the_command_of_a_citation_gives_the_same(made_up: Plan, made_up_database: Path) -> None:
    view = cite_view(made_up, Language.EN, "2021:M1-2#outcome-1", CiteForm.BIBTEX, DAY, as_of=DAY)
    assert run(*view.words, "--lang", "en", db=made_up_database).stdout == view.text()


def test_a_bibliography_is_written_as_it_is(made_up_database: Path, tmp_path: Path) -> None:
    target = tmp_path / "refs.bib"
    words = ["show", "2021:1.1", "--cite", "bibtex", "--db", str(made_up_database)]
    assert main(["export", *words, "-o", str(target)]) == 0
    assert target.read_text(encoding="utf-8").startswith("@misc{2021:1.1,\n")


@pytest.mark.parametrize("day", ["", "someday", "2026-02-30", "2026-06", "13/13/13"])
def test_a_day_that_is_none_is_refused(day: str, made_up_database: Path) -> None:
    result = run("show", "2021:1.1", "--cite", f"--as-of={day}", db=made_up_database)
    assert_one_line_error(result, 2, "is not a date")
