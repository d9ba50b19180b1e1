"""The panel on the left: the map as a list, its personas, and what is odd about it."""
