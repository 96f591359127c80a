"""Papers and sheets of people: credentials, lists, cards, presence, structure."""
