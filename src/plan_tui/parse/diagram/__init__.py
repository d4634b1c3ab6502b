"""A one-page diagram whose boxes were extracted in scrambled order."""
