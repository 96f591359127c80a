"""The congress under way as screens read it, and the procedure guide."""
