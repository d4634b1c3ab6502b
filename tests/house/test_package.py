"""The package's metadata say what is true, and its pictures are there."""

from __future__ import annotations

import re
import struct
import tomllib
from pathlib import Path

import pytest
from scripts.absolute_links import with_absolute_links
from scripts.readme_pictures import CELL, FOLDER, PICTURES, ReadmePicture

from plan_tui import __version__

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
ADDRESS = PROJECT["tool"]["hatch"]["metadata"]["hooks"]["custom"]["repository"]
CITATION = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
PUBLISHED = "https://example.org/group/plan-tui"


@pytest.mark.parametrize(
    ("text", "linked"),
    [
        ("[a](docs/a.md)", f"[a]({PUBLISHED}/blob/main/docs/a.md)"),
        ("![a](docs/a.png)", f"![a]({PUBLISHED}/raw/main/docs/a.png)"),
        ("[a](b.md#c)、[b](d)", f"[a]({PUBLISHED}/blob/main/b.md#c)、[b]({PUBLISHED}/blob/main/d)"),
        ("![](./docs/a.png)", f"![]({PUBLISHED}/raw/main/docs/a.png)"),
        ("[a](https://example.org/a.md)", "[a](https://example.org/a.md)"),
        ("[a](#head)", "[a](#head)"),
        ("[a](mailto:a@example.org)", "[a](mailto:a@example.org)"),
        ("[a](//example.org/b)", "[a](//example.org/b)"),
        ("`[a](b.md)` is code", "`[a](b.md)` is code"),
        ("    [a](b.md)\n\n[a](c.md)", f"    [a](b.md)\n\n[a]({PUBLISHED}/blob/main/c.md)"),
        ("```\n[a](b.md)\n```\n", "```\n[a](b.md)\n```\n"),
        ("no link [a] (b)", "no link [a] (b)"),
    ],
)  # fmt: skip
def test_links_become_absolute_once_there_is_an_address(text: str, linked: str) -> None:
    assert with_absolute_links(text, PUBLISHED) == linked
    assert with_absolute_links(text, f"{PUBLISHED}/") == linked
    assert with_absolute_links(text, "") == text


@pytest.mark.parametrize("name", ["README.md", "README.ja.md"])
def test_no_link_of_the_readme_stays_behind(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    linked = with_absolute_links(text, PUBLISHED)
    targets = re.findall(r"\]\(([^)]+)\)", linked)
    assert len(targets) == len(re.findall(r"\]\(([^)]+)\)", text))
    assert all(target.startswith("https://") for target in targets)


def test_the_address_is_one_setting() -> None:
    assert ADDRESS == "" or ADDRESS.startswith("https://")
    assert ("repository-code:" in CITATION) is bool(ADDRESS)
    assert ADDRESS in CITATION
    assert "urls" not in PROJECT["project"]


def test_the_package_says_what_is_so() -> None:
    project = PROJECT["project"]
    assert project["license"] == "MIT AND LicenseRef-PDL-1.0"
    assert "LicenseRef-PDL-1.0" in (ROOT / "NOTICE").read_text(encoding="utf-8")
    minors = re.findall(r"Python :: (3\.\d+)", "\n".join(project["classifiers"]))
    assert project["requires-python"] == f">={minors[0]}"
    for name in ("README.md", "README.ja.md"):
        text = (ROOT / name).read_text(encoding="utf-8")
        assert all(minor in text for minor in minors)
        assert {f"`{extra}`" for extra in ("add", "office", "web")} <= set(
            re.findall("`[a-z]+`", text)
        )
        assert "plan-tui serve" in text


def test_the_citation_names_the_program_and_its_developers() -> None:
    assert f"\nversion: {__version__}\n" in CITATION
    (author,) = PROJECT["project"]["authors"]
    assert f"authors:\n  - name: {author['name']}\n" in CITATION
    assert "@" not in CITATION + (ROOT / "SECURITY.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.name)
def test_the_pictures_of_the_readmes_are_there(picture: ReadmePicture) -> None:
    name, size = picture.name, picture.size
    content = picture.file.read_bytes()
    assert content.startswith(b"\x89PNG\r\n\x1a\n")
    assert struct.unpack(">II", content[16:24]) == (size[0] * CELL[0], size[1] * CELL[1])
    assert 20_000 < len(content) < 400_000
    for readme in ("README.md", "README.ja.md"):
        assert f"](docs/pictures/{name}.png)" in (ROOT / readme).read_text(encoding="utf-8")
    assert {file.stem for file in FOLDER.iterdir()} == {each.name for each in PICTURES}
