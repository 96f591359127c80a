"""Workbooks from outside, read safely and within bounds."""
