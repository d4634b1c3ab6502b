"""How long the suggestions between two editions take, and how that grows.

The sections are made up of the packaged sentences.
"""

from __future__ import annotations

import random
import time
from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path

from scripts.bench.measured import Measured

from plan_tui.importer.build_database import manifest_of, parsed_rows
from plan_tui.importer.linking.edition_pairs import EditionPair
from plan_tui.importer.linking.evidence import SectionCorpus
from plan_tui.importer.linking.pair_confidences import confidences_of_all
from plan_tui.importer.linking.passages import Passage, passages
from plan_tui.importer.linking.suggestions import suggest

DATA = Path(__file__).parents[2] / "data"
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
    pair = EditionPair(corpus, corpus.described[:size], corpus.described[size:])
    for confidences in confidences_of_all([pair]):
        suggest(confidences)
    return time.process_time() - start


def measure_suggestions() -> Iterator[Measured]:
    """Yield the CPU seconds of two full editions, and how much three times as many take."""
    held = [passage for passage in passages(parsed_rows(manifest_of(DATA))) if passage.sentences]
    few, many = (seconds(held, size) for size in SIZES)
    yield Measured(f"suggestions, {SIZES[0]} × {SIZES[0]} sections", "CPU seconds", few, 10)
    yield Measured("suggestions, both sides three times", "once", many / few, 4)
