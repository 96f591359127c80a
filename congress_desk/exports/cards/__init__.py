"""Delegate cards and name cards for tables, drawn on A4."""
