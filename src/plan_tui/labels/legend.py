"""What every word and sign of the screens says: one text for the legend windows and docs/legend.md.

The line above compared texts has shorter words: `plan_tui.tui.render.difference_signs`.
"""

from __future__ import annotations

from types import MappingProxyType

from plan_tui.labels.change_names import (
    CHANGE_GROUPS,
    CHANGE_GROUPS_SHORT,
    CHANGE_MEANINGS,
    NONE_SUGGESTED,
    NONE_SUGGESTED_IN_ROW,
    NONE_SUGGESTED_MEANING,
)
from plan_tui.labels.counterpart_names import EXTENTS, EXTENTS_SHORT, LIKELIHOODS
from plan_tui.labels.later_names import IN_COLUMNS
from plan_tui.labels.legend_entry import LegendEntry, LegendPart, either
from plan_tui.labels.measure_names import KPI_STATUSES
from plan_tui.labels.not_held import (
    NONE_IN_TOPIC,
    NONE_IN_TOPIC_SHORT,
    NONE_KNOWN,
    NONE_KNOWN_SHORT,
    PROBABLY_NONE,
    PROBABLY_NONE_SHORT,
)
from plan_tui.labels.printed_form_names import TYPICAL_COUNTED
from plan_tui.labels.promise_names import MOVEMENTS, MOVEMENTS_SHORT
from plan_tui.model.comparison_enums import (
    ChangeGroup,
    Extent,
    Likelihood,
    Movement,
)
from plan_tui.model.enums import KpiStatus
from plan_tui.text.language import Phrase

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import TypeVar

    _Key = TypeVar("_Key")


PARTS: dict[LegendPart, Phrase] = {
    LegendPart.RELATIONS: Phrase("見出しの関係", "What became of a heading"),
    LegendPart.EXTENTS: Phrase("対応の範囲", "How much of a section is meant"),
    LegendPart.SUGGESTIONS: Phrase("候補の確かさ", "How likely a suggestion is"),
    LegendPart.COUNTERPARTS: Phrase("対応箇所の横の数", "Numbers beside a counterpart"),
    LegendPart.STATUSES: Phrase("KPIの状態", "Statuses of KPIs"),
    LegendPart.MEASURES: Phrase("施策の一覧の印", "Signs in the list of measures"),
    LegendPart.MOVEMENTS: Phrase("期限と数値の動き", "How a deadline or number moved"),
    LegendPart.DIFFERENCES: Phrase("違いの印", "Signs of differences"),
    LegendPart.TARGETS: Phrase("期限の一覧の印", "Signs in the list of targets"),
    LegendPart.WORDS: Phrase("語の回数", "Counts of words"),
    LegendPart.FIGURES: Phrase("数の棒", "Bars of figures"),
}
"""The name of each part."""

