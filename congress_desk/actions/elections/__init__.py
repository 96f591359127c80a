"""Acts on elections: lists, rounds, ballots, declaring a result."""
