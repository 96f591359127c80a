"""Bundles entered blind more than once: how the passes compare, and what the paper must settle."""
