"""What a congress is and how ballots become a result; pure, standard library only."""
