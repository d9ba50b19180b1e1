"""Answers in, scores out: read a file, match it to the map, count, compute."""
