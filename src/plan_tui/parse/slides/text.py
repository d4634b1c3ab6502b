"""How a deck's lines read: which run on, which are captions, phrases, statements, dates."""

from __future__ import annotations

import re

from plan_tui.parse.common.spacing import run_on, tidy
from plan_tui.text.traced import Traced

_LETTER = "ぁ-ゖァ-ヺー々㐀-䶿一-鿿豈-﫿"
_SET_OFF = ("等", "など", "ほか")
_WRAPPED_BLANK = re.compile(rf"(?<=[ぁ-ゖ])[ \u3000]+(?=[{_LETTER}])(?!{'|'.join(_SET_OFF)})")
_EMPTY_BLANK = re.compile(
    rf"[{_LETTER}][0-9A-Za-z]|[0-9A-Za-z][{_LETTER}]|[ぁ-ゖ][{_LETTER}]|[、，「『（(［[【].|.[、，。」』）)］]"
)
_OPEN_END = re.compile(r"[、，/／・（(「『ぁ-ゖ]$")
_SENTENCE_END = re.compile(r"[。．！？][」』）)]?$")
_OPENING, _CLOSING = "（(〔［[＜【「", "）)〕］]＞】」"
_CAPTION = re.compile(r"[A-Z][a-z]*(?: [a-z'-]+){3,}")
_AMOUNT = re.compile(r"約?[0-9０-９][0-9０-９,，.．]*[万億兆]*(?:円|人|件|社|団体|％|%)?$")
_DATE_PART = (
    r"(?:令和|平成|[RH])?[0-9０-９]{1,4}(?:[./年月日度元]|年度)*(?:[0-9０-９]{1,2}月|[春夏秋冬])?"
)
_DATE_LINE = re.compile(
    rf"{_DATE_PART}(?:[上中下]旬|末|頃|以降|まで|から)?(?:[～〜~ー―-]{_DATE_PART}|[～〜~])?$"
)
_DATE_SIGN = re.compile(r"年|月|[RH][0-9]|[春夏秋冬]$")
_CLAUSE = re.compile(r"(?<!我)が|(?<=[^又た])は")
_ATTRIBUTE = re.compile(r"[うくすつぬむるぐぶいな][ァ-ヺー・々一-鿿]+$")
_PREDICATE = re.compile(r"[をに][ァ-ヺー・一-鿿]+等?$|[ぁ-ゖ]、")
_FLOW = re.compile(r"\S[⇒⇨]\S")
_EXCERPT = re.compile(r"(?:抜粋|抄)[】）)」]*$")
_LONGEST_HEAD = 40
_TAIL = re.compile(r"[（(][^（()）]*[)）]$")


def clean(*lines: Traced) -> Traced:
    """Join wrapped lines and take out the blanks that the extraction put in.

    A blank between two Japanese letters was printed and stays, save one after hiragana: there
    a line was wrapped inside its box (a set-off 等 or など keeps its blank).
    """
    text = run_on(line.strip() for line in lines)
    for found in reversed(list(_WRAPPED_BLANK.finditer(text.text))):
        text = text.without(found.start(), found.end())
    return tidy(text, keep_japanese=True)


def clean_cell(text: Traced) -> Traced:
    """Return a table cell's text, with the blanks that part its pieces.

    A cell's line ends came out as blanks and part what a reader must not run together; only
    those between Japanese and Latin, after a wrapped line and inside punctuation go.
    """
    source = text.text
    kept = [i for i, character in enumerate(source) if not character.isspace()]
    wanted: list[int] = []
    for previous, index in zip([None, *kept], kept, strict=False):
        if previous is not None and index - previous > 1:
            pair = source[previous] + source[index]
            if not _EMPTY_BLANK.match(pair) or source[index:].startswith(_SET_OFF):
                wanted.append(previous + 1)
        wanted.append(index)
    chosen = text.keep(wanted)
    return Traced("".join(" " if c.isspace() else c for c in chosen.text), chosen.places)


def continues(above: str, line: str) -> bool:
    """Return whether ``line`` runs on from the line above it.

    It does after a comma, a slash, a middle dot or hiragana, and where the line above is as
    long as this one: a shorter one was not full, so that the break was meant.
    """
    above = above.rstrip()
    if _SENTENCE_END.search(above) or is_enclosed(line.strip()):
        return False
    if _FLOW.search(above) and _FLOW.search(line):
        return False  # each line is a step of its own
    return bool(_OPEN_END.search(above)) or len(above) >= len(line.strip())


def ends_open(text: str) -> bool:
    """Return whether a text stops at a sign after which more must come."""
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
    """Return whether a text can be a head: a noun phrase, no statement and no enumeration.

    A bracket at its end does not count for its length.
    """
    core = _TAIL.sub("", text)
    return (
        1 < len(core) <= _LONGEST_HEAD
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
    return is_phrase(text) or (len(text) <= _LONGEST_HEAD and bool(_ATTRIBUTE.search(text)))


def is_predicate(text: str) -> bool:
    """Return whether a text is a statement without its verb: …を公開, …に反映, …し、…."""
    return bool(_PREDICATE.search(_TAIL.sub("", text)))
