"""What the hall may see: subjects, and results that were declared."""
