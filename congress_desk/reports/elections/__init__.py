"""Papers and sheets of elections: lists, minutes of the count, results."""
