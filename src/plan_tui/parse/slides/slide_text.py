"""The form of a deck's lines: which continue, which are captions, phrases, statements, dates."""

from __future__ import annotations

import re

from plan_tui.parse.common.spacing import concatenate_lines, without_inserted_blanks
from plan_tui.text.traced import Traced

_JAPANESE_LETTER = "ぁ-ゖァ-ヺー々㐀-䶿一-鿿豈-﫿"
_SET_OFF = ("等", "など", "ほか")
"""Words before which a blank was printed, even after hiragana."""
_WRAPPED_BLANK = re.compile(
    rf"(?<=[ぁ-ゖ])[ \u3000]+(?=[{_JAPANESE_LETTER}])(?!{'|'.join(_SET_OFF)})"
)
_INSERTED_BLANK = re.compile(
    rf"[{_JAPANESE_LETTER}][0-9A-Za-z]|[0-9A-Za-z][{_JAPANESE_LETTER}]|[ぁ-ゖ][{_JAPANESE_LETTER}]|[、，「『（(［[【].|.[、，。」』）)］]"
)
_OPEN_END = re.compile(r"[、，/／・（(「『ぁ-ゖ]$")
_SENTENCE_END = re.compile(r"[。．！？][」』）)]?$")
_OPENING, _CLOSING = "（(〔［[＜【「", "）)〕］]＞】」"
_CAPTION = re.compile(r"[A-Z][a-z]*(?: [a-z'-]+){3,}")
"""The first words of an English sentence: three in small letters, which no English name has."""
_AMOUNT = re.compile(r"約?[0-9０-９][0-9０-９,，.．]*[万億兆]*(?:円|人|件|社|団体|％|%)?$")
_DATE_PART = (
    r"(?:令和|平成|[RH])?[0-9０-９]{1,4}(?:[./年月日度元]|年度)*(?:[0-9０-９]{1,2}月|[春夏秋冬])?"
)
_DATE_LINE = re.compile(
    rf"{_DATE_PART}(?:[上中下]旬|末|頃|以降|まで|から)?(?:[～〜~ー―-]{_DATE_PART}|[～〜~])?$"
)
_DATE_SIGN = re.compile(r"年|月|[RH][0-9]|[春夏秋冬]$")
_CLAUSE = re.compile(r"(?<!我)が|(?<=[^又た])は")
"""Particles of a subject, which a noun phrase does not have (not those of 我が国, 又は, たは)."""
_ATTRIBUTE = re.compile(r"[うくすつぬむるぐぶいな][ァ-ヺー・々一-鿿]+$")
_PREDICATE = re.compile(r"[をに][ァ-ヺー・一-鿿]+等?$|[ぁ-ゖ]、")
_FLOW = re.compile(r"\S[⇒⇨]\S")
"""A step of a process, with its result."""
_EXCERPT = re.compile(r"(?:抜粋|抄)[】）)」]*$")
_LONGEST_HEADING = 40
"""Characters of a heading without its final bracket; longer phrases are text without a full stop.
The longest in the decks have 34; with 30 headings are lost, with 60 a sentence becomes one."""
_FINAL_BRACKET = re.compile(r"[（(][^（()）]*[)）]$")


def clean(*lines: Traced) -> Traced:
    """Join wrapped lines and remove the blanks that the extraction inserted.

    A blank between two Japanese letters was printed and stays, except one after hiragana: there
    a text box wrapped its line (等 and など keep the blank before them).
    """
    text = concatenate_lines(line.strip() for line in lines)
    for blank in reversed(list(_WRAPPED_BLANK.finditer(text.text))):
        text = text.without(blank.start(), blank.end())
    return without_inserted_blanks(text, keep_japanese=True)


def clean_cell(text: Traced) -> Traced:
    """Return a table cell's text, with the blanks that separate its lines.

    The extraction made blanks of a cell's line ends, which separate items; only those between
    Japanese and Latin, after a wrapped line and beside punctuation go.
    """
    characters = text.text
    solid = [i for i, character in enumerate(characters) if not character.isspace()]
    offsets: list[int] = []
    for previous, index in zip([None, *solid], solid, strict=False):
        if previous is not None and index - previous > 1:
            pair = characters[previous] + characters[index]
            if not _INSERTED_BLANK.match(pair) or characters[index:].startswith(_SET_OFF):
                offsets.append(previous + 1)
        offsets.append(index)
    spaced = text.keep(offsets)
    return Traced("".join(" " if c.isspace() else c for c in spaced.text), spaced.places)


def continues(above: str, line: str) -> bool:
    """Return whether ``line`` continues the line ``above`` it.

    It does after a comma, a slash, a middle dot or hiragana, and where the line above is at
    least as long: a shorter one was not full, so that the line break was intended.
    """
    above = above.rstrip()
    if _SENTENCE_END.search(above) or is_enclosed(line.strip()):
        return False
    if _FLOW.search(above) and _FLOW.search(line):
        return False  # each line is a step of its own
    return bool(_OPEN_END.search(above)) or len(above) >= len(line.strip())


def ends_open(text: str) -> bool:
    """Return whether a text ends in a comma, a slash or a middle dot (・・ is an ellipsis)."""
    return text.endswith(("、", "，", "/", "／", "・")) and not text.endswith("・・")


def is_sentence(text: str) -> bool:
    """Return whether a text ends as a sentence does."""
    return bool(_SENTENCE_END.search(text))


def is_enclosed(text: str) -> bool:
    """Return whether one pair of brackets (or wave dashes) holds the whole text."""
    if len(text) > 2 and text[0] in "～〜~" and text[-1] in "～〜~":
        return True
    if not text or text[0] not in _OPENING[:-1]:
        return False
    depth = 0
    for index, character in enumerate(text):
        depth += (character in _OPENING) - (character in _CLOSING)
        if depth == 0:
            return index == len(text) - 1
    return False


def is_caption(text: str) -> bool:
    """Return whether a line is an English sentence that a converter wrote for a picture."""
    return bool(_CAPTION.match(text.strip())) and text.strip().endswith(".")


def is_date(text: str) -> bool:
    """Return whether a text is nothing but a date or a period."""
    return bool(_DATE_LINE.match(text)) and bool(_DATE_SIGN.search(text))


def is_excerpt(text: str) -> bool:
    """Return whether a text says what the slide quotes from (抜粋, 抄)."""
    return bool(_EXCERPT.search(text))


def is_phrase(text: str) -> bool:
    """Return whether a text can be a heading: a noun phrase, no statement and no enumeration.

    A bracket at its end does not count for its length.
    """
    core = _FINAL_BRACKET.sub("", text)
    return (
        1 < len(core) <= _LONGEST_HEADING
        and not _SENTENCE_END.search(text)
        and not text.endswith(("、", "・", "…", "：", ":"))
        and not re.search(r"[/：⇒]|・・", core)
        and not _CLAUSE.search(core)
        and not _AMOUNT.match(text)
        and not is_excerpt(text)
        and not is_enclosed(text)
    )


def is_label(text: str) -> bool:
    """Return whether a text is a phrase, or a noun with a clause before it (人が使う道)."""
    return is_phrase(text) or (len(text) <= _LONGEST_HEADING and bool(_ATTRIBUTE.search(text)))


def is_predicate(text: str) -> bool:
    """Return whether a text is a statement that ends in a noun: …を公開, …に反映, …し、…."""
    return bool(_PREDICATE.search(_FINAL_BRACKET.sub("", text)))
