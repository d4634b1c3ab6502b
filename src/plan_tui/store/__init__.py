"""The database: its shape, its writer, and the only SQL that reads it."""
