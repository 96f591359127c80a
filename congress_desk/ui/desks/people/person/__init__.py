"""One person: the card, and the acts that change a status or a seat."""
