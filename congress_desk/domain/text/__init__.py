"""Text, names, dates and numbers as people write and read them."""
