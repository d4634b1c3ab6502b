"""Words of a comparison that its text and its document share."""

from __future__ import annotations

from plan_tui.text.language import Phrase

MOVED = Phrase("移動", "moved")
"""Before a sentence that stands elsewhere on the other side."""
