"""Which parts of the editions belong together, and what changed between them."""
