"""Workbooks and CSV in: rows and problems with their sheet, row and column."""
