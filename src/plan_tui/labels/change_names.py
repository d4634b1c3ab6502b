"""What became of a section in another edition, and who says so."""

from __future__ import annotations

from plan_tui.model.comparison_enums import (
    ChangeGroup,
    ChangeKind,
    Origin,
    Relation,
)
from plan_tui.text.language import Phrase

CHANGE_KINDS: dict[ChangeKind, Phrase] = {
    ChangeKind.CONTINUED: Phrase("継続", "continued"),
    ChangeKind.RENAMED: Phrase("改題", "retitled"),
    ChangeKind.MERGED: Phrase("統合", "merged"),
    ChangeKind.SPLIT: Phrase("分割", "split"),
    ChangeKind.PART: Phrase("一部が対応", "in part"),
    ChangeKind.MENTION: Phrase("言及のみ", "mentioned"),
    ChangeKind.BELOW: Phrase("下位で継続", "goes on below"),
    ChangeKind.NEW: Phrase("前の版に記載なし", "not in the earlier text"),
    ChangeKind.DROPPED: Phrase("収録テキストに記載なし", "not in the text held"),
    ChangeKind.UNKNOWN: Phrase("未判定", "not judged"),
}
FIRST, FIRST_SHORT = Phrase("この版で最初", "first here"), Phrase("最初", "first")
"""Of what no earlier edition has at all: what is said of two editions speaks of these alone."""
RELATIONS: dict[Relation, Phrase] = {kind: CHANGE_KINDS[ChangeKind(kind)] for kind in Relation}
SUGGESTION = Phrase("候補（未確認）", "suggestion (not confirmed)")
CHANGE_GROUPS: dict[ChangeGroup, Phrase] = {
    **{ChangeGroup(kind): name for kind, name in CHANGE_KINDS.items()},
    ChangeGroup.SUGGESTED: SUGGESTION,
}
CHANGE_GROUPS_SHORT: dict[ChangeGroup, Phrase] = {
    **CHANGE_GROUPS,
    ChangeGroup.NEW: Phrase("前版になし", "not earlier"),
    ChangeGroup.DROPPED: Phrase("記載なし", "not in text"),
    ChangeGroup.SUGGESTED: Phrase("候補", "suggested"),
}
"""As they stand before a heading."""
NONE_SUGGESTED = Phrase("なし?", "none?")
"""In a column: it is only suggested that the text held has no counterpart."""
NONE_SUGGESTED_IN_ROW = Phrase("候補・なし", "none?")
"""The same before a heading."""
NONE_SUGGESTED_MEANING = Phrase(
    "対応箇所がないことがプログラムの推定で、人が確かめていないもの",
    "that the other text has no counterpart is only suggested; nobody has confirmed it",
)
CHANGE_MEANINGS: dict[ChangeGroup, Phrase] = {
    ChangeGroup.CONTINUED: Phrase(
        "同じ題の1つの箇所に全体が続くもの（ほかの箇所が加わることもあります）",
        "goes on as a whole section with the same title, whatever else comes in there",
    ),
    ChangeGroup.RENAMED: Phrase(
        "別の題の1つの箇所に全体が続くもの", "goes on as one whole section with another title"
    ),
    ChangeGroup.MERGED: Phrase(
        "複数の箇所の全体が1つの箇所に続くもの", "several whole sections go on in one"
    ),
    ChangeGroup.SPLIT: Phrase(
        "全体が複数の箇所に分かれて続くもの", "it goes on in several whole sections"
    ),
    ChangeGroup.PART: Phrase(
        "この箇所又は相手の箇所の一部の段落どうしが対応するもの",
        "passages of it, or of the sections named, stand for each other",
    ),
    ChangeGroup.MENTION: Phrase(
        "相手の版が、この事項の名を挙げるだけのもの",
        "the other edition only names the matter in passing",
    ),
    ChangeGroup.BELOW: Phrase(
        "この箇所の全体に当たる箇所はなく、直下の見出しのうち示した数が続くもの"
        "（段落どうしの対応があることもあります）",
        "no section stands for all of this one, but the number shown of the sections "
        "directly below it go on; passages may stand for each other besides",
    ),
    ChangeGroup.NEW: Phrase(
        "古い版の収録テキストに、この箇所にも、その下にも当たる記載がないもの",
        "nothing of it in the text held of the earlier edition, nor of what is below it",
    ),
    ChangeGroup.DROPPED: Phrase(
        "新しい版の収録テキストに、この箇所にも、その下にも当たる記載がないもの",
        "nothing of it in the text held of the later edition, nor of what is below it",
    ),
    ChangeGroup.SUGGESTED: Phrase(
        "プログラムの推定で、人が確かめていないもの",
        "an estimate by the program that nobody has confirmed",
    ),
    ChangeGroup.UNKNOWN: Phrase(
        "誰も判定しておらず、候補もないもの", "nobody has judged it, and nothing is suggested"
    ),
}
"""What each of these words says, for legends and documents."""
ORIGINS: dict[Origin, Phrase] = {
    Origin.CURATED: Phrase("人が読んで作った対応表", "matched by hand"),
    Origin.AUTO: Phrase("プログラムの推定", "an estimate by the program"),
    Origin.OWN: Phrase("あなたの判定", "your own decision"),
}
