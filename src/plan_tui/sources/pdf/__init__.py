"""Reading a PDF: its glyphs as lines in reading order, its ruled tables and its bookmarks."""