EXTENT_MEANINGS: dict[Extent, Phrase] = {
    Extent.WHOLE: Phrase(
        "見出しの全体がその事項を述べるもの",
        "the section as such is about the matter",
    ),
    Extent.PART: Phrase(
        "一部の段落だけがその事項を述べ、見出しは別の事項か広い事項を扱うもの",
        "only passages of it are about the matter; the section itself is about something "
        "else or wider",
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
        "it begins with 未設定, 'not set'; a reason that the text gives follows in brackets",
    ),
    KpiStatus.QUANTITATIVE: Phrase(
        "達成する数値を挙げるもの、又は数えるか測る指標（⋯数、⋯率、⋯割合）",
        "it names a number to reach, or is something counted or measured (⋯数, ⋯率, ⋯割合)",
    ),
    KpiStatus.MILESTONE: Phrase(
        "ある日までに終わる行為（⋯の策定、⋯の開始）、又は期限のあるもの",
        "something to be finished (⋯の策定, ⋯の開始), or due by a date",
    ),
    KpiStatus.QUALITATIVE: Phrase(
        "上のどれにも当たらないもの（⋯の向上、⋯の状況）", "none of these (⋯の向上, ⋯の状況)"
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
        "more days to choose from, or a word such as 'about' added",
    ),
    Movement.FIRMER: Phrase(
        "当てはまる日が減ったもの、又は「頃」「目途」などが取れたもの",
        "fewer days to choose from, or a word such as 'about' left out",
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
        sign=r"(?<![<\d])\d+%(?!未満)",
    ),
    LegendEntry(
        Phrase("共通1%未満", "<1% shared"),
        Phrase(
            "文字のうち、変わっていないものが100に1つに満たないもの（言い換えたものも同じ）",
            "fewer than one in a hundred of the characters did not change, as where a matter is "
            "put in other words",
        ),
        sign=r"1%未満|<1%",
    ),
    LegendEntry(
        Phrase("1/2", "1/2"),
        Phrase(
            "その版の2つの対応箇所のうち1つ目（ほかの箇所は「対応箇所」で選択）",
            "the first of that edition's two counterparts is shown; the command 'Counterparts' "
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
        sign="部›全|p›w",
    ),
    LegendEntry(
        Phrase("全›部", "w›p"),
        Phrase(
            "この行の見出しの全体に、もう一方の見出しの一部が対応するもの",
            "all of the row's section stands for a part of the other",
        ),
        sign="全›部|w›p",
    ),
    LegendEntry(
        Phrase("部›部", "p›p"),
        Phrase("双方の見出しの一部どうしが対応するもの", "parts of both stand for each other"),
        sign="部›部|p›p",
    ),
    LegendEntry(
        Phrase("目次のみ", "contents only"),
        Phrase(
            "見出しだけが目次にあり、本文が収録テキストにないもの",
            "only its heading is in a table of contents; its text is not held",
        ),
    ),
)
_DAY = r"(?:FY)?\d{4}(?:年度?|-\d\d(?:-\d\d)?)?(?:[～頃]\S*)?(?: [A-Z]\d\S*)?"
"""A date as a row shows it, in one calendar or both."""
_LAST = r"(?: \+\d+)? *$"
"""What stands behind the due date of a row of measures: how many more, and blanks."""
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
        Phrase("▫ (⋯)", "▫ (⋯)"),
        Phrase("未設定のKPIと、原文にあるその理由", "not set, with the reason that the text gives"),
        sign=r"▫ \(|未設定\(",
    ),
    LegendEntry(
        Phrase("2025年度", "FY2025"),
        Phrase("KPIが挙げる期限", "a due date that a KPI names"),
        sign=rf"(?<![^ ]){_DAY}{_LAST}",
    ),
    LegendEntry(
        Phrase("(2025年度)", "(FY2025)"),
        Phrase(
            "施策の本文だけが挙げ、KPIにはない期限",
            "a due date that the measure's text alone names",
        ),
        sign=rf"\({_DAY}\){_LAST}",
    ),
    LegendEntry(
        Phrase("改題 2026年度", "retitled FY2026"),
        Phrase(
            "後の版での関係と、その版が挙げる期限又は数値（全ては下の枠）",
            "what became of it in a later edition, and a deadline or number that this edition "
            "names; all of them are in the pane below",
        ),
        sign=rf"(?<![^ ⋯]){either(IN_COLUMNS, LIKELIHOODS)}\?? \S*\d.*[▬▪▫]",
    ),
    LegendEntry(
        Phrase("有力?", "likely?"),
        Phrase("関係が候補で、未確認のもの", "the relation is only suggested"),
        sign=rf"(?<!\w){either(IN_COLUMNS, LIKELIHOODS)}\?",
    ),
)
_DIFFERENCES = (
    LegendEntry(Phrase("＋ －", "＋ －"), Phrase(
        "後の版だけにある語、前の版だけにある語", "words that only the later, or only the earlier "
        "text has"), sign="(?m)^[＋－]"),
    LegendEntry(Phrase("～", "～"), Phrase(
        "言い換えた文", "a sentence with other words on the two sides"), sign="(?m)^～"),
    LegendEntry(Phrase("⇄ ⇄~", "⇄ ⇄~"), Phrase(
        "もう一方では別の位置にある文、その一部が変わったもの",
        "a sentence that stands elsewhere in the other text; the same with changes"
    ), sign="(?m)^⇄"),
    LegendEntry(Phrase("＆", "＆"), Phrase(
        "共通の語句がある文（文章の大半が違うときだけ示し、差分に数えないもの）",
        "a sentence that shares a phrase, where the texts share little; not counted as a difference"
    ), sign="(?m)^＆"),
    LegendEntry(Phrase("＊", "＊"), Phrase(
        "全角・半角、元号・西暦など表記だけの違い",
        "a difference in width, calendar or punctuation alone"), sign="(?m)^＊"),
    LegendEntry(Phrase("＝ ・", "＝ ・"), Phrase(
        "どちらの版も挙げる事実、もう一方の版が挙げない事実",
        "a fact that both name, and one that the other does not name"), sign="(?m)^[＝・] "),
)  # fmt: skip
_TARGETS = (
    LegendEntry(Phrase("期限経過（計画上）", "past its planned date"), Phrase(
        "最後の日が、示した日より前のもの（行われたかどうかは問いません）",
        "its last day is before the day shown; it says nothing of whether it was done"
    ), sign=r"(?m)(?: 経過| 期限経過（計画上）| past| past its planned date) *$"),
    LegendEntry(Phrase("目途", "about"), Phrase(
        "「頃」「目途」などの付いた日", "a date with a word such as 頃 or 目途, 'about'"
    ), sign=rf"^ *{_DAY} +(?:目途|about) |^[^\n]* (?:目途|about) *(?: 経過| past)? *(?:\n|$)"),
    LegendEntry(Phrase("以降", "open"), Phrase(
        "初めの日だけがあり、終わりの定めのないもの", "from a day on; no end is named"
    ), sign=rf"^ *{_DAY} +(?:以降|open) "),
    LegendEntry(Phrase("♦ ◦ ▭", "♦ ◦ ▭"), Phrase(
        "見出しの種類：♦ 施策、◦ 項目、▫ 節、▪ 部・章、▭ スライド、❝ 前文",
        "the kind of section: ♦ measure, ◦ item, ▫ section, ▪ part or chapter, ▭ slide, ❝ preface"
    ), sign=r"\d [❝▪▫◦▭♦] "),
)  # fmt: skip
_WORDS = (
    LegendEntry(
        Phrase("ここで12回", "12 times here"), TYPICAL_COUNTED, sign=r"ここで\d|\d times? here"),
    LegendEntry(Phrase("▬ 特徴的な語", "▬ typical word"), Phrase(
        "対数尤度比に比例した棒（版の間の差が偶然では説明しにくいほど長い）",
        "as long as the log-likelihood ratio: the less chance explains the surplus, the longer"
    ), sign=r"▬.*(?:ここで\d|\d times? here)"),
    LegendEntry(Phrase("▬ 頻度", "▬ frequency"), Phrase(
        "1万字当たりの回数に比例した棒", "as long as the times in 10,000 characters"
    ), sign=r"▬.*(?:1万字に| in 10,000 )"),
)  # fmt: skip
_FIGURES = (
    LegendEntry(Phrase("▬", "▬"), Phrase(
        "数に比例した棒（1つの見出しの下では同じ尺度）",
        "a bar as long as the number; those below one heading have one scale"), sign="▬"),
    LegendEntry(Phrase("▬-", "▬-"), Phrase(
        "KPIの棒：▬ 設定済み、- 未設定", "a bar of KPIs: ▬ set, - not set"), sign="▬-"),
    LegendEntry(Phrase("▬ ▪ ▮ ▰", "▬ ▪ ▮ ▰"), Phrase(
        "版ごとに印を変えた棒（古い版から順）", "a bar with a sign for each edition, oldest first"
    ), sign=r"▬[▪▮▰▯▱◘❖▭]|[▮▰▯▱◘❖]"),
    LegendEntry(Phrase("目次のみ 9", "contents only 9"), Phrase(
        "目次だけにあり、本文が収録テキストにない見出しの数",
        "headings that are in a table of contents alone; their text is not held"
    ), sign=r"(?:目次のみ|contents only) +\d"),
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
        LegendPart.RELATIONS: (
            *_named(CHANGE_GROUPS, CHANGE_MEANINGS, CHANGE_GROUPS_SHORT, IN_COLUMNS),
            LegendEntry(
                NONE_SUGGESTED,
                NONE_SUGGESTED_MEANING,
                (NONE_SUGGESTED_IN_ROW, PROBABLY_NONE, PROBABLY_NONE_SHORT),
            ),
            LegendEntry(NONE_KNOWN, CHANGE_MEANINGS[ChangeGroup.UNKNOWN], (NONE_KNOWN_SHORT,)),
            LegendEntry(
                NONE_IN_TOPIC,
                Phrase(
                    "選んだ事項では対応箇所がなく、ほかの事項ではあるもの",
                    "the chosen topic has no counterpart there, others have",
                ),
                (NONE_IN_TOPIC_SHORT,),
            ),
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
        LegendPart.TARGETS: _TARGETS,
        LegendPart.WORDS: _WORDS,
        LegendPart.FIGURES: _FIGURES,
    }
)
"""All words and signs, part by part."""
