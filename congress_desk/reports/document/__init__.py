"""What every paper and workbook shares: blocks, head, form, dates, wording."""
