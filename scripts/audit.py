"""Ask a database of known vulnerabilities about all pinned packages: ``make audit``.

Usage: ``python -m scripts.audit PIP_AUDIT``. The exit code is 0 if nothing is known, 1 if something
is, 3 if nobody answered; nothing else in this project asks a network.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

REQUIREMENTS = Path(__file__).parents[1] / "requirements"
UNANSWERED = (
    "audit: no answer from the database of vulnerabilities, so nothing is known; "
    "try again with a network ({reason})"
)


def main(pip_audit: str) -> int:
    """Print each known vulnerability on a line, and return the exit code."""
    files = [word for path in sorted(REQUIREMENTS.glob("*.txt")) for word in ("-r", str(path))]
    command = [pip_audit, "--require-hashes", "--disable-pip", "--format", "json", *files]
    try:
        result = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    except OSError as error:
        print(UNANSWERED.format(reason=error), file=sys.stderr)
        return 3
    try:
        packages = json.loads(result.stdout)["dependencies"]
    except (ValueError, KeyError, TypeError):
        lines = [line.strip() for line in result.stderr.splitlines() if line.strip()]
        print(UNANSWERED.format(reason=lines[-1][:200] if lines else "-"), file=sys.stderr)
        return 3
    known = [
        f"{package['name']} {package['version']}: {each['id']}, mended in "
        f"{', '.join(each['fix_versions']) or 'no version'}"
        for package in packages
        for each in package.get("vulns", ())
    ]
    for line in sorted(set(known)):
        print(line)
    print(f"audit: {len(packages)} packages, {len(set(known))} known vulnerabilities")
    return 1 if known else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
