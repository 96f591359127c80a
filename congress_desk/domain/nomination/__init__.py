"""The way to the ballot: where names come from, their support, withdrawals, the steps in order."""
