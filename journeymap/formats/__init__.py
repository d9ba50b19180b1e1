"""One module or package for each foreign format."""
