"""The left column of the counting screen: the bundles of the round."""
