"""What the shape of lines tells of headings: their type, the space above, where they break off."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from plan_tui.parse.common.spacing import is_japanese_letter
from plan_tui.parse.full_text.body_lines import BodyLine
from plan_tui.parse.full_text.headings.printed_titles import has_open_bracket
from plan_tui.parse.full_text.label_styles import StyledLabel, cut_at_labels, styled_labels
from plan_tui.text.width import width

_LARGER = 1.08
"""The size, as a multiple of the body's, from which on type stands out."""
_SPACE = 1.25
"""The distance to the line above, as a multiple of the usual one, above a heading."""
_WIDE_SPACE = 1.5
"""Such a distance parts a line from the text above, whether that ends a sentence or not."""
_FULL = 3.0
"""Ems by which a line is short at most that goes on; line breaking moves a few characters."""
_NEARLY_FULL = 0.06
"""The part of its width that a line lacks at most which goes on, where widths are estimates."""
_LONGEST = 60
"""Characters of a heading that neither the contents nor its label tells."""
_FARTHEST = 8.0
"""Ems from the left edge at which a heading without label begins, at most; captions of figures
and the heads of tables stand farther in."""
_MOST_LINES = 3
"""Lines that a heading takes, at most."""
_SHORT_SECOND_LINE = 20.0
"""Ems that the second line of a heading lacks at least which nothing but its place tells."""
_MOST_PLAIN = 4
"""One in so many headings may stand out where headings are plain."""
_ADDITION = re.compile(r"[（(][^（()）]+[)）]|[～〜~―—–‐－-]+[^～〜~―—–]+[～〜~―—–‐－-]+")
"""A whole line that adds something to the title above it: in brackets, or a subtitle in dashes."""
BLANKS = (" ", "\u3000")
_MOSTLY = 0.6
"""The part of sentences' ends at a line's end that have a blank, where blanks end paragraphs."""
_SENTENCE_END = ("。", "、", "，", "．", "：", ":", "」）。")
_FINISHED = re.compile(r"[。！？!?）)」』】：:]$")
_PREDICATE = re.compile(
    r"(?:する|である|いる|ある|れる|じる|ける|める|える|せる|べる|なる|行う|図る|ます|です|ない|した|れた|こと)"
    r"[)）」]?$"
)
"""The end of an item of a list; a heading ends in a noun or a particle."""
_BULLET = re.compile(
    r"\s*[・･•‣●○◯◎◇◆□■▪▫◦▶▷➢➤✓✔☑※＊*→⇒\-–—―~〜\ue000-\uf8ff]"
    r"|\s*[lnuvoｏ]\s+(?=[ぁ-ヿ一-鿿])"
)
"""A bullet; fonts of signs print one for a letter."""
_CAPTION = re.compile(
    r"\s*[（(<＜【\[]?(?:図表?|表|別図|写真|出典|出所|資料|注|備考|Figure|Table|Fig)"
    r"[\s\d０-９：:.．）)】]"
)


