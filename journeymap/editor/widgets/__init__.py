"""Small widgets that all parts of the window share."""
