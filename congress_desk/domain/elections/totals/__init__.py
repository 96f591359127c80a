"""Bundles that were counted by hand on a tally sheet, and are entered by their totals."""
