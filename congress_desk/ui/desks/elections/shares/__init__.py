"""The register of shares: who holds how many, and who votes for them."""
