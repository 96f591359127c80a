"""Congress Desk: the secretariat's desk for a Vietnamese congress, offline, over one file."""

__version__ = "0.2.0"
