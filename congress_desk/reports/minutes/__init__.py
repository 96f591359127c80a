"""Papers derived from the whole congress: minutes, resolution, quick report."""
