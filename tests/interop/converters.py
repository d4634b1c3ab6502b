"""Other programs that turn a file into another format, each as a call."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path

PATIENCE = 180.0
"""Seconds that another program has for a file."""


@dataclass(frozen=True, slots=True)
class Soffice:
    """LibreOffice without a window."""

    home: Path
    """Where it keeps its settings and puts what it makes: nobody else's."""

    def convert(self, path: Path, to: str, *, read_as: str = "") -> Path:
        """Return the file in another format (``pdf``, ``csv:Text - txt - csv (StarCalc):…``).

        Args:
            path: the file; its ending says how it is read.
            to: the ending, and after a colon the filter with its options.
            read_as: the filter that reads it, where the ending does not say it all.

        """
        outcome = self.home / "outcome" / path.parent.name
        words = ["soffice", f"-env:UserInstallation={(self.home / 'settings').as_uri()}"]
        words += ["--headless", "--convert-to", to, "--outdir", str(outcome)]
        words += [f"--infilter={read_as}"] if read_as else []
        converted = outcome / f"{path.stem}.{to.partition(':')[0]}"
        converted.unlink(missing_ok=True)
        told = subprocess.run([*words, str(path)], capture_output=True, timeout=PATIENCE)
        assert converted.exists(), (path, told)
        return converted


@dataclass(frozen=True, slots=True)
class Pandoc:
    """Pandoc, which tells whatever it warns of as a failure."""

    def convert(self, path: Path, read_as: str, to: str) -> str:
        """Return a file in another format of text: ``convert(path, "docx", "plain")``."""
        words = ["pandoc", "--fail-if-warnings", "--wrap=none", "-f", read_as, "-t", to, str(path)]
        told = subprocess.run(words, capture_output=True, timeout=PATIENCE)
        assert told.returncode == 0, (path, told.stderr.decode())
        return told.stdout.decode()
