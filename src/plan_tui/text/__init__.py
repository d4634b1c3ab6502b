"""Japanese text handling that needs the standard library alone."""
