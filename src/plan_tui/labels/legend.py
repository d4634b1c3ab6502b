"""What every word and sign of the screens says: one text for the legend windows and docs/legend.md.

The line above compared texts has shorter words: `plan_tui.tui.render.difference_signs`.
"""

from __future__ import annotations

import re
from types import MappingProxyType

from plan_tui.labels.change_names import CHANGE_GROUPS, CHANGE_GROUPS_SHORT, CHANGE_MEANINGS
from plan_tui.labels.counterpart_names import EXTENTS, EXTENTS_SHORT, LIKELIHOODS
from plan_tui.labels.later_names import IN_COLUMNS
from plan_tui.labels.measure_names import KPI_STATUSES
from plan_tui.labels.promise_names import MOVEMENTS, MOVEMENTS_SHORT
from plan_tui.model.comparison_enums import (
    Extent,
    Likelihood,
    Movement,
)
from plan_tui.model.enums import KpiStatus
from plan_tui.text.language import Phrase
from plan_tui.text.record import record
from plan_tui.text.vocabulary import StrEnum

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import TypeVar

    from plan_tui.text.language import Language

    _Key = TypeVar("_Key")


class LegendPart(StrEnum):
    """A group of words and signs that stand on the same screens."""

    RELATIONS = "relations"
    EXTENTS = "extents"
    SUGGESTIONS = "suggestions"
    COUNTERPARTS = "counterparts"
    STATUSES = "statuses"
    MEASURES = "measures"
    MOVEMENTS = "movements"
    DIFFERENCES = "differences"


@record
class LegendEntry:
    """A word or a sign, and what it says."""

    word: Phrase
    """As it stands on the screens, or an example of it."""
    meaning: Phrase
    """What it says, in few words."""
    forms: tuple[Phrase, ...] = ()
    """Shorter forms of the word, as they stand in lists."""
    sign: str = ""
    """A pattern of the signs that it stands for; empty where the word itself stands there."""

    def stands_in(self, line: str, language: Language) -> bool:
        """Tell whether a drawn line has the word, one of its forms or its sign."""
        if self.sign:
            return re.search(self.sign, line) is not None
        words = (each.say(language) for each in (self.word, *self.forms))
        return any(re.search(_whole(word), line) for word in words)


_LETTERS = {
    word
    for extent in (Extent.WHOLE, Extent.PART)
    for word in (EXTENTS_SHORT[extent].ja, EXTENTS_SHORT[extent].en)
}


def _whole(word: str) -> str:
    """Return a pattern of a word between signs or blanks: a part of a longer one is not meant.

    The letters of extents stand at either end of ``w›p``; elsewhere they are of a (cut) title.
    """
    if word in _LETTERS:
        return f"{word}(?=›)|(?<=›){word}"
    border = r"(?<![\w])", r"(?![\w])"
    return f"{border[0]}{re.escape(word)}{border[1]}"


PARTS: dict[LegendPart, Phrase] = {
    LegendPart.RELATIONS: Phrase("見出しの関係", "What became of a heading"),
    LegendPart.EXTENTS: Phrase("対応の範囲", "How much of a section is meant"),
    LegendPart.SUGGESTIONS: Phrase("候補の確かさ", "How likely a suggestion is"),
    LegendPart.COUNTERPARTS: Phrase("対応箇所の横の数", "Numbers beside a counterpart"),
    LegendPart.STATUSES: Phrase("KPIの状態", "Statuses of KPIs"),
    LegendPart.MEASURES: Phrase("施策の一覧の印", "Signs in the list of measures"),
    LegendPart.MOVEMENTS: Phrase("期限と数値の動き", "How a deadline or number moved"),
    LegendPart.DIFFERENCES: Phrase("違いの印", "Signs of differences"),
}
"""The name of each part."""

