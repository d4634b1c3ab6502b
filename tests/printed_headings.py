"""Made-up texts whose headings have labels in any numbering, and what is read of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from plan_tui.model.paged_text import PagedText
from plan_tui.parse.full_text.body_lines import BodyLine, body_lines
from plan_tui.parse.full_text.headings.outline import Outline, read_outline
from tests.made_up_pages import (
    Print,
    head,
    paragraph,
)

TOPICS = ("河川の管理", "森林の保全", "漁港の整備", "牧草地の利用", "温泉の調査", "灯台の補修")


def body(text: PagedText) -> tuple[BodyLine, ...]:
    return body_lines((line, line.traced) for line in text.lines)


def outline(text: PagedText) -> Outline:
    return read_outline(body(text), {})


def shown(read: Outline) -> list[str]:
    """Return each heading with its depth and label, as ``2 （１） 森林の保全``."""
    return [f"{h.depth} {h.label.text} {h.title.text}" for h in read.headings]


def book(labels: Iterable[str], *, gothic: bool, space: float = 2.0) -> list[Print]:
    """Return headings with these labels, each above a paragraph; a label's blanks indent it."""
    lines: list[Print] = []
    for number, label in enumerate(labels):
        indent = len(label) - len(label.lstrip())
        topic = TOPICS[number % len(TOPICS)]
        text = f"{label.strip()}　{topic}"
        lines.append(head(text, indent=indent, space=space) if gothic else Print(text, space=space))
        lines += paragraph(topic)
    return lines


NUMBERINGS = {
    "parts": [
        "第１部",
        " １．",
        "  （１）",
        "   ①",
        "   ②",
        "  （２）",
        " ２．",
        "第２部",
        " １．",
    ],
    "chapters": ["第１章", " 第１節", "  １", "  ２", " 第２節", "第２章", " 第１節"],
    "kanji": ["第一章", " 一．", "  （一）", "  （二）", " 二．", "第二章", " 一．"],
    "kanji above digits": [
        "一．",
        " １．",
        "  （１）",
        "  （２）",
        " ２．",
        "二．",
        " １．",
        " ２．",
    ],
    "kanji above brackets": ["一、", " １．", "  （１）", "二、", " １．", "  （１）", "三、"],
    "kanji in brackets": [
        "一．",
        " （一）",
        "  １．",
        "   （ア）",
        "  ２．",
        " （二）",
        "  １．",
        "二．",
    ],
    "ordinals": ["第一", " 第１", "  １．", "  ２．", " 第２", "  １．", "第二", " 第１"],
    "kanji chapters": ["第一章", " 第１節", "  第一款", "  第二款", " 第２節", "第二章", " 第１節"],
    "widths": ["Ⅰ．", " １．", "  1.", "  2.", " ２．", "  1.", "Ⅱ．", " １．"],
    "widths in brackets": [
        "１．",
        " （１）",
        "  (1)",
        "  (2)",
        " （２）",
        "２．",
        " （１）",
        "  (1)",
    ],
    "one level of two numerals": [
        "一．",
        " （１）",
        "２．",
        " （１）",
        " （二）",
        "三．",
        "四．",
        "５．",
    ],
    "one level of two widths": ["１．", " （１）", " (2)", "2.", " (1)", " （２）", "３．", "4."],
    "compound": ["第１", "第２", "第２-１", " １．", " ２．", "第２-２", " １．", "第３"],
    "compound wide": ["第１", "第２", "第２－１", " １．", "第２－２", " １．", "第３"],
    "compound no": ["第１", "第１の１", " （１）", "第１の２", " （１）", "第２"],
    "decimals": ["1.", " 1.1", "  1.1.1", "  1.1.2", " 1.2", "2.", " 2.1"],
    "dashes": ["1.", " 1-1", " 1-2", "  （１）", "2.", " 2-1"],
    "letters": ["A.", " 1)", "  ①", "  ②", " 2)", "B.", " 1)"],
    "roman": ["Ⅰ．", " １．", "  （１）", "  （２）", " ２．", "Ⅱ．", " １．"],
    "plain roman": ["I.", " 1.", "  (1)", "  (2)", " 2.", "II.", " 1."],
    "deep": [
        "１．",
        " （１）",
        "  ①",
        "   ア",
        "    （ア）",
        "     A",
        "      （ａ）",
        "      （ｂ）",
    ],
    "small roman": ["１．", " （１）", "  ⅰ)", "  ⅱ)", " （２）", "  ⅰ)", "２．"],
    "iroha": ["１．", " （１）", "  イ", "  ロ", "  ハ", " （２）", "  イ", "  ロ"],
    "brackets": ["１", " １）", "  ア）", "  イ）", " ２）", "２", " １）"],
}


def nested(labels: Sequence[str]) -> list[str]:
    """Return what `shown` gives for `book`: depths by blanks, but 第N-N below 第N."""
    lines = []
    shift = 0
    for number, label in enumerate(labels):
        bare = label.strip()
        if not label.startswith(" ") and bare.startswith("第"):
            shift = int(any(sign in bare for sign in "-－の"))
        depth = 1 + len(label) - len(label.lstrip()) + shift
        lines.append(f"{depth} {bare} {TOPICS[number % len(TOPICS)]}")
    return lines
