"""The version of the database's shape, which every command checks before it reads."""

from __future__ import annotations

SCHEMA_VERSION = 4
"""Stored as ``PRAGMA user_version`` and in ``meta``."""
