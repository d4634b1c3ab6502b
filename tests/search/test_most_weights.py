"""No match of a tier outweighs what `most_weight` says of the tier."""

from __future__ import annotations

from itertools import product

import pytest

from plan_tui.model.enums import TextPlace
from plan_tui.search.matches import Match, MatchForm, MatchTier
from plan_tui.search.ranking import match_weight, most_weight
from plan_tui.search.strings import TextLayer
from tests.made_up_layer import UnindexedSource

TITLE = "移動図書館"


@pytest.mark.parametrize("place", [TextPlace.TITLE, TextPlace.TITLE_EN, TextPlace.TEXT])
@pytest.mark.parametrize("tier", [tier for tier in MatchTier if tier is not MatchTier.SUBSEQUENCE])
def test_no_match_weighs_more_than_the_most(tier: MatchTier, place: TextPlace) -> None:
    layer = TextLayer(UnindexedSource([TITLE], place))
    most = most_weight(tier, place is TextPlace.TEXT, place is TextPlace.TITLE_EN)
    size = len(TITLE)
    places = [
        (start, end) for start, end in product(range(size), range(1, size + 1)) if start < end
    ]
    weights = [
        match_weight(Match(layer, 0, tier, MatchForm.PRINTED, *at, at == (0, size), quality))
        for at in places
        for quality in (0.0, 0.5, 1.0)
    ]
    assert max(weights) <= most
