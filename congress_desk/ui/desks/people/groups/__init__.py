"""Delegations and discussion groups: who leads, who is in which, parting the delegates."""
