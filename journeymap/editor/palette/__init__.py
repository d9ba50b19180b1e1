"""The command palette: commands, elements and settings, found by typing a few letters."""
