"""Papers and workbook of the preparation."""
