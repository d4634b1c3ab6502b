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
    ChangeKind.NEW: Phrase("この版で最初", "first here"),
    ChangeKind.DROPPED: Phrase("収録テキストに記載なし", "not in the text held"),
    ChangeKind.UNKNOWN: Phrase("未判定", "not judged"),
}
RELATIONS: dict[Relation, Phrase] = {kind: CHANGE_KINDS[ChangeKind(kind)] for kind in Relation}
SUGGESTION = Phrase("候補（未確認）", "suggestion (not confirmed)")
CHANGE_GROUPS: dict[ChangeGroup, Phrase] = {
    **{ChangeGroup(kind): name for kind, name in CHANGE_KINDS.items()},
    ChangeGroup.SUGGESTED: SUGGESTION,
}
CHANGE_GROUPS_SHORT: dict[ChangeGroup, Phrase] = {
    **CHANGE_GROUPS,
    ChangeGroup.NEW: Phrase("最初", "first"),
    ChangeGroup.DROPPED: Phrase("記載なし", "not in text"),
    ChangeGroup.SUGGESTED: Phrase("候補", "suggested"),
}
"""As they stand before a heading."""
ORIGINS: dict[Origin, Phrase] = {
    Origin.CURATED: Phrase("人が読んで作った対応表", "a table made by reading"),
    Origin.AUTO: Phrase("自動の推定", "an automatic estimate"),
}
