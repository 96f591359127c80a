"""Practice: ballots with known answers, and the drill that types them."""
