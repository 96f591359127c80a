"""The structure (cơ cấu) of a set of people, and the targets it is judged by."""
