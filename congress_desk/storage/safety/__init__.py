"""What keeps the file whole: the lock, the checks at its door, its copies, the self-check."""
