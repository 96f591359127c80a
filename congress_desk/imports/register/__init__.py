"""Lists of people as offices keep them: header, rows, cells, people."""
