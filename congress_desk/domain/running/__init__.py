"""The congress under way: its clock, its records and the procedure guide."""
