"""What the hall sees: plain values laid out once, painted on the screen, as PDF and as slides."""
