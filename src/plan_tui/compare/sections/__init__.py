"""Sections of different editions beside each other, and what became of an outline."""
