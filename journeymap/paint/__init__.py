"""Draws a Layout with QPainter: screen and files are the same code."""
