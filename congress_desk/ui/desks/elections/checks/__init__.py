"""What is held against a count besides its sums: samples, traces, pace, secrecy of small rounds."""
