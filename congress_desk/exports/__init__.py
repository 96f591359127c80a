"""How a report becomes a file: PDF and workbook, written to a temporary name and renamed."""
