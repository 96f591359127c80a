"""What is held against a count besides its sums: secrecy, samples, traces, forecasts."""
