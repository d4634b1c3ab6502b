"""The outline of a full text: cover, contents, labels, nesting and the lines that are headings."""
