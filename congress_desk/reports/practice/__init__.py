"""Practice ballots on paper, with the sheet of their answers."""
