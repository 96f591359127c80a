"""Parts with a subject that several desks show: the structure of people, papers being made."""
