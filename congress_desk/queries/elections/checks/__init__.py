"""What is read of the checks beside a count."""
