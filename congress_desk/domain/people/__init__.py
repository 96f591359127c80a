"""The people of a congress: who they are, their statuses, presence and the base D."""
