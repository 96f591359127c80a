"""The keys of the whole program and what can be done with them, as plain data in one table."""
