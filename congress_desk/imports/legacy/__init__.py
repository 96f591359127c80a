"""Text of old fonts (TCVN3, VNI), recognised and converted to Unicode."""
