"""The register on its tab: filter, table, and the list that leaves the house."""
