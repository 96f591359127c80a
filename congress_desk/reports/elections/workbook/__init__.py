"""The results workbook, sheet by sheet."""
