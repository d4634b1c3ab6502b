"""Every phrase of the program keeps one register in Japanese, and one word for a thing.

Sentences are polite (です, ます); labels and cells are noun phrases, or name what is done. The
phrases are read from the source, so that a new one is held to the same.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple, TypeGuard

import pytest

from plan_tui.labels.punctuation import COLON, COMMA

SOURCE = Path(__file__).parents[2] / "src" / "plan_tui"
_JAPANESE = "ぁ-んァ-ヶー一-龥々"
_PLAIN = re.compile(r"(?:だ|である|ない|(?<!まし)(?<!でし)た|(?:て|で)いる)$")
_VERB = re.compile(r"(?:[うくぐつぬぶむる]|(?<!ま)(?<!で)す)$")
_NOT_PLAIN = ("あなた", "また")
"""Words that end as a plain verb does."""
_SHORT_CELLS = ("期限(本文)", "(2025年度)")
"""Where the columns of a table are counted, brackets have half the width."""
_ASIDE = re.compile(r"（[^（）]*）")
_OTHER_WORDS = {
    r"フォルダ(?!ー)": "フォルダー",
    r"すべて": "全て",
    r"または": "又は",
    r"ページの飾り": "ページ番号・柱",
    r"出どころ|元の資料": "原文",
    r"加え(?:た|る)(?:文書|版|ファイル)|版を加える": "追加",
    r"[一二]つ": "1つ、2つ",
}
"""Words that are not used → the one that is."""
_STRANGE_ENGLISH = re.compile(r"\b(?:fates?|furniture|parted|mend(?:s|ed)?|[Tt]ake away)\b|[「」]")


_PUT_IN = ("fault", "faults", "reason", "error", "first")
"""The fields of phrases that sentences are put into."""
_TELLERS = ("fault", "_fault", "_FaultError")
"""What is called with a phrase that becomes part of a message."""


def _text(node: ast.expr) -> str:
    """Return a literal, with `…` where a value is put in."""
    if isinstance(node, ast.Constant):
        return str(node.value)
    if isinstance(node, ast.JoinedStr):
        return "".join(_text(part) for part in node.values)
    return "…"


def _is_phrase(node: ast.AST) -> TypeGuard[ast.Call]:
    return isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Phrase"


def _texts_of(phrase: ast.Call) -> tuple[str, str]:
    japanese, english = (re.sub(r"\{[^{}]*\}", "…", _text(words)) for words in phrase.args)
    return japanese, english


class Words(NamedTuple):
    """What the tests look at of the words that the modules are written with."""

    phrases: list[tuple[str, str, str]]
    """File, Japanese and English of every phrase that is written out."""
    parts: list[tuple[str, str]]
    """File and Japanese of phrases that are put into others, which are sentences."""
    joined: set[str]
    """Where a list of words is joined by the comma of Japanese."""
    followed: set[str]
    """Where what is said is followed by a half-width colon."""


@cache
def words_of_modules() -> Words:
    """Return the words of all modules; each is parsed once."""
    words = Words([], [], set(), set())
    for path in sorted(SOURCE.rglob("*.py")):
        name = path.relative_to(SOURCE).as_posix()
        tree = ast.parse(path.read_text(encoding="utf-8"))
        words.phrases.extend((name, *_texts_of(node)) for node in _phrases(tree))
        words.parts.extend((name, japanese) for japanese in _parts(tree))
        words.joined.update(f"{name}:{line}" for line in _joined(tree))
        words.followed.update(f"{name}:{line}" for line in _followed(tree))
    return words


def parts() -> list[tuple[str, str]]:
    """Return file and Japanese of phrases that are put into others, which are sentences."""
    return sorted(set(words_of_modules().parts))


def _parts(tree: ast.Module) -> Iterator[str]:
    constants = {
        target.id: node.value
        for node in tree.body
        if isinstance(node, ast.Assign) and _is_phrase(node.value) and len(node.value.args) == 2
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        called = getattr(node.func, "attr", getattr(node.func, "id", ""))
        put_in = [each.value for each in node.keywords if each.arg in _PUT_IN]
        if called in _TELLERS:
            put_in += node.args
        names = {
            name.id
            for value in put_in
            for name in ast.walk(value)
            if isinstance(name, ast.Name) and name.id in constants
        }
        for name in sorted(names):
            yield _texts_of(constants[name])[0]


def phrases() -> list[tuple[str, str, str]]:
    """Return file, Japanese and English of every phrase that is written out."""
    return sorted(set(words_of_modules().phrases))


def _phrases(tree: ast.Module) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if _is_phrase(node) and len(node.args) == 2:
            yield node


def _joined(tree: ast.Module) -> Iterator[int]:
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Attribute)
            and node.attr == "join"
            and isinstance(node.value, ast.Constant)
            and node.value.value == COMMA.ja
        ):
            yield node.lineno


def _followed(tree: ast.Module) -> Iterator[int]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.JoinedStr):
            continue
        for words, sign in pairwise(node.values):
            if (
                isinstance(words, ast.FormattedValue)
                and ".say(" in ast.unparse(words)
                and isinstance(sign, ast.Constant)
                and str(sign.value).startswith(":")
            ):
                yield node.lineno


def _ends(words: str) -> Iterator[str]:
    """Yield how each sentence, and each aside in brackets, ends."""
    for aside in _ASIDE.findall(words):
        yield from re.split(r"[。\n]", aside[1:-1])
    for sentence in re.split(r"[。\n　]|：(?=…)", _ASIDE.sub("", words)):
        yield re.sub(r"[」』 ]+$", "", sentence)


def faults_of_japanese(words: str) -> list[str]:
    """Return what is not as it should be with Japanese words of the interface."""
    faults = []
    for end in _ends(words):
        if _PLAIN.search(end) and not end.endswith(_NOT_PLAIN):
            faults.append(f"plain form: {end}")
    for message in (part for part in _ASIDE.sub("", words).split("　") if "。" in part):
        sentences = re.split(r"[。\n]", message)
        faults += [f"verb in a message: {s}" for s in sentences if _VERB.search(s.rstrip())]
    if re.search(r"[;；]\s?(?![a-z])", words):
        faults.append("semicolon")
    if words not in _SHORT_CELLS and re.search(rf"\([^()]*[{_JAPANESE}][^()]*\)", words):
        faults.append("brackets of half width")
    if re.search(rf"[{_JAPANESE}](?:[,!]|[:.](?: |$))", words):
        faults.append("punctuation of half width")
    faults += [f"say {word}" for other, word in _OTHER_WORDS.items() if re.search(other, words)]
    return faults


def test_there_are_phrases_to_read() -> None:
    assert len(phrases()) > 1000


def test_japanese_keeps_to_one_register_and_one_word_for_a_thing() -> None:
    faults = {(name, ja): faults_of_japanese(ja) for name, ja, _ in phrases()}
    assert {place: fault for place, fault in faults.items() if fault} == {}


def test_parts_of_messages_end_as_sentences_or_as_nouns() -> None:
    assert len(parts()) > 50
    plain = [(name, ja) for name, ja in parts() if any(map(_VERB.search, _ends(ja)))]
    assert plain == []


def test_english_has_natural_words() -> None:
    assert [(name, en) for name, _, en in phrases() if _STRANGE_ENGLISH.search(en)] == []


@pytest.mark.parametrize(
    "words",
    [
        "図書館という場所はない",
        "本が読めない（鍵がある）。別の本を渡す",
        "鍵である",
        "本を返した（山の図書館）",
        "まだ鍵が見つからない。",
        "静かだ",
        "今、本を読んでいる。",
        "本を選んでください。棚に戻す。",
        "本の棚（まだ数えていない）",
        "本を読む; 本を返す",
        "本；棚",
        "本の棚(山の図書館)",
        "本の棚: 山",
        "本,棚",
        "フォルダを選んでください。",
        "本をすべて返してください。",
        "本または棚",
        "加えた文書",
    ],
)
def test_what_is_not_to_be_said_is_noticed(words: str) -> None:
    assert faults_of_japanese(words)


@pytest.mark.parametrize(
    "words",
    [
        "図書館という場所はありません。",
        "本を読む",
        "本を返しました（山の図書館）",
        "鍵のない棚",
        "棚に本なし。あなた",
        "書き出せません：…",
        "貸出でした。返却は7月からです。",
        "棚:3、本:図鑑",
        "本 (map) と棚",
        "本の棚（数は7つ）",
    ],
)
def test_what_is_right_passes(words: str) -> None:
    assert faults_of_japanese(words) == []


def test_commas_and_colons_between_words_come_from_one_place() -> None:
    """Else one list of an English sentence has Japanese signs, or the other way round."""
    signs = {(COMMA.ja, COMMA.en), (COLON.ja, COLON.en)}
    again = [
        f"{name}: {ja}"
        for name, ja, en in phrases()
        if (ja, en) in signs and name != "labels/punctuation.py"
    ]
    assert again == []


def test_no_list_of_shown_words_has_the_signs_of_one_language() -> None:
    rooms = ("views/", "labels/", "tui/", "export/")
    assert {place for place in words_of_modules().joined if place.startswith(rooms)} == set()


def test_no_phrase_is_followed_by_a_half_width_colon() -> None:
    """A head in Japanese ends with a full-width one."""
    assert words_of_modules().followed == set()
