"""Markdown as people write it by hand, or as converters write it."""
