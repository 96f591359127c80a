"""Entering a bundle from its tally sheet: the form, its sums as they run, and what differs."""
