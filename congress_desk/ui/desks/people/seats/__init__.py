"""The seats of the hall: the drawn plan, and what is done on it."""
