"""Version 7, the pictures of a congress for the hall: its emblem, and what is behind its title."""

from __future__ import annotations

# `image` is a small PNG or JPEG in base64, as photographs are kept.
PICTURES = """
CREATE TABLE hall_picture (
    id INTEGER PRIMARY KEY,
    place TEXT NOT NULL UNIQUE CHECK (place IN ('emblem', 'background')),
    image TEXT NOT NULL CHECK (length(image) BETWEEN 1 AND 900000)
) STRICT;
"""
