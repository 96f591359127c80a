"""The way to the ballot: the line of steps, the page of names with their sources, its forms."""
