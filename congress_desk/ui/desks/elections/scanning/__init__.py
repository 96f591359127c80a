"""Ballots read by a scanner: files or a watched folder, doubts answered, bundles recorded."""
