"""The list of an election: its order, its names as printed, and who must not stand on it."""
