"""The hall as seats: its plans, who is to sit where, and what that says while people arrive."""
