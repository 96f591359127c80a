"""What the discussion in groups becomes on paper: synthesis, minutes of a group, their sheets."""
