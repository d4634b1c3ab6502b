"""Queries and filters over the stored plan."""
