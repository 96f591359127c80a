"""After a round: what the congress may decide, what it decided, and the way on."""
