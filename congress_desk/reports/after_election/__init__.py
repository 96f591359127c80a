"""Papers after the ballots: sealed, handed over, reported, put to the superior, filed."""
