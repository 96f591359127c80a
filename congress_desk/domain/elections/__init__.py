"""Elections: ballots, tallies, majorities, results and the sums that must hold."""
