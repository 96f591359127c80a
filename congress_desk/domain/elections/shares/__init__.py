"""Voting by shares: the register, the list it is pasted from, and the line a ballot is typed in."""
