"""The screen locked while nobody is at the keyboard: covered, opened by a PIN or the password."""
