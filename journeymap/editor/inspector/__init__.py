"""The panel on the right: a form for what is selected."""
