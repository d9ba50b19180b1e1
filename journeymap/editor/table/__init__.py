"""The table beside the canvas: the same map as rows and columns that can be typed into, pasted into and copied out."""
