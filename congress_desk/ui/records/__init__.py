"""The record kit: fields, tables, cards, forms and filters over frozen records."""
