"""A book as a workbook."""
