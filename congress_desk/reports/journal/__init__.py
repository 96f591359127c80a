"""The journal on paper and as a workbook."""
