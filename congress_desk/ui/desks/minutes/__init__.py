"""The minutes desk: parts of minutes, resolution and quick report, edited around locked numbers."""
