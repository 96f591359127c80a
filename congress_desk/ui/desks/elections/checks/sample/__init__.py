"""A sample of a count, drawn by lot and held against the paper."""
