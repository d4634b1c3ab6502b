"""Writers: from views to Markdown, tab-separated tables, JSON and text."""
