"""Where the text comes from is said word for word, and in English also in English."""

from __future__ import annotations

from pathlib import Path

import pytest

from plan_tui.export.markdown import markdown
from plan_tui.model.records import Attribution
from plan_tui.store.plan import Plan
from plan_tui.text.language import Language
from plan_tui.tui.app import PlanApp
from plan_tui.views.tree import TreeView
from tests.tui.helpers import shown


def test_the_english_follows_the_words_to_be_quoted() -> None:
    attribution = Attribution(("出典：甲",), (), ("Source: A",))
    assert attribution.said(Language.JA) == ("出典：甲",)
    assert attribution.said(Language.EN) == ("出典：甲", "Source: A")


def test_the_real_attribution_has_english(real: Plan) -> None:
    attribution = real.attribution()
    assert len(attribution.lines) == len(attribution.lines_en) == 2
    assert "公共データ利用規約" in attribution.lines[0]
    assert "unofficial" in attribution.lines_en[0]
    assert all(line.isascii() for line in attribution.lines_en)


@pytest.mark.parametrize("language", list(Language))
def test_exports_end_with_it(real: Plan, language: Language) -> None:
    attribution = real.attribution()
    view = TreeView(language, real.sections()[:3], real.documents())
    written = markdown(view.document(attribution))
    assert "公共データ利用規約（第1.0版）" in written
    assert ("Public Data License" in written) is (language is Language.EN)


@pytest.mark.parametrize("language", list(Language))
async def test_the_application_tells_it(real_database: Path, language: Language) -> None:
    app = PlanApp(real_database, language=language)
    async with app.run_test(size=(120, 40)) as pilot:
        await app.run_action("about")
        await pilot.pause()
        text = shown(app)
        assert "公共データ利用規約" in text
        assert ("Public Data License" in text) is (language is Language.EN)
