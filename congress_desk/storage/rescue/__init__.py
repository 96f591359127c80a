"""What can still be read of a damaged file: its pages, its rows one by one, and its journals."""
