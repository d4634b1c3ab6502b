"""A reader's decisions as lines for the project's crosswalk: a topic for each pair."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from plan_tui.model.comparison_enums import Extent
from plan_tui.model.decisions import DecidedPlace, Decision
from plan_tui.model.records import Section
from plan_tui.sources.decisions_file import written_place
from plan_tui.sources.toml_entries import toml_text

_APART = "# not linked: "


def crosswalk_patch(decisions: Sequence[Decision], sections: Mapping[str, Section]) -> str:
    """Return decisions as lines of a crosswalk; what was rejected is a comment.

    Args:
        decisions: the earlier place first.
        sections: all sections there are, by key.

    """
    parts = [_topic(each, sections) for each in decisions if not each.apart]
    rejected = [each for each in decisions if each.apart]
    if rejected:
        parts.append("".join(map(_apart, rejected)))
    return "\n".join(parts)


def _topic(decision: Decision, sections: Mapping[str, Section]) -> str:
    ends = (decision.first, decision.second)
    mentions = [end for end in ends if end.extent is Extent.MENTION]
    lines = [
        "[[topic]]",
        f"id = {toml_text(_id(ends))}",
        f"title = {toml_text(next(end for end in ends if end not in mentions).heading)}",
        "[topic.sections]",
        *(_listed(end, sections) for end in ends if end not in mentions),
    ]
    if mentions:
        lines += ["[topic.mentions]", *(_listed(end, sections) for end in mentions)]
    return "\n".join(lines) + "\n"


def _id(ends: Sequence[DecidedPlace]) -> str:
    return "-".join(re.sub(r"[^a-z0-9]+", "-", end.key.lower()) for end in ends)


def _listed(end: DecidedPlace, sections: Mapping[str, Section]) -> str:
    return f"{toml_text(sections[end.key].edition_id)} = [{toml_text(written_place(end))}]"


def _apart(decision: Decision) -> str:
    return f"{_APART}{decision.first.key} {decision.second.key}\n"
