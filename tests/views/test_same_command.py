"""The command that a view names gives the same, also in the shell of another language."""

from __future__ import annotations

import shlex

import pytest

from plan_tui.cli.arguments import language_of
from plan_tui.export.markdown import markdown
from plan_tui.store.plan import Plan
from plan_tui.text.language import Language
from plan_tui.tui.copy_export import export_command, layouts
from plan_tui.views.tree import TreeView
from plan_tui.views.view import in_language


@pytest.mark.parametrize("locale", ["C.UTF-8", "ja_JP.UTF-8", "en_GB.UTF-8"])
@pytest.mark.parametrize("language", list(Language))
def test_a_command_is_answered_in_the_language_of_its_view(
    made_up: Plan, monkeypatch: pytest.MonkeyPatch, locale: str, language: Language
) -> None:
    monkeypatch.setenv("LC_ALL", locale)
    view = TreeView(language, made_up.sections()[:3], made_up.documents())
    lines = [view.command, export_command(view), *(each.command for each in layouts(view))]
    for line in lines:
        assert language_of(shlex.split(line)) is language
    assert f"`{view.command}`" in markdown(view.document(made_up.attribution()))
    assert ("--lang" in view.command) is (language is not language_of(()))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("search", "夜間"), ("search", "夜間", "--lang", "en")),
        (("search", "--", "--夜間"), ("search", "--lang", "en", "--", "--夜間")),
    ],
)
def test_the_option_stands_before_what_is_no_option(
    monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    assert in_language(words, Language.EN) == expected
    assert in_language(words, Language.JA) == words
