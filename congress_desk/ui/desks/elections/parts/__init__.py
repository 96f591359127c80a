"""What the pages of the elections desk share."""
