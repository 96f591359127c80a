"""The rule set of an election: every threshold, base and article, as data and as a file."""
