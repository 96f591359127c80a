"""Fields of a record: how each is shown, read, offered and typed."""
