"""Acts on the seating plans of a congress, and on who sits where."""
