"""The proof of understanding: what in the reading of a source is wrong, or cannot be told."""
