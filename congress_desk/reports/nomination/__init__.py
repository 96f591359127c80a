"""The papers before the ballot: opinion poll, its minutes, the names with their sources."""
