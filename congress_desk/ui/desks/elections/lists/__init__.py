"""All elections, and the page of one: its list and its rounds."""
