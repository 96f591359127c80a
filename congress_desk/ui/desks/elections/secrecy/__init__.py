"""What keeps the ballots of a round of few to themselves."""
