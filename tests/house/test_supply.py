"""What is installed: pinned, each file with its hashes, under a known licence."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from scripts.audit import main as audit
from scripts.hashed_pins import GROUPS, hashes_in, needed, pinned, pins
from scripts.licences import DOCUMENT, document, listed

ROOT = Path(__file__).parents[2]
FILES = {group: ROOT / "requirements" / f"{group}.txt" for group in GROUPS}


def test_each_step_has_its_file() -> None:
    assert {path.stem for path in (ROOT / "requirements").iterdir()} == set(GROUPS)
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert set(re.findall(r"\$\(call INSTALL,(\w+)\)", makefile)) == set(GROUPS)
    for text in (makefile, (ROOT / ".ci" / "run").read_text(encoding="utf-8")):
        installs = [
            line for line in text.splitlines() if "pip install" in line and "$(" not in line
        ]
        assert all("--require-hashes" in line or "--no-deps" in line for line in installs)


@pytest.mark.parametrize("group", GROUPS)
def test_all_that_a_step_installs_is_pinned_with_hashes(group: str) -> None:
    text = FILES[group].read_text(encoding="utf-8")
    hashes = hashes_in(text.splitlines())
    versions = pins()
    assert {f"{name}=={versions[name]}" for name in needed(group)} <= set(hashes)
    assert set(hashes) <= {f"{name}=={version}" for name, version in versions.items()}
    if group in ("run", "dev"):  # what the others need is known where it is installed
        assert len(hashes) == len(needed(group))
    for pin, allowed in hashes.items():
        assert allowed, pin
        assert len(allowed) == len(set(allowed)), pin
    assert "://" not in text
    assert "index" not in text.replace("indexed", "")


def test_each_pin_is_used() -> None:
    assert set(pins()) == set().union(*map(pinned, GROUPS))


def test_what_has_files_for_several_systems_has_hashes_of_all() -> None:
    hashes = hashes_in(FILES["interop"].read_text(encoding="utf-8").splitlines())
    for name in ("numpy", "pandas", "rapidfuzz", "pillow", "lxml", "markupsafe", "pypdfium2"):
        assert len(hashes[f"{name}=={pins()[name]}"]) > 10


def test_the_list_of_licences_is_that_of_the_pins() -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    assert document(text) == text
    licences = listed(text)
    assert set(licences) == set(pins().items())
    assert "(not told)" not in text


@pytest.mark.parametrize(
    ("answer", "code", "said"),
    [
        (
            '{"dependencies": [{"name": "a", "version": "1", "vulns": []}]}',
            0,
            "1 packages, 0 known",
        ),
        (
            '{"dependencies": [{"name": "a", "version": "1", "vulns": [{"id": "X-1", '
            '"fix_versions": ["2"]}]}]}',
            1,
            "a 1: X-1, mended in 2",
        ),
        ("", 3, "no answer from the database"),
        ("<html>", 3, "no answer from the database"),
        ("[]", 3, "no answer from the database"),
    ],
)
def test_the_audit_says_what_is_known_or_that_nothing_is(
    answer: str, code: int, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    program = tmp_path / "pip-audit"
    program.write_text(f"#!{sys.executable}\nprint({answer!r})\n", encoding="utf-8")
    program.chmod(0o755)
    assert audit(str(program)) == code
    printed = capsys.readouterr()
    assert said in printed.out + printed.err


def test_without_the_program_the_audit_says_so_in_a_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert audit(str(tmp_path / "none")) == 3
    assert capsys.readouterr().err.count("\n") == 1


def test_without_a_network_the_audit_says_so_in_a_line(tmp_path: Path) -> None:
    program = tmp_path / "pip-audit"
    program.write_text("#!/bin/sh\necho 'Connection refused' >&2\nexit 1\n", encoding="utf-8")
    program.chmod(0o755)
    result = subprocess.run(
        [sys.executable, "-m", "scripts.audit", str(program)],
        capture_output=True,
        encoding="utf-8",
        cwd=ROOT,
        check=False,
    )
    assert result.returncode == 3
    assert result.stderr.count("\n") == 1
    assert "Connection refused" in result.stderr
