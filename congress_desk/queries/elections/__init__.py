"""Elections, rounds, ballots and candidates as screens and papers read them."""
