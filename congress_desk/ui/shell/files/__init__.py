"""Files of the window: from a wish to an open file, and the care of it."""
