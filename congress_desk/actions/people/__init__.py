"""Acts on people: the register, statuses, presence, groups and delegations."""
