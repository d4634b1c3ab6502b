"""Slide decks turned into Markdown: contents page, slide titles, heads, lists, tables."""
