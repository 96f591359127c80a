"""Ballot papers: the list as it is printed, each print run, and whether a print still holds."""
