"""Ballots read by a scanner: what a page says for sure, and what a person has to answer."""
