"""Read, search and compare the editions of a government's plan in a terminal."""

__version__ = "0.1.0"
