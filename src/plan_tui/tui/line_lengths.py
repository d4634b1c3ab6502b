"""The lengths of lines that a reader can choose."""

from __future__ import annotations

MEDIUM = 96
"""Columns of the longest line, unless the reader chooses another length.

48 wide characters. Chosen by eye: from a longer line the next one is hard to find.
"""
SHORT = 64
"""Columns of the longest line, if the reader chooses short ones: 32 wide characters."""
FULL = 10_000
"""More columns than any screen has."""
