"""The right column of the counting screen: accounting, checks, totals, keys, a bundle's ballots."""
