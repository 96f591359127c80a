"""Acts beside the count: what few ballots would tell, sheets drawn and compared, traces."""
