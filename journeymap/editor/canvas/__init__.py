"""The canvas: one widget that paints the layout itself, and what mouse and keyboard do on it."""
