"""One function for each act of a user: one transaction, one journal line."""
