"""Stations: bundles that are entered on another laptop, without a network."""
