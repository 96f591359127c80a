"""Papers of the checks beside a count."""
