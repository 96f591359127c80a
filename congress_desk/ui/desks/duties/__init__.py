"""The desk of duties: organs and their members, who does what in which session, checks."""
