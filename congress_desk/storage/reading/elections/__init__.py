"""Elections as they are stored: lists, rounds, ballots, decisions, and the way to the ballot."""
