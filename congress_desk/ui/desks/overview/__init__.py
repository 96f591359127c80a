"""The overview desk: what is next, late, missing or blocking, each a key from its place."""
