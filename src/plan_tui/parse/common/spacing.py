"""Joining wrapped lines and taking out the blanks that the extraction put in.

The PDFs' text came out with blanks between Japanese and Latin characters and with each
printed line on its own. Here they become running text again: only blanks between two Latin
words stay, and nothing else of the wording changes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from plan_tui.text.traced import Traced

_WRAPPED_WORD = re.compile(r"[A-Za-z][A-Za-z0-9'’.&]*[,;:]?$")
_NEXT_WORD = re.compile(r"[A-Za-z0-9(]")
_ADDRESS = re.compile(r"(?:https?://|www\.)[!-~]*$")
_JAPANESE_LETTER = re.compile(r"[ぁ-ゖァ-ヺー々〆㐀-䶿一-鿿豈-﫿]")
_CLOSING = "）」』】〕"
_PLAIN_NAME = re.compile(r"[A-Z]?[a-z]{2,}[,;:]?$")


def is_latin(character: str) -> bool:
    """Return whether a character belongs to Latin text: a letter, digit or sign of ASCII."""
    return "!" <= character <= "~" or "À" <= character <= "ɏ"


def is_japanese_letter(character: str) -> bool:
    """Return whether a character is a kana or kanji (no sign, no full-width digit)."""
    return bool(_JAPANESE_LETTER.fullmatch(character))


def tidy(text: Traced, *, keep_japanese: bool = False) -> Traced:
    """Return the text without blanks, except one between two Latin words.

    Blanks at both ends go; a run of blanks between Latin words becomes its first blank, as a
    plain space. With ``keep_japanese`` one stays between two Japanese letters (and after a
    closing bracket, and beside a dash) too: for pages whose extraction puts blanks only where
    the script changes or after a punctuation mark, so that those were printed.
    """
    source = text.text
    kept = [i for i, character in enumerate(source) if not character.isspace()]
    wanted: list[int] = []
    for previous, index in zip([None, *kept], kept, strict=False):
        if previous is not None and index - previous > 1:
            pair = (source[previous], source[index])
            printed = keep_japanese and _parts_japanese(*pair)
            if printed or all(map(is_latin, pair)):
                wanted.append(previous + 1)
        wanted.append(index)
    chosen = text.keep(wanted)
    if not any(c.isspace() and c != " " for c in chosen.text):
        return chosen
    return Traced("".join(" " if c.isspace() else c for c in chosen.text), chosen.places)


def _parts_japanese(before: str, after: str) -> bool:
    if before == "-":
        return is_japanese_letter(after)
    return (is_japanese_letter(after) or after == "-") and (
        is_japanese_letter(before) or before in _CLOSING
    )


def join_lines(lines: Iterable[Traced], *, keep_japanese: bool = False) -> Traced:
    """Join the lines that the page wrapped, and tidy the blanks.

    Between two separate Latin words that a line's end parted one supplied blank comes in; a
    token broken in its middle (after a hyphen, inside an address or a number) is closed up.
    ``keep_japanese`` as for `tidy`, inside the lines; a line's end never gives such a blank.
    """
    return tidy(run_on(line.strip() for line in lines), keep_japanese=keep_japanese)


def run_on(lines: Iterable[Traced]) -> Traced:
    """Join lines as `join_lines` does, but leave the printed blanks as they are."""
    joined = Traced()
    for line in lines:
        if parts_words(joined.text, line.text.lstrip()):
            joined = joined + Traced.supplied(" ")
        joined = joined + line
    return joined


def parts_words(before: str, after: str) -> bool:
    """Return whether a line's end between ``before`` and ``after`` parted two Latin words.

    A digit at the next line's start begins a new word only after a plain name (``Society`` +
    ``5.0``); after an abbreviation it belongs to it (``SC`` + ``41``).
    """
    before = before.rstrip()
    word = _WRAPPED_WORD.search(before)
    if not word or not _NEXT_WORD.match(after) or _ADDRESS.search(before):
        return False
    if before[: word.start()].endswith(("@", "_")):
        return False
    return not after[0].isdigit() or bool(_PLAIN_NAME.search(word.group()))
