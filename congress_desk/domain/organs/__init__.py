"""The organs of a congress (ban, đoàn, tổ): who sits in them, what they are called."""
