"""What pages carry beside the text: numbers, running heads, ruby, tables, cut and raised lines."""
