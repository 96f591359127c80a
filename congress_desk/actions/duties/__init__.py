"""Acts on organs, their members and assignments."""
