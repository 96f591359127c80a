"""The delegates desk: the register, its groups, and the import of lists."""
