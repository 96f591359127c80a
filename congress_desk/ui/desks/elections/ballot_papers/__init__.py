"""The page where the ballots of an election are laid out, proved, recorded and printed."""
