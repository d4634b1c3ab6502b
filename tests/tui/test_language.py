"""Japanese and English, switched at any time; nothing is left untranslated."""

from __future__ import annotations

import importlib
import pkgutil
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

import plan_tui.labels
import plan_tui.tui
from plan_tui.text.language import Language, Phrase
from plan_tui.text.width import CUT
from plan_tui.tui.app import PlanApp
from plan_tui.tui.commands import COMMANDS
from plan_tui.tui.icons import DOCUMENT_ICON, SECTION_ICONS
from tests.tui.helpers import shown

JAPANESE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")


PRINTED_ONLY = ("hit_reasons._NEWEST", "old_new_names.FROM_TO", "._QUOTED", "pdl_citations._LINES")
"""Phrases of the labels that stand in no screen of our own: on paper, in citations."""


def phrases(room: ModuleType = plan_tui.tui) -> Iterator[tuple[str, Phrase]]:
    """Yield every phrase of a room's modules; of the application also those of its commands."""
    for module in pkgutil.walk_packages(room.__path__, f"{room.__name__}."):
        loaded = importlib.import_module(module.name)
        for name, value in vars(loaded).items():
            if isinstance(value, Phrase):
                yield f"{module.name}.{name}", value
            elif isinstance(value, dict):
                for key, entry in value.items():
                    if isinstance(entry, Phrase):
                        yield f"{module.name}.{name}[{key}]", entry
    for command in COMMANDS if room is plan_tui.tui else ():
        yield command.id, command.name
        yield f"{command.id} help", command.help


ALL: list[tuple[str, Phrase]] = sorted(set(phrases()), key=lambda pair: pair[0])


@pytest.mark.parametrize(("name", "phrase"), ALL)
def test_a_phrase_is_in_both_languages(name: str, phrase: Phrase) -> None:
    assert phrase.ja.strip()
    assert phrase.en.strip()
    fields = [sorted(set(re.findall(r"{(\w+)", text))) for text in (phrase.ja, phrase.en)]
    assert fields[0] == fields[1]
    if name not in ("language", "language help", "plan_tui.tui.screens.overview.OTHER_LANGUAGE"):
        assert not JAPANESE.search(phrase.en)


def test_our_own_words_have_no_characters_of_uncertain_width() -> None:
    said = [*phrases(), *phrases(plan_tui.labels)]
    shown_on_screens = [phrase for name, phrase in said if not name.endswith(PRINTED_ONLY)]
    own = [text for phrase in shown_on_screens for text in (phrase.ja, phrase.en)]
    own += [*SECTION_ICONS.values(), DOCUMENT_ICON, CUT, "▸▾›|＋－～"]
    uncertain = {
        character
        for text in own
        for character in text
        if unicodedata.east_asian_width(character) == "A"
    }
    assert uncertain == set()


def test_no_japanese_words_outside_phrases() -> None:
    """A Japanese string in the code stands in a Phrase, or is a mark or a word of the plan."""
    allowed = {"未設定", "計画", "、", "・", "・ ", "「", "」", "（", "）", "　"}
    root = Path(plan_tui.tui.__file__).parent
    bare = re.compile(r'(?<!Phrase\()"([^"\n]*[\u3040-\u30ff\u4e00-\u9fff][^"\n]*)"')
    for path in root.rglob("*.py"):
        if path.parent.name == "commands" or path.name in ("key_names.py", "keys_document.py"):
            continue
        code = re.sub(r'""".*?"""', "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        code = re.sub(r"Phrase\((?:[^()]|\([^()]*\))*\)", "", code)
        code = re.sub(r"#.*", "", code)
        found = {text for text in bare.findall(code) if text not in allowed}
        assert not {t for t in found if not t.startswith(("未設定", "2021年版"))}, path


async def test_switching(app: PlanApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await app.open_section("2021:M1-2")
        await pilot.press("f2")
        await pilot.pause()
        text = shown(app)
        assert "Outline" in text
        assert "KPI (progress)" in text
        assert "2021 edition" in text
        assert "夜間開館を試行する。" in text
        await pilot.press("d")
        assert "continued" in shown(app)
        await pilot.press("f2")
        await pilot.pause()
        assert "継続" in shown(app)
        await pilot.press("q")
        assert "KPI（進捗）" in shown(app)


async def test_what_is_wrong_with_a_query_is_said_in_the_language_of_now(app: PlanApp) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("s", *"kind:zzz")
        assert shown(app).replace("\n", "").count("指定できません") == 2
        await pilot.press("f2")
        await pilot.pause()
        assert "指定できません" not in shown(app).replace("\n", "")
        assert "kind:zzz" in shown(app).splitlines()[2]


async def test_english_titles_are_told_as_unofficial(database: Path) -> None:
    app = PlanApp(database, language=Language.EN)
    async with app.run_test(size=(120, 36)) as pilot:
        await app.open_section("2021:1.1")
        await pilot.pause()
        text = shown(app)
        assert "The library so far" in text
        assert "unofficial" in text
        assert "これまでの歩み" in text
