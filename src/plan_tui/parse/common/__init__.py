"""What the layouts share: spacing, numbering, ruby, columns, footnote marks."""
