"""One module for each view: what a command prints and a screen shows."""
