"""A section's short key and its citation, from the printed labels on the way down to it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from string import ascii_lowercase

from plan_tui.model.enums import SectionKind
from plan_tui.model.parsed import ParsedSection
from plan_tui.parse.common.numbering import CIRCLED, value_of
from plan_tui.text.numerals import kanji_number

_OPEN, _CLOSE = "（(", "）)"
_KANJI_NUMBER = re.compile("[一二三四五六七八九十]+")
_PREFACE = "前文"
_DOTTED = re.compile(r"\d[.．]\d")


def label_code(label: str) -> str:
    """Return a printed label as a short ASCII code; empty if the label has none.

    ``第１部`` → ``1``, ``（２）`` → ``2``, ``③`` → ``3``, ``イ`` and ``（イ）`` → ``b``,
    ``Ｂ`` → ``B``, ``（ｃ）`` → ``c``, ``IV．`` → ``IV``, ``第三の２`` → ``3-2``,
    ``1.2`` → ``1-2``, ``[No.１－８]`` → ``M1-8``.
    """
    measure = measure_number(label)
    if measure:
        return f"M{measure}"
    bare = CIRCLED.sub(lambda circled: str(value_of(circled.group())), label)
    bare = unicodedata.normalize("NFKC", bare).strip("()（）.．、: ")
    bare = re.sub(r"^第|[編部章節款]$", "", bare)
    bare = _KANJI_NUMBER.sub(lambda kanji: str(kanji_number(kanji.group())), bare)
    bare = re.sub(r"(?<=\d)[.の−‐–](?=\d)", "-", bare)
    if re.fullmatch("[ア-ハ]", bare) and (value := value_of(bare)):
        return ascii_lowercase[value - 1]
    return bare if re.fullmatch(r"[0-9A-Za-z-]+", bare) else ""


def measure_number(label: str) -> str | None:
    """Return the number of a measure card's label (``[No.１－８]`` → ``1-8``), else None."""
    plain = re.sub(r"[－ー−–—]", "-", unicodedata.normalize("NFKC", label)).replace(" ", "")
    match = re.fullmatch(r"\[No\.?(\d+-\d+)\]", plain)
    return match.group(1) if match else None


def keys(prefix: str, sections: Iterable[ParsedSection], *, dotted: bool = True) -> list[str]:
    """Return a unique, stable ASCII key for each section, e.g. ``2025:1.4.1.3.a.b.B.c``.

    ``prefix`` is what the document's keys begin with, before the colon.

    Without ``dotted`` a label such as ``1.2`` counts as none: so the keys of decks were given,
    and a key stays what it is.

    A section without a label counts among its siblings (``s1``, ``s2``); the preface is ``0``;
    a measure stands by its own number (``2021:M1-8``); a label that repeats below one parent
    gets ``-2``, ``-3`` …
    """
    path: list[str] = []
    unlabelled: dict[str, int] = {}
    used: dict[str, int] = {}
    section_keys = []
    for section in sections:
        del path[section.depth - 1 :]
        parent = ".".join(path)
        code = "0" if section.kind is SectionKind.PREFACE else label_code(section.label.text)
        if not code or (not dotted and _DOTTED.search(section.label.text)):
            unlabelled[parent] = unlabelled.get(parent, 0) + 1
            code = f"s{unlabelled[parent]}"
        key = code if section.kind is SectionKind.MEASURE else ".".join([*path, code])
        used[key] = used.get(key, 0) + 1
        if used[key] > 1:
            code, key = f"{code}-{used[key]}", f"{key}-{used[key]}"
        path.append(code)
        section_keys.append(f"{prefix}:{key}")
    return section_keys


def citations(cite: str, document_note: str, sections: Iterable[ParsedSection]) -> list[str]:
    """Return each section's citation, e.g. ``2025年 第１ ４（１）③ア（イ）B（ｃ）``.

    ``cite`` names the edition, ``document_note`` the document where an edition has several
    (may be empty). A section without a label is cited by its title in 「」.
    """
    source = f"{cite}{document_note}"
    path: list[str] = []
    section_citations = []
    for section in sections:
        del path[section.depth - 1 :]
        path.append(_cited_label(section))
        section_citations.append(f"{source} {_joined_labels(path)}")
    return section_citations


def _cited_label(section: ParsedSection) -> str:
    """Return what stands for a section in a citation: its label, else 前文 or its title in 「」."""
    label = section.label.text.rstrip("．.：:、")
    if label:
        return label
    titled = section.title.text not in ("", _PREFACE)
    preface = section.kind is SectionKind.PREFACE and not titled
    return _PREFACE if preface else f"「{section.title.text}」"


def _joined_labels(path: list[str]) -> str:
    """Join labels, with a blank only between two that would read as one word."""
    text = ""
    for before, label in zip(["", *path], path, strict=False):
        text += label if not before or _distinct(before, label) else f" {label}"
    return text


def _distinct(before: str, label: str) -> bool:
    """Return whether two labels stay apart without a blank: brackets, ①, or lone letters."""
    bracketed = before[-1] in _CLOSE + "」" or label[0] in _OPEN + "「"
    circled = CIRCLED.match(before[-1]) or CIRCLED.match(label[0])
    letters = len(before) == len(label) == 1 and not (before + label).isdigit()
    return bool(bracketed or circled or letters)
