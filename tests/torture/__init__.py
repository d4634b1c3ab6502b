"""Hardships for the program, by families, each in great numbers: `make torture`.

`python -m tests.torture` tries all families in full and writes ``docs/reliability.md``; with
``--short`` it tries a sample of each, which `make check` does.
"""
