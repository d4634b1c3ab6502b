"""Organisations and systems that a text names, found by how their names end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plan_tui.text.tokens import fold_width

_LETTER = "一-鿿々ァ-ヺーA-Za-zＡ-Ｚａ-ｚ0-9０-９"
_NAME = re.compile(
    rf"[{_LETTER}](?:[{_LETTER}]|(?<=[ァ-ヺー])・(?=[ァ-ヺ])|(?<=[A-Za-z])[-&](?=[A-Za-z]))+"
)
_ORGANISATION = re.compile(
    r"省|庁|内閣府|会議|本部|機構|委員会|審議会|協議会|調査会|検討会|分科会|事務局|センター|研究所"
    r"|協会|連盟|公社|推進室|総合戦略室"
)
_SYSTEM = re.compile(
    r"システム|クラウド|ネットワーク|カード|ポータル|プラットフォーム|基盤|レジストリ|データベース"
    r"|アプリ|サイト|カタログ|アカウント|LAN|API"
)
_AFTER = re.compile(r"(?:等|側|内|間|上|用|版|向け)+$")
"""What may follow a name within the same run of letters."""
_ANY = re.compile(
    r"^(?:各|全|両|当該|同|本|他|関係|関連|主要|地方|国|既存|新|次期|行政|情報|業務|共通)*"
)
"""What makes a name a common noun when nothing else stands before its end."""
_FEWEST = 2
"""Characters that a name has before its end, beside those."""


def names(text: str) -> Iterator[tuple[str, str, int]]:
    """Yield (``organisation`` or ``system``, name as printed, offset), in the text's order.

    A common noun such as 各省庁 or 情報システム is no name.
    """
    for match in _NAME.finditer(text):
        name = _AFTER.sub("", match.group())
        for kind, ending in (("organisation", _ORGANISATION), ("system", _SYSTEM)):
            if _is_named(fold_width(name), ending):
                yield kind, name, match.start()


def _is_named(name: str, ending: re.Pattern[str]) -> bool:
    ends = [found for found in ending.finditer(name) if found.end() == len(name)]
    if not ends:
        return False
    before = name[: ends[0].start()]
    own = _ANY.sub("", before)
    return len(own) >= _FEWEST and not own.isdigit()
