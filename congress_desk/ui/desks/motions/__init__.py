"""The motions desk: what is put to a show of hands, its numbers, and what became of it."""
