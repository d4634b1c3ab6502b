"""Joining wrapped lines, and removing the blanks that the text extraction inserted.

Text extracted from a PDF has blanks between Japanese and Latin characters and one line for each
printed line. Here it becomes running text: only blanks between two Latin words stay, and
nothing else of the wording changes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from plan_tui.text.traced import Traced

_WRAPPED_WORD = re.compile(r"[A-Za-z][A-Za-z0-9'’.&]*[,;:]?$")
_NEXT_WORD = re.compile(r"[A-Za-z0-9(]")
_ADDRESS = re.compile(r"(?:https?://|www\.)[!-~]*$")
"""A web address at a line's end, which the next line continues."""
_JAPANESE_LETTER = re.compile(r"[ぁ-ゖァ-ヺー々〆㐀-䶿一-鿿豈-﫿]")
_SPACED_OUT = re.compile(rf"\s*{_JAPANESE_LETTER.pattern}(?:\s+{_JAPANESE_LETTER.pattern})+\s*")
"""Single characters with blanks between them: one word."""
_INNER_BLANKS = re.compile(r"(?<=\S)\s+(?=\S)")
_CLOSING = "）」』】〕"
_PLAIN_NAME = re.compile(r"[A-Z]?[a-z]{2,}[,;:]?$")
"""A Latin word that is no abbreviation: small letters, at most the first a capital."""


def is_latin(character: str) -> bool:
    """Return whether a character belongs to Latin text: a letter, digit or sign of ASCII."""
    return "!" <= character <= "~" or "À" <= character <= "ɏ"


def is_japanese_letter(character: str) -> bool:
    """Return whether a character is a kana or kanji (no sign, no full-width digit)."""
    return bool(_JAPANESE_LETTER.fullmatch(character))


def without_inserted_blanks(text: Traced, *, keep_japanese: bool = False) -> Traced:
    """Return the text without blanks, except one between two Latin words.

    Blanks at both ends go; a run of blanks between Latin words becomes its first blank, as a
    plain space. With ``keep_japanese`` one stays between two Japanese letters (and after a
    closing bracket, and beside a dash) too: for pages whose extraction puts blanks only where
    the script changes or after a punctuation mark, so that those were printed.
    """
    characters = text.text
    solid = [i for i, character in enumerate(characters) if not character.isspace()]
    offsets: list[int] = []
    for previous, index in zip([None, *solid], solid, strict=False):
        if previous is not None and index - previous > 1:
            pair = (characters[previous], characters[index])
            printed = keep_japanese and _separates_japanese(*pair)
            if printed or all(map(is_latin, pair)):
                offsets.append(previous + 1)
        offsets.append(index)
    spaced = text.keep(offsets)
    if not any(c.isspace() and c != " " for c in spaced.text):
        return spaced
    return Traced("".join(" " if c.isspace() else c for c in spaced.text), spaced.places)


def _separates_japanese(before: str, after: str) -> bool:
    """Return whether a blank between two characters was printed, as far as they tell."""
    if before == "-":
        return is_japanese_letter(after)
    return (is_japanese_letter(after) or after == "-") and (
        is_japanese_letter(before) or before in _CLOSING
    )


def join_lines(lines: Iterable[Traced], *, keep_japanese: bool = False) -> Traced:
    """Join the lines that the page wrapped, without the blanks that the extraction inserted.

    Where a line ends between two Latin words one blank is supplied; a token broken in its middle
    (after a hyphen, inside an address or a number) is joined without one. ``keep_japanese`` is
    that of `without_inserted_blanks` and concerns the blanks inside the lines.
    """
    return without_inserted_blanks(
        concatenate_lines(line.strip() for line in lines), keep_japanese=keep_japanese
    )


def join_printed(lines: Iterable[Traced], printed: str) -> Traced:
    """Join lines as `join_lines` does; between Japanese words the ``printed`` kinds of blanks stay.

    Blanks that set a word's characters apart (``目　次``) go there, too.
    """
    text = concatenate_lines(line.strip() for line in lines)
    if not printed or _SPACED_OUT.fullmatch(text.text):
        return without_inserted_blanks(text)
    inserted = {
        index
        for blanks in _INNER_BLANKS.finditer(text.text)
        if not set(blanks.group()) & set(printed)
        if not is_latin(text.text[blanks.start() - 1]) or not is_latin(text.text[blanks.end()])
        for index in range(*blanks.span())
    }
    kept = text.keep(index for index in range(len(text)) if index not in inserted)
    return without_inserted_blanks(kept, keep_japanese=True)


def concatenate_lines(lines: Iterable[Traced]) -> Traced:
    """Join lines as `join_lines` does, but leave the printed blanks as they are."""
    joined = Traced()
    for line in lines:
        if separates_words(joined.text, line.text.lstrip()):
            joined = joined + Traced.supplied(" ")
        joined = joined + line
    return joined


def separates_words(before: str, after: str) -> bool:
    """Return whether the line end between ``before`` and ``after`` stands between Latin words.

    A digit at the next line's start begins a new word only after a plain name (``Society`` +
    ``5.0``); after an abbreviation it belongs to that (``SC`` + ``41``).
    """
    before = before.rstrip()
    word = _WRAPPED_WORD.search(before)
    if not word or not _NEXT_WORD.match(after) or _ADDRESS.search(before):
        return False
    if before[: word.start()].endswith(("@", "_")):
        return False
    return not after[0].isdigit() or bool(_PLAIN_NAME.search(word.group()))
