"""Acts on bundles that are entered by the totals of a tally sheet."""
