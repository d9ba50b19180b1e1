"""Whom the map is about: the path of a persona drawn on the map, the heat of its segment."""
