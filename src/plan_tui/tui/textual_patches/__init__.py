"""Repairs of Textual: all that reaches into its private parts, or does over what it does.

Each module says why it is needed and names the upstream issue, if there is one. For each, a test
in ``tests/tui/test_textual_patches.py`` shows on a plain application that the installed Textual
still needs it, and fails once it does not.
"""
