"""The journey before a room: full screen, step by step, in large letters. It shows the map and never alters it."""
