"""The overview: what is in the way, late, missing or to be looked at, over all subjects."""
