"""Acts on who sits at the desk, and what the other acts ask before they are done."""
