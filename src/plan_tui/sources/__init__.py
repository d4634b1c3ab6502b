"""The source texts: their manifest, and their bytes as numbered lines."""