EXTENT_MEANINGS: dict[Extent, Phrase] = {
    Extent.WHOLE: Phrase(
        "見出しの全体がその事項を述べるもの（一覧では「全」）",
        "the section as such is about the matter (in lists “w”)",
    ),
    Extent.PART: Phrase(
        "一部の段落だけがその事項を述べ、見出しは別の事項か広い事項を扱うもの（一覧では「部」）",
        "only passages of it are about the matter; the section itself is about something "
        "else or wider (in lists “p”)",
    ),
    Extent.MENTION: Phrase(
        "名を挙げるだけのもの（対応箇所に数えず、比較の対象外）",
        "the matter is only named in passing: no counterpart, and never compared",
    ),
}
LIKELIHOOD_MEANINGS: dict[Likelihood, Phrase] = {
    Likelihood.SURE: Phrase(
        "学習に使わない事項での試験で、10件のうち9件より多くが正しい候補（人は未確認）",
        "in tests on matters it had not learnt from, more than nine of ten were right; "
        "nobody has confirmed it",
    ),
    Likelihood.LIKELY: Phrase(
        "同じ試験で、3件のうち2件が正しい候補", "in the same tests, two of three were right"
    ),
    Likelihood.POSSIBLE: Phrase(
        "同じ試験で、3件のうち1件が正しい候補", "in the same tests, one of three was right"
    ),
}
STATUS_MEANINGS: dict[KpiStatus, Phrase] = {
    KpiStatus.UNSET: Phrase(
        "「未設定」で始まるもの（原文に理由があれば、括弧に入れて続けて表示）",
        "it begins with 未設定, “not set”; a reason that the text gives follows in brackets",
    ),
    KpiStatus.QUANTITATIVE: Phrase(
        "達成する数値を挙げるもの、又は数えるか測る指標（…数、…率、…割合）",
        "it names a number to reach, or is something counted or measured (…数, …率, …割合)",
    ),
    KpiStatus.MILESTONE: Phrase(
        "ある日までに終わる行為（…の策定、…の開始）、又は期限のあるもの",
        "something to be finished (…の策定, …の開始), or due by a date",
    ),
    KpiStatus.QUALITATIVE: Phrase(
        "上のどれにも当たらないもの（…の向上、…の状況）", "none of these (…の向上, …の状況)"
    ),
}
MOVEMENT_MEANINGS: dict[Movement, Phrase] = {
    Movement.KEPT: Phrase(
        "最後の日又は数値が同じもの（書き方の違いは問いません）",
        "the same last day or number, however it is written",
    ),
    Movement.EARLIER: Phrase("最後の日が早くなったもの", "an earlier last day"),
    Movement.LATER: Phrase("最後の日が遅くなったもの", "a later last day"),
    Movement.VAGUER: Phrase(
        "当てはまる日が増えたもの、又は「頃」「目途」などが付いたもの",
        "more days to choose from, or a word such as “about” added",
    ),
    Movement.FIRMER: Phrase(
        "当てはまる日が減ったもの、又は「頃」「目途」などが取れたもの",
        "fewer days to choose from, or a word such as “about” left out",
    ),
    Movement.DONE: Phrase("後の版の本文が、行ったと述べるもの", "the later edition's text says so"),
    Movement.RAISED: Phrase("数値が増えたもの", "a higher number"),
    Movement.LOWERED: Phrase("数値が減ったもの", "a lower number"),
    Movement.DROPPED: Phrase(
        "後の版の収録テキストに、同じ約束が見当たらないもの",
        "the same promise was not found in the text held of a later edition",
    ),
    Movement.NEW: Phrase(
        "前の版の収録テキストに、同じ約束が見当たらないもの",
        "the same promise was not found in the text held of an earlier edition",
    ),
}
_COUNTERPARTS = (
    LegendEntry(
        Phrase("共通 19%", "19% shared"),
        Phrase(
            "比べた2つの文章の文字のうち、変わっていないものの割合（言い換えると小さくなり、対応"
            "の確かさではありません）",
            "the share of the characters of both texts that did not change; it is small where a "
            "matter is put in other words, and does not say how sure the link is",
        ),
        sign=r"\d%",
    ),
    LegendEntry(
        Phrase("1/2", "1/2"),
        Phrase(
            "その版の2つの対応箇所のうち1つ目（ほかの箇所は「対応箇所」で選択）",
            "the first of that edition's two counterparts is shown; the command “Counterparts” "
            "chooses another",
        ),
        sign=r" \d+/\d+(?!\d)",
    ),
    LegendEntry(
        Phrase("+2", "+2"),
        Phrase("ここに示したもののほかに2つ", "two more than the one shown"),
        sign=r" \+\d",
    ),
    LegendEntry(
        Phrase("部›全", "p›w"),
        Phrase(
            "この行の見出しの一部に、もう一方の見出しの全体が対応するもの",
            "a part of the row's section stands for all of the other",
        ),
        sign=r"\w[›‹]\w",
    ),
    LegendEntry(
        Phrase("目次のみ", "contents only"),
        Phrase(
            "見出しだけが目次にあり、本文が収録テキストにないもの",
            "only its heading is in a table of contents; its text is not held",
        ),
    ),
)
_MEASURES = (
    LegendEntry(
        Phrase("▬ ▪ ▫", "▬ ▪ ▫"),
        Phrase(
            "KPI 1つに印1つ：▬ 達成する数値があるもの、▪ 設定済みで数値がないもの、▫ 未設定（空白"
            "の前が進捗、後が効果）",
            "one sign a KPI: ▬ a number to reach, ▪ set without one, ▫ not set; progress stands "
            "before the blank, outcome behind it",
        ),
        sign=r"[▬▪▫]",
    ),
    LegendEntry(
        Phrase("▫ (…)", "▫ (…)"),
        Phrase("未設定のKPIと、原文にあるその理由", "not set, with the reason that the text gives"),
        sign=r"▫ \(|未設定\(",
    ),
    LegendEntry(
        Phrase("2025年度", "FY2025"),
        Phrase("KPIが挙げる期限", "a due date that a KPI names"),
        sign=r"(?<![(\d])(?:\d{4}年度|FY\d{4}|\d{4}-\d\d)",
    ),
    LegendEntry(
        Phrase("(2025年度)", "(FY2025)"),
        Phrase(
            "施策の本文だけが挙げ、KPIにはない期限",
            "a due date that the measure's text alone names",
        ),
        sign=r"\(\d{4}[-年]|\(FY",
    ),
    LegendEntry(
        Phrase("2025年版 改題 2026年度", "2025 retitled FY2026"),
        Phrase(
            "後の版での関係と、その版が挙げる期限又は数値（全ては下の枠）",
            "what became of it in a later edition, and a deadline or number that this edition "
            "names; all of them are in the pane below",
        ),
        sign=r"\d{4}",
    ),
    LegendEntry(
        Phrase("有力?", "likely?"),
        Phrase("関係が候補で、未確認のもの", "the relation is only suggested"),
        sign=r"\w\?",
    ),
)
_DIFFERENCES = (
    LegendEntry(Phrase("＋ －", "＋ －"), Phrase(
        "後の版だけにある語、前の版だけにある語", "words that only the later, or only the earlier "
        "text has"), sign="[＋－]"),
    LegendEntry(Phrase("～", "～"), Phrase(
        "言い換えた文", "a sentence with other words on the two sides"), sign="[～]"),
    LegendEntry(Phrase("⇄ ⇄~", "⇄ ⇄~"), Phrase(
        "もう一方では別の位置にある文、その一部が変わったもの",
        "a sentence that stands elsewhere in the other text; the same with changes"), sign="[⇄]"),
    LegendEntry(Phrase("＆", "＆"), Phrase(
        "共通の語句がある文（文章の大半が違うときだけ示し、差分に数えないもの）",
        "a sentence that shares a phrase, where the texts share little; not counted as a difference"
    ), sign="[＆]"),
    LegendEntry(Phrase("＊", "＊"), Phrase(
        "全角・半角、元号・西暦など表記だけの違い",
        "a difference in width, calendar or punctuation alone"), sign="[＊]"),
    LegendEntry(Phrase("＝ ・", "＝ ・"), Phrase(
        "どちらの版も挙げる事実、もう一方の版が挙げない事実",
        "a fact that both name, and one that the other does not name"), sign="[＝・]"),
)  # fmt: skip

