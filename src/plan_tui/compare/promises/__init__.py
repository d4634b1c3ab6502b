"""Deadlines and numbers that are to be reached, followed over the editions."""
