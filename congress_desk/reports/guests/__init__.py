"""What papers say to guests and about them: letters, lists, sheets for each person, the rota."""
