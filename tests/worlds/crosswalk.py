"""A crosswalk of the made-up plan, and topics to add to it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

CROSSWALK = """
read = ["2021", "2022", "2025"]

[[topic]]
id = "loan-card"
title = "貸出券の携帯端末搭載"
title_en = "Loan cards on phones"
note = "同じ券の話"
[topic.sections]
"2021" = ["2021:1.1.1"]
"2022" = ["2022:1.1"]
"2025" = ["2025:1.1"]

[[topic]]
id = "one-card"
title = "貸出券と図書券の一体化"
note = "券の一体化"
[topic.sections]
"2021" = ["2021:M1-1"]
"2025" = ["2025:1.1.1#1"]

[[topic]]
id = "night"
title = "夜間開館"
note = "夜の開館"
[topic.sections]
"2021" = ["2021:M1-2"]
"2022" = ["2022:1.1.1"]
"2025" = ["2025:1.1.1.1.a", "2025:1.1.1.1.a.a"]

[[verdict]]
keys = ["2021:M2-1", "2021:M2-2"]
editions = ["2022", "2025"]
verdict = "dropped"
reason = "本文に見当たらない"

[[verdict]]
key = "2022:1.2"
editions = ["2021"]
verdict = "new"
reason = "棚の話は初出"
"""


def topic_entry(ident: str, title: str, sections: Mapping[str, Sequence[str]], **told: str) -> str:
    """Return a topic as lines of a crosswalk; its ``note`` or ``title_en`` may be told too."""
    words = {"id": ident, "title": title, **told}
    lines = ["", "[[topic]]", *(f'{name} = "{text}"' for name, text in words.items())]
    lines.append("[topic.sections]")
    lines += [f'"{edition}" = {json.dumps(list(keys))}' for edition, keys in sections.items()]
    return "\n".join([*lines, ""])
