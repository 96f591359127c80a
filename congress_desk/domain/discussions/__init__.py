"""What discussion groups say on the texts of a congress, and what is made of it for the hall."""
