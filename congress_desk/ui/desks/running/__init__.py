"""The running view: the item that is held, its clock, what comes next, who speaks."""
