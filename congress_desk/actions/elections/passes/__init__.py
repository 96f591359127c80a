"""Acts on bundles entered more than once: passes opened, entered and closed, bundles settled."""
