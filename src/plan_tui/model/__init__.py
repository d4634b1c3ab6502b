"""Domain objects: what the importer found, and what the database gives back."""
