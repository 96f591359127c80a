"""What the papers on seats say: the plan of the hall, labels for the seats, the list of both."""
