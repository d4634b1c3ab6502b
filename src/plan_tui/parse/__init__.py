"""Pure parsers: numbered lines in, model objects out."""
