"""Acts on the programme while it runs, and on the speakers."""
