"""The manifest: what it reads, and what stops a build."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from plan_tui.errors import DataError
from plan_tui.model.enums import (
    DocumentKind,
    Layout,
)
from plan_tui.sources.manifest import read_manifest, split_lines

TEXT = "第１\n森の図書館\n"
MANIFEST = """
licence = "架空の利用規約"
url = "https://example.invalid/"
attribution = ["出典：作り物"]
attribution_en = ["Source: made up"]

[[edition]]
id = "2030"
label = "2030年6月"
label_en = "2030年6月"
cite = "2030年"
decided_on = "2030-06-01"
note = "作り物"
note_en = "made up"

[[document]]
id = "plan-2030"
edition = "2030"
key = "2030"
title = "森の図書館計画"
kind = "full_text"
layout = "full_text_2025"
dated = "2030-06-01"
publisher = "架空庁"
short = ""
file = "plan-2030.txt"
sha256 = "{sha256}"
"""


def write(folder: Path, content: bytes = TEXT.encode(), manifest: str = MANIFEST) -> Path:
    (folder / "plan-2030.txt").write_bytes(content)
    path = folder / "manifest.toml"
    path.write_text(
        manifest.replace("{sha256}", hashlib.sha256(TEXT.encode()).hexdigest()), encoding="utf-8"
    )
    return path


def test_it_reads_editions_and_lines(tmp_path: Path) -> None:
    manifest = read_manifest(write(tmp_path))
    (source,) = manifest.sources
    assert source.text.texts == ("第１", "森の図書館")
    assert (source.kind, source.layout) == (DocumentKind.FULL_TEXT, Layout.FULL_TEXT_2025)
    assert manifest.editions[0].cite == "2030年"
    assert manifest.attribution == ("出典：作り物",)
    assert manifest.attribution_en == ("Source: made up",)


def test_a_changed_text_stops_the_build(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"plan-2030\.txt: SHA-256 is .* restore the file"):
        read_manifest(write(tmp_path, b"something else"))


def test_a_missing_text_is_named(tmp_path: Path) -> None:
    path = write(tmp_path)
    (tmp_path / "plan-2030.txt").unlink()
    with pytest.raises(DataError, match=r"plan-2030\.txt: No such file"):
        read_manifest(path)


@pytest.mark.parametrize(
    "manifest",
    [
        "not toml at all",
        MANIFEST.replace('layout = "full_text_2025"', 'layout = "papyrus"'),
        MANIFEST.replace('title = "森の図書館計画"\n', ""),
        MANIFEST.replace('url = "https://example.invalid/"\n', ""),
        MANIFEST.replace("decided_on", "decided"),
    ],
)
def test_a_broken_manifest_is_one_error(tmp_path: Path, manifest: str) -> None:
    with pytest.raises(DataError, match="not a manifest of sources: "):
        read_manifest(write(tmp_path, manifest=manifest))


def test_a_missing_field_is_named(tmp_path: Path) -> None:
    manifest = MANIFEST.replace('note_en = "made up"\n', "")
    with pytest.raises(DataError, match=r"an entry lacks note_en$"):
        read_manifest(write(tmp_path, manifest=manifest))


def test_lines_end_at_line_feeds_alone() -> None:
    assert split_lines("一\u2028二\x0b三\r\n四\n\n") == ("一\u2028二\x0b三\r", "四", "")
    assert split_lines("") == ()
    assert split_lines("末尾に改行なし") == ("末尾に改行なし",)


def test_the_digest_depends_on_every_text(tmp_path: Path) -> None:
    manifest = read_manifest(write(tmp_path))
    assert len(manifest.digest()) == 64
    longer = MANIFEST + MANIFEST[MANIFEST.index("[[document]]") :].replace(
        'id = "plan-2030"', 'id = "plan-2031"'
    )
    assert read_manifest(write(tmp_path, manifest=longer)).digest() != manifest.digest()
