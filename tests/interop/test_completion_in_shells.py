"""The completion of bash, zsh and fish, with the real shells at a terminal."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.interop.shells import SHELLS, Shell, typed_words

LINES = {
    "sea\tx": ["search", "x"],
    "measures kpi:uns\t": ["measures", "kpi:unset"],
    "measures kp\tuns\t": ["measures", "kpi:unset"],
    "measures -kpi:uns\t": ["measures", "-kpi:unset"],
    "measures 'kpi:uns\t": ["measures", "kpi:unset"],
    "tree edition:2021,2025 kind:meas\t": ["tree", "edition:2021,2025", "kind:measure"],
    "tree edition:2021,202\t5": ["tree", "edition:2021,2025"],
    "tree under:2022:1.2\t": ["tree", "under:2022:1.2"],
    "show 2021:M2-\t2": ["show", "2021:M2-2"],
    "show 2021:3.II\t": ["show", "2021:3.II"],
    "2025:2.\t": ["2025:2.1"],
    "compare 2021:1.1 --with 2025\t": ["compare", "2021:1.1", "--with", "2025"],
    "export meas\t--form\tjs\t": ["export", "measures", "--format", "json"],
    "tree --format=js\t": ["tree", "--format=json"],
    "tree --document ov\t": ["tree", "--document", "overview-2022"],
    "--screen comp\t2025:2.\t": ["--screen", "compare", "2025:2.1"],
    "tree --db here.d\t": ["tree", "--db", "here.db"],
    "export tree -o 図書館\t": ["export", "tree", "-o", "図書館.md"],
    "measures 指\t未設定": ["measures", "指標:未設定"],
}
"""What is typed behind the program's name, and the words that the shell makes of it."""


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("shell", SHELLS, ids=lambda shell: shell.name)
def test_a_line_is_completed(
    shell: Shell, line: str, tmp_path: Path, made_up_database: Path
) -> None:
    (tmp_path / "here.db").touch()
    (tmp_path / "図書館.md").touch()
    words = typed_words(shell, f"plan-tui {line}", tmp_path, made_up_database)
    assert words == LINES[line]


@pytest.mark.parametrize("typed", ["shared:\\>=2\t", "'shared:>=2\t", "shared:\\>\t20"])
@pytest.mark.parametrize("shell", SHELLS, ids=lambda shell: shell.name)
def test_signs_of_the_shell_are_quoted(
    shell: Shell, typed: str, tmp_path: Path, real_database: Path
) -> None:
    words = typed_words(shell, f"plan-tui measures {typed}", tmp_path, real_database)
    assert words == ["measures", "shared:>=20"]
