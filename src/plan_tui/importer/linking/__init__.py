"""Which parts of the editions belong together: the curated crosswalk, and suggestions."""
