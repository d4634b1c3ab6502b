"""Which asterisks, underscores and tildes are emphasis: those that come in pairs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plan_tui.text.record import record

_LONGEST = 2
"""Signs of the longest pair: two for bold words; three are a bold pair inside another."""


@record(frozen=False)
class Delimiter:
    """A run of one sign."""

    start: int
    """0-based, in the block's text."""
    signs: str
    before: str
    """The character before it; empty at the beginning."""
    after: str

    @property
    def opens(self) -> bool:
        """Whether words begin behind it."""
        return bool(self.after.strip()) and not self._inside_word(self.before)

    @property
    def closes(self) -> bool:
        """Whether words end before it; an asterisk before a digit rather marks a note (*1)."""
        is_note = self.signs == "*" and self.after.isdecimal()
        return bool(self.before.strip()) and not is_note and not self._inside_word(self.after)

    def _inside_word(self, neighbour: str) -> bool:
        return self.signs[0] == "_" and neighbour.isascii() and neighbour.isalnum()


def paired_offsets(delimiters: Sequence[Delimiter]) -> Iterator[tuple[int, int]]:
    """Yield the offsets (first, behind the last) of the signs that stand in pairs."""
    open_runs: list[tuple[Delimiter, int]] = []  # with how many signs are left
    for run in delimiters:
        left, used = len(run.signs), 0
        while left and run.closes and (opener := _opener(open_runs, run)) is not None:
            other, count = open_runs[opener]
            taken = min(count, left, _LONGEST)
            yield other.start + count - taken, other.start + count
            yield run.start + used, run.start + used + taken
            left, used = left - taken, used + taken
            del open_runs[opener:]
            if count > taken:
                open_runs.append((other, count - taken))
        if left and run.opens and not used:
            open_runs.append((run, left))


def _opener(open_runs: Sequence[tuple[Delimiter, int]], run: Delimiter) -> int | None:
    """Return the index of the nearest open run of the same sign; None if there is none.

    A single sign does not close a double one, nor the other way round.
    """
    for index in reversed(range(len(open_runs))):
        other, count = open_runs[index]
        if other.signs[0] == run.signs[0] and (
            count == len(run.signs) or count + len(run.signs) > 3
        ):
            return index
    return None
