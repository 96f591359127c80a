"""The empty set-up workbook that an office fills in."""
