"""What the hall may see: subjects, results that were declared, letters read from afar."""
