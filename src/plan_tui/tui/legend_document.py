"""Writes docs/legend.md from the legend: ``python -m plan_tui.tui.legend_document``."""

from __future__ import annotations

from plan_tui.labels.legend import ENTRIES, PARTS
from plan_tui.text.language import Language, Phrase

_HEAD = """# Legend ・ 凡例

<!-- Written by `python -m plan_tui.tui.legend_document > docs/legend.md`; a test compares them. -->

What the words and signs of the screens say. In the program `?` shows those of the screen, and `=`
those of the row under the cursor first. How the editions are compared stands in
[comparing.md](comparing.md).

画面の語と印の意味です。プログラムでは `?` がその画面のものを、`=` がカーソルの行のものから順に
示します。
"""
_WORD, _MEANING = Phrase("語", "word"), Phrase("意味", "meaning")


def legend_document() -> str:
    """Return the document."""
    parts = [_HEAD]
    for part, entries in ENTRIES.items():
        parts.append(f"\n## {PARTS[part].en} ・ {PARTS[part].ja}\n")
        heads = (_WORD.en, _WORD.ja, _MEANING.en, _MEANING.ja)
        parts.append(f"| {' | '.join(heads)} |")
        parts.append("|---|---|---|---|")
        for entry in entries:
            cells = (
                *(entry.names(each) for each in (Language.EN, Language.JA)),
                *(entry.meaning.say(each) for each in (Language.EN, Language.JA)),
            )
            parts.append(f"| {' | '.join(cells)} |")
    return "\n".join(parts) + "\n"


if __name__ == "__main__":
    print(legend_document(), end="")
