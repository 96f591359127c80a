"""What is held against a count besides its sums: samples, traces, secrecy of small rounds."""
