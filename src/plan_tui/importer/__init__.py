"""From the sources to the database, and the proof that nothing was lost."""
