"""The .congress file: open, lock, back up, migrate, journal, and rows to records."""
