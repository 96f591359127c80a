"""Stations in the window: bundles handed out, results taken in, a station called back."""
