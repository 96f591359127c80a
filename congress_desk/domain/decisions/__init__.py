"""What is decided after a round: what may be, what was, and where the election then stands."""
