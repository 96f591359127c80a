"""Text of old fonts (TCVN3, VNI), told from Unicode and converted."""
