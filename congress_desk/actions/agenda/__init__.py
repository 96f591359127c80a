"""Acts on the programme: its items, and taking a change back."""
