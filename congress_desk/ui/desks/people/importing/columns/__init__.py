"""The second step of the import: which column goes to which field."""
