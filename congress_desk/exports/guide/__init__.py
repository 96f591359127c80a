"""The help pages as a book to be printed: contents with page numbers, links, pictures."""
