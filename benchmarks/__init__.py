"""Speed as ratios measured in one run; `python -m benchmarks` (or `--short`, as CI does)."""
