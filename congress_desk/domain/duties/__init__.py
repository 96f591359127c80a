"""Organs, their members and assignments: the plan, a page for each person, the checks."""
