"""What screens and documents read: frozen records, already sorted; nothing is written."""
