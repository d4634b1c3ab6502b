"""The notes of a full text: their bodies, and their marks in the text."""
