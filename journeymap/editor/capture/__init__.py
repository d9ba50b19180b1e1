"""What a room calls out, caught line by line: a box that takes a line and Enter, and lists from a whiteboard."""
