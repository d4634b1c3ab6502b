"""Differences between two texts: sentences, words, shared phrases, facts."""
