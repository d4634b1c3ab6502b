"""That the open database is the reader's own."""

from __future__ import annotations

from plan_tui.text.language import Phrase

OWN_DATABASE = Phrase("自分のデータベース", "your own database")
OWN_WITH = Phrase(
    "自分のデータベース（追加した文書：{documents}）", "your own database ({documents} added)"
)
