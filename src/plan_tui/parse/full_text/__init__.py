"""The parser of a full text of any edition: by positions, fonts and numbering, learnt from it."""