class HeadingShapes:
    """Answers what the shape of the body's lines tells; lines are named by index."""

    def __init__(self, lines: Sequence[BodyLine], sure: Collection[int]) -> None:
        """Take the lines of the body, and the indices of those that surely are headings."""
        self._lines = lines
        self._plain = self._are_plain(sure)
        self._ends_blank = ends_blank([line.text.text for line in lines])

    def stands_out(self, index: int) -> bool:
        """Return whether a line's type is larger than the body's, or of another font."""
        line = self._lines[index]
        larger = line.size >= _LARGER
        return line.positioned and (larger or (line.stands_out and line.size > 2 - _LARGER))

    def _are_plain(self, sure: Collection[int]) -> bool:
        """Return whether neither type nor space sets off the headings of the text.

        The ``sure`` ones tell, else all lines with labels that are short.
        """
        lines = self._lines
        labelled = (
            index
            for index, line in enumerate(lines)
            if styled_labels(line.text.text) and (line.short or 0.0) > _FULL
        )
        heads = [index for index in sure or labelled if lines[index].above is not None]
        set_off = sum(self.stands_out(i) or self.is_set_off(i) for i in heads)
        return set_off * _MOST_PLAIN < len(heads)

    def is_phrase(self, first: int, last: int) -> bool:
        """Return whether lines are no sentence, bullet or caption, and few enough."""
        begins = self._lines[first].text.text
        few = last - first < _MOST_LINES
        ended = self._lines[last].solid.endswith(_SENTENCE_END)
        return few and not ended and not _BULLET.match(begins) and not _CAPTION.match(begins)

    def is_set_off(self, index: int) -> bool:
        """Return whether there is space above a line, as far as is known."""
        above = self._lines[index].above
        return above is None or above >= _SPACE

    def is_title(self, first: int, last: int) -> bool:
        """Return whether lines without label, whose type stands out, are a heading."""
        text = self._solid(first, last)
        near = self._lines[first].left < _FARTHEST
        followed = last + 1 < len(self._lines)
        if followed and (self._goes_on_in_text(last) or self._is_large_text(last)):
            return False
        words = sum(map(is_japanese_letter, text))
        return near and followed and words >= 2 and len(text) <= _LONGEST

    def _goes_on_in_text(self, last: int) -> bool:
        """Return whether a full line goes on right below in the body's type, as in a sentence."""
        line, below = self._lines[last], self._lines[last + 1]
        close = below.above is not None and below.above < _SPACE
        return line.short is not None and line.short < 1 and close and below.left <= line.left

    def _is_large_text(self, index: int) -> bool:
        """Return whether a line and those below it in its type are sentences."""
        line = self._lines[index]
        end = index
        for below in self._lines[index + 1 :]:
            if (below.size, below.font, below.line.page) != (line.size, line.font, line.line.page):
                break
            if styled_labels(below.text.text):
                break
            end += 1
        return self._lines[end].solid.endswith("。")

    def last_of_type(
        self, index: int, label: StyledLabel | None, not_below: Collection[int]
    ) -> int:
        """Return the last line of a heading whose type stands out: it goes on in that type.

        None of ``not_below`` belongs to it, as they begin headings of the contents.
        """
        last = index
        bare = label is not None and not self._lines[index].text[label.end :].text.strip()
        while last + 1 < len(self._lines) and last + 1 not in not_below:
            line, below = self._lines[last], self._lines[last + 1]
            full = line.short is not None and line.short < _FULL
            alike = below.size == line.size and (
                below.font == line.font or self.stands_out(last + 1)
            )
            close = below.above is not None and below.above <= max(_SPACE, 1.2 * below.size)
            goes_on = full or (bare and last == index) or has_open_bracket(line.text.text)
            goes_on |= bool(_ADDITION.fullmatch(below.solid))
            if not (alike and goes_on and close) or styled_labels(below.text.text):
                break
            last += 1
        return last

    def last_of_plain(self, index: int, label: StyledLabel) -> int | None:
        """Return the last line of a heading that only its label tells; None if it is none.

        It goes on from a full line to a short one, or to where a blank ends its paragraph. In
        lines without positions its label may stand alone above it.
        """
        bare = not self._lines[index].text[label.end :].text.strip()
        first = index + bare
        if (bare and self._lines[index].positioned) or first + 1 >= len(self._lines):
            return None
        text = self._lines[first].text
        if (bare and styled_labels(text.text)) or len(cut_at_labels(text)) > 1:
            return None
        last = self._last_line(first)
        if self._fills(last) and (last == first or self._ends_blank):
            return None
        title = self._solid(first, last)
        wrapped = last > first
        if len(title) > _LONGEST and not (wrapped and self._ends_blank):
            return None
        sentence = title.endswith(_SENTENCE_END) or _PREDICATE.search(title)
        return None if sentence or self._is_listed_below(last, label) else last

    def may_begin_plain(self, index: int) -> bool:
        """Return whether a heading may follow the line above: it ends a sentence or is short."""
        if not index:
            return True
        line, above = self._lines[index], self._lines[index - 1]
        if above.solid.endswith(("、", "，")) or not (self._plain or self.is_set_off(index)):
            return False
        if line.above is not None and line.above >= _WIDE_SPACE:
            return True
        finished = bool(_FINISHED.search(above.solid))
        return finished or (above.short is not None and above.short >= _FULL)

    def _solid(self, first: int, last: int) -> str:
        return "".join(line.solid for line in self._lines[first : last + 1])

    def _last_line(self, first: int) -> int:
        """Return the line at which a heading that begins on ``first`` breaks off."""
        if first + 2 >= len(self._lines):
            return first
        if has_open_bracket(self._lines[first].text.text):
            return self._bracket_end(first)
        if not self._fills(first):
            return first
        if self._ends_blank:
            ends = range(first, min(first + _MOST_LINES, len(self._lines)))
            return next((end for end in ends if not self._fills(end)), first)
        below = self._lines[first + 1]
        short = below.short is not None and below.short >= _SHORT_SECOND_LINE
        ended = below.solid.endswith(_SENTENCE_END) or styled_labels(below.text.text)
        return first + 1 if short and not ended else first

    def _bracket_end(self, first: int) -> int:
        """Return the line near ``first`` on which the bracket that is open there ends."""
        for last in range(first + 1, min(first + _MOST_LINES, len(self._lines))):
            if not has_open_bracket(self._solid(first, last)):
                return last
        return first

    def _fills(self, index: int) -> bool:
        """Return whether a line goes on on the next one."""
        line = self._lines[index]
        if self._ends_blank:
            return not line.text.text.endswith(BLANKS)
        if line.short is None:
            return False
        nearly = not line.positioned and line.short < _NEARLY_FULL * width(line.text.text)
        return line.short < _FULL or nearly

    def _is_listed_below(self, last: int, label: StyledLabel) -> bool:
        """Return whether a label of the same style stands below line ``last``, as in a list."""
        if last + 1 >= len(self._lines):
            return True
        labels = styled_labels(self._lines[last + 1].text.text)
        return any(next_label.style is label.style for next_label in labels)


def ends_blank(lines: Sequence[str]) -> bool:
    """Return whether lines end in a blank just where their paragraph ends."""
    sentences = [line for line in lines if line.rstrip().endswith("。")]
    blank = sum(line.endswith(BLANKS) for line in sentences)
    others = [line for line in lines if not line.rstrip().endswith("。")]
    blank_too = sum(line.endswith(BLANKS) for line in others)
    return blank > _MOSTLY * len(sentences) > 0 and blank_too < (1 - _MOSTLY) * len(others)
