"""Measure how long the suggestions between two editions take, and how that grows.

Usage: ``python -m scripts.bench_align``. The sections are made up of the packaged sentences.
"""

from __future__ import annotations

import random
import time
from collections.abc import Sequence
from itertools import count
from pathlib import Path

from plan_tui.importer.build_database import manifest_of, parsed_rows
from plan_tui.importer.linking.evidence import SectionCorpus
from plan_tui.importer.linking.passages import Passage, passages
from plan_tui.importer.linking.suggestions import suggest

DATA = Path(__file__).parents[1] / "data"
SIZES = (350, 1050)
"""Sections of either side: two full editions, and three times as many."""


def mixed(held: Sequence[Passage], size: int, numbers: count[int]) -> list[Passage]:
    """Return as many sections, each with the title of one and as many sentences of any."""
    chance = random.Random(next(numbers))
    sentences = [sentence for passage in held for sentence in passage.sentences]
    sections: list[Passage] = []
    for passage in chance.choices(held, k=size):
        drawn = tuple(chance.choices(sentences, k=len(passage.sentences)))
        text = "".join(sentence.text for sentence in drawn)
        parent = chance.choice(sections).section_id if sections else None
        sections.append(
            Passage(next(numbers), passage.title, text, parent, passage.path, drawn, len(drawn))
        )
    return sections


def seconds(held: Sequence[Passage], size: int) -> float:
    """Return the CPU seconds of suggesting between two editions of as many sections."""
    numbers = count(1)
    earlier, later = mixed(held, size, numbers), mixed(held, size, numbers)
    start = time.process_time()
    corpus = SectionCorpus([*earlier, *later])
    suggest(corpus, corpus.described[:size], corpus.described[size:])
    return time.process_time() - start


def main() -> None:
    """Print the seconds of each size, and by how much they grow."""
    held = [passage for passage in passages(parsed_rows(manifest_of(DATA))) if passage.sentences]
    times = [seconds(held, size) for size in SIZES]
    for size, taken in zip(SIZES, times, strict=True):
        print(f"{size} × {size} sections: {taken:.1f} s")
    print(f"{SIZES[1] / SIZES[0]:.0f} times the sections: {times[1] / times[0]:.1f} times the time")


if __name__ == "__main__":
    main()
