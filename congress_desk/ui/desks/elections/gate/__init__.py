"""The gate before a result is declared."""
