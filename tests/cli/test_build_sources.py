"""Sources that no build reads, or takes long to read; and two builds at once."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest

from plan_tui.cli.main import main
from plan_tui.importer.own.lock import locked
from tests.cli.files_of_a_build import (
    FILES,
    OLD,
    TEXT,
    assert_refused,
)

NOT_UTF8 = {
    "Shift_JIS": "前文\n".encode() + "森の図書館\n".encode("shift_jis"),
    "EUC-JP": "前文\n".encode() + "森の図書館\n".encode("euc_jp"),
    "Latin-1": "前文\n".encode() + "été\n".encode("latin-1"),
    "GB 18030": "前文\n".encode() + "森林的图书馆\n".encode("gb18030"),
    "half a character": "前文\n森".encode()[:-1],
    "a surrogate": b"x\n\xed\xa0\x80\n",
    "a lone byte": b"x\n\xff\n",
}


@pytest.mark.parametrize("encoding", NOT_UTF8)
def test_what_is_not_utf_8_is_told_by_file_and_line(
    encoding: str, own_data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for file in (*FILES, "sources/plan-2031.txt"):
        sound = (own_data / file).read_bytes()
        (own_data / file).write_bytes(NOT_UTF8[encoding])
        assert "not UTF-8" in assert_refused(own_data, capsys, file, 2)
        (own_data / file).write_bytes(sound)


@pytest.mark.parametrize("code", [0x00, 0x07, 0x08, 0x0E, 0x1B, 0x7F, 0x80, 0x9B])
def test_a_control_character_of_a_source_is_told_by_file_and_line(
    code: int, own_data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = f"{TEXT}森の{chr(code)}図書館\n"
    (own_data / "sources" / "plan-2031.txt").write_text(text, encoding="utf-8")
    told = assert_refused(own_data, capsys, "sources/plan-2031.txt", 3)
    assert f"U+{code:04X}" in told


@pytest.mark.parametrize("content", [b"", b"\n", b" \n\t\n", "\u3000\n".encode(), b"\f"])
def test_an_empty_source_is_told(
    content: bytes, own_data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (own_data / "sources" / "plan-2030.txt").write_bytes(content)
    assert "the file is empty" in assert_refused(own_data, capsys, "sources/plan-2030.txt", 1)


@pytest.mark.parametrize(
    "piece", ["森の図書館は夜も開く。", "森", "x", "㍿", "（", "、", "令和１２年"]
)
def test_a_line_that_is_too_long_for_the_dictionary_is_read(
    piece: str, own_data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = own_data / "sources" / "plan-2030.txt"
    path.write_text(TEXT + OLD + piece * (50_000 // len(piece.encode())) + "\n", encoding="utf-8")
    manifest = own_data / "sources" / "manifest.toml"
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    old = FILES["sources/manifest.toml"]["document"][0]["sha256"]
    manifest.write_text(manifest.read_text(encoding="utf-8").replace(old, digest), "utf-8")
    assert main(["build", "--data", str(own_data), "--lang", "en"]) == 0
    assert capsys.readouterr().err == ""


def test_the_second_of_two_builds_says_so(
    own_data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = own_data / "plan.db"
    target.write_text("old")
    with locked(target):
        assert main(["build", "--data", str(own_data), "--lang", "en"]) == 3
        printed = capsys.readouterr()
        assert printed.err.count("\n") == 1
        assert "try again when it has ended" in printed.err
        assert target.read_text() == "old"
    assert main(["build", "--data", str(own_data), "--lang", "en"]) == 0
    assert not [path for path in own_data.iterdir() if path.suffix in (".new", ".tmp", ".lock")]


def test_a_killed_build_leaves_no_lock(own_data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    script = (
        "import sys; from pathlib import Path; from plan_tui.importer.own.lock import locked\n"
        "with locked(Path(sys.argv[1])): print(flush=True); sys.stdin.read()"
    )
    target = own_data / "plan.db"
    holder = subprocess.Popen(
        [sys.executable, "-c", script, str(target)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    with holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        assert main(["build", "--data", str(own_data), "--lang", "en"]) == 3
        holder.kill()
    assert main(["build", "--data", str(own_data), "--lang", "en"]) == 0
    assert capsys.readouterr().err.count("\n") == 1
