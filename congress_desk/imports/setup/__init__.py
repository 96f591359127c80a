"""A filled set-up workbook: its sheets read one by one."""
