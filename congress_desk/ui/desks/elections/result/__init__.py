"""The result of a declared round."""
