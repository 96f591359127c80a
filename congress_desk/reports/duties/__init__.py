"""Papers of duties: the whole list, a page for each person, name cards."""
