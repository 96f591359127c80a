"""Rows to records, and back, one file a subject: what knows which column is which field."""
