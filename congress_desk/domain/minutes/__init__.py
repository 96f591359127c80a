"""Minutes and other papers derived from records: their parts, fields and lessons."""
