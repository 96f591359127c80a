"""Before a round of an election opens: what is known, and what the rules want first."""