_PARTS_MEANT = (
    LegendEntry(Phrase("相手側の一部", "part of that section"), Phrase(
        "この箇所の全体が、相手の箇所の一部の段落に対応するもの",
        "all of this section stands for some passages of that one")),
    LegendEntry(Phrase("この箇所の一部", "part of this section"), Phrase(
        "この箇所の一部の段落が、相手の箇所の全体に対応するもの",
        "some passages of this section stand for all of that one")),
    LegendEntry(Phrase("双方の一部", "parts of both"), Phrase(
        "双方の一部の段落どうしが対応するもの",
        "some passages of either stand for each other")),
)  # fmt: skip


def _named(
    names: Mapping[_Key, Phrase],
    meanings: Mapping[_Key, Phrase],
    *shorter: Mapping[_Key, Phrase],
) -> tuple[LegendEntry, ...]:
    """Return each word with its meaning and its shorter forms."""
    return tuple(
        LegendEntry(names[key], meaning, tuple(forms[key] for forms in shorter))
        for key, meaning in meanings.items()
    )


ENTRIES: Mapping[LegendPart, tuple[LegendEntry, ...]] = MappingProxyType(
    {
        LegendPart.RELATIONS: _named(
            CHANGE_GROUPS, CHANGE_MEANINGS, CHANGE_GROUPS_SHORT, IN_COLUMNS
        ),
        LegendPart.EXTENTS: (
            *_named(EXTENTS, EXTENT_MEANINGS, EXTENTS_SHORT),
            *_PARTS_MEANT,
        ),
        LegendPart.SUGGESTIONS: _named(LIKELIHOODS, LIKELIHOOD_MEANINGS),
        LegendPart.COUNTERPARTS: _COUNTERPARTS,
        LegendPart.STATUSES: _named(KPI_STATUSES, STATUS_MEANINGS),
        LegendPart.MEASURES: _MEASURES,
        LegendPart.MOVEMENTS: _named(MOVEMENTS, MOVEMENT_MEANINGS, MOVEMENTS_SHORT),
        LegendPart.DIFFERENCES: _DIFFERENCES,
    }
)
"""All words and signs, part by part."""
