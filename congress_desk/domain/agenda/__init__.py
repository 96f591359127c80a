"""The programme: its tree, its clock, its words and its checks."""
