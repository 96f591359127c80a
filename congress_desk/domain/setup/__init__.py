"""What a filled set-up workbook holds: its sheets, its words, and what was read from it."""
