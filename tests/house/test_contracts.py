"""The rooms' import contracts hold."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT / "src").rglob("*.py")) + sorted((ROOT / "scripts").rglob("*.py"))


def test_import_contracts() -> None:
    lint = Path(sys.executable).with_name("lint-imports")
    result = subprocess.run(
        [str(lint), "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stdout
    assert "0 broken" in result.stdout


def test_only_the_writers_know_the_formats() -> None:
    """All others hand a view to `formats.write`, which alone finds the writer."""
    package = ROOT / "src" / "plan_tui"
    known = {"formats", "atomic_file", "atomic_folder", "confined_file"}
    asked = {
        (str(path.relative_to(package)), name)
        for path in package.rglob("*.py")
        if path.parent.name != "export"
        for name in re.findall(r"plan_tui\.export(?:\.| import )(\w+)", path.read_text("utf-8"))
    }
    assert {name for _, name in asked} == known, asked


def test_no_module_is_over_400_lines() -> None:
    lines = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in SOURCES}
    assert {str(path.relative_to(ROOT)): n for path, n in lines.items() if n > 400} == {}
