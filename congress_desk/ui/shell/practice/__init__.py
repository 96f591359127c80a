"""The drill: practice ballots typed by the entry line of the counting desk."""
