"""The third step of the import: what the list would change, row by row."""
