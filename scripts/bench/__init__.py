"""Measures how fast the program is, beside what is as fast as can be: ``make bench``."""
