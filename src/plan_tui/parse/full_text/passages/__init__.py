"""What stands below the headings: lines as paragraphs, items and lists."""
