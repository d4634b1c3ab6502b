"""The layout of the 2025 full text: a contents page, footnotes several to a line."""
