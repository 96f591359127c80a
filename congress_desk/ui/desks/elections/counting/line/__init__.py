"""The entry line: its modes, the acts it sends to the file, and what is said under it."""
