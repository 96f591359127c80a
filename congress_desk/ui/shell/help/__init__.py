"""Help: the keys beside the page and on paper, and what the program is made of."""
