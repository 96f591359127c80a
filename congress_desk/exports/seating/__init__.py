"""The plan of the hall and labels for its seats as PDF."""
