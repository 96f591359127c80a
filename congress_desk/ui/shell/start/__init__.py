"""The first page: what can be opened, made or looked at."""
