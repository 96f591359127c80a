"""The elections desk: lists, rounds, the count, the gate and the result."""
