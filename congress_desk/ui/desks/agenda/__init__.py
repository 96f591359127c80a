"""The agenda desk: sessions and nested items with their clock, and the script of the chair."""
