"""What will be done about it: the actions of a map on a board and in the effort × impact matrix."""
