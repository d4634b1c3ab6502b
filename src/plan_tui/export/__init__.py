"""Views as Markdown, JSON and tab-separated text."""
