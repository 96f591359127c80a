"""Preparation: how it stands, its templates, and the table of targets."""
