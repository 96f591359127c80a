"""The structure (cơ cấu) of a set of people: figures, targets, charts and names."""
