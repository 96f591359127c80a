"""Reports on obstacles, and what was learned of them."""
