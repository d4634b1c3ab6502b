"""What changed between the editions: in the text, of the sections, and of what was promised."""
