"""The help pages: Markdown under resources/help, keys and commands filled in from the table."""
