"""Ballot papers as PDF: drawn once from their geometry, stamped on every sheet."""
