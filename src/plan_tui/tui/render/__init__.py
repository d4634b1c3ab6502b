"""Views as lines of terminal text: pure functions, no widgets."""
