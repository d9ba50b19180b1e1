"""Journey + scores -> rectangles, lines and texts in map units. No Qt."""
