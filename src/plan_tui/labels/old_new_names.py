"""Words of a table of old and new."""

from __future__ import annotations

from plan_tui.model.old_new import RowState
from plan_tui.text.language import Phrase

ROW_STATES: dict[RowState, Phrase] = {
    RowState.SAME: Phrase("同じ", "the same"),
    RowState.NOTATION: Phrase("同じ（表記のみの違い）", "the same but for notation"),
    RowState.CHANGED: Phrase("変更", "changed"),
    RowState.MOVED: Phrase("移動", "moved"),
    RowState.ADDED: Phrase("追加", "added"),
    RowState.REMOVED: Phrase("削除", "removed"),
    RowState.ELSEWHERE: Phrase("別の行に似た文", "like one in another row"),
    RowState.FIRST: Phrase("新設", "first here"),
    RowState.NOT_COMPARED: Phrase("対応箇所なし", "no counterpart beside it"),
    RowState.NOT_HELD: Phrase("本文の収録なし", "text not held"),
}
ROW_MEANINGS: dict[RowState, Phrase] = {
    RowState.SAME: Phrase("両方の文が同じもの", "both texts are the same"),
    RowState.NOTATION: Phrase(
        "全角・半角、暦、句読点などの表記だけの違い",
        "they differ in width, calendar, punctuation and the like alone",
    ),
    RowState.CHANGED: Phrase("語の似た文どうしの違い", "sentences of like wording that differ"),
    RowState.MOVED: Phrase(
        "もう一方では別の位置にある文", "a sentence that stands elsewhere in the other text"
    ),
    RowState.ADDED: Phrase(
        "前の版の対応箇所の収録テキストに、語の似た文がないもの（言い換えられていることはあります）",
        "the text held of the earlier counterpart has no sentence of like wording; it may say the "
        "same in other words",
    ),
    RowState.REMOVED: Phrase(
        "後の版の対応箇所の収録テキストに、語の似た文がないもの（言い換えられていることはあります）",
        "the text held of the later counterpart has no sentence of like wording; it may say the "
        "same in other words",
    ),
    RowState.ELSEWHERE: Phrase(
        "もう一方の版の別の行に、語の似た文（同じ内容とは限りません）か、この文の全体を含む文があるもの",
        "the other text has in another row a sentence of like wording, which need not say the "
        "same, or one that has the whole of it",
    ),
    RowState.FIRST: Phrase(
        "前の版の収録テキストに当たる記載のない箇所の文",
        "a sentence of a section of which the text held of the earlier edition has nothing",
    ),
    RowState.NOT_COMPARED: Phrase(
        "対応する文が確かめられていない文", "nobody has said what it corresponds to"
    ),
    RowState.NOT_HELD: Phrase(
        "もう一方の版の対応箇所が見出しだけで、比べる本文が収録テキストにない文",
        "of the other edition's counterpart only the heading is held, so nothing can be compared",
    ),
}
"""What each of these words says, for the legend."""
OLD_NEW = Phrase("新旧対照表", "Table of old and new")
REMARKS = Phrase("備考", "Remarks")
NEW_TEXT = Phrase("新：{edition}", "New: {edition}")
OLD_TEXT = Phrase("旧：{edition}", "Old: {edition}")
LEFT_OUT = Phrase("（略）", "(the same)")
SUGGESTED_ROW = Phrase(
    "候補（未確認）との比較：{state}", "beside a suggestion (not confirmed): {state}"
)
FROM_TO = Phrase("{older}→{newer}：{state}", "{older} → {newer}: {state}")
NOTHING_BESIDE = Phrase("（記載なし）", "(nothing)")
"""In the place of a text that the text held of an edition does not have."""
NOTHING_BESIDE_MEANS = Phrase(
    "{words}：その版の対応箇所の収録テキストに、語の似た文がないもの",
    "{words}: the text held of that edition's counterpart has no sentence of like wording",
)
IN_ANOTHER_ROW = Phrase("（別の行）", "(in another row)")
"""In the place of a text that the text held of an edition has in another row."""
IN_ANOTHER_ROW_MEANS = Phrase(
    "{words}：その版の別の行に、語の似た文（同じ内容とは限りません）か、この文の全体を含む文があるもの",
    "{words}: that edition has in another row a sentence of like wording, which need not say the "
    "same, or one that has the whole of it",
)
TEXT_HELD = Phrase("収録テキスト：", "Text held:")
HOW_TO_READ = Phrase("（下線は、隣の版と異なる部分）", "(underlined: differs from the text beside)")
UNDERLINED = Phrase("下線：隣の版と異なる語", "underlined: words that differ from the text beside")
NEIGHBOURS = Phrase(
    "備考：並べた版のうち、隣り合う版どうしの比較（離れた版の間の異同は含みません）",
    "remarks compare neighbouring editions only",
)
