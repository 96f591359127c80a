"""Papers and sentences of motions by show of hands."""
