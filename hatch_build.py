"""Metadata of the package that follow from one setting: the address of the repository.

It is ``repository`` under ``[tool.hatch.metadata.hooks.custom]`` in pyproject.toml, and empty until
the repository is published. Then the package names it, and the links and pictures of its
description become absolute, since the page of a package index has no files beside it.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.metadata.plugin.interface import MetadataHookInterface


class RepositoryHook(MetadataHookInterface):
    """Gives hatchling the description and the addresses."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Put the description into the metadata, and the repository's address if it has one."""
        sys.path.insert(0, self.root)
        from scripts.absolute_links import with_absolute_links

        repository = self.config["repository"]
        text = (Path(self.root) / "README.md").read_text(encoding="utf-8")
        metadata["readme"] = {
            "content-type": "text/markdown",
            "text": with_absolute_links(text, repository),
        }
        metadata["urls"] = {"Repository": repository} if repository else {}
