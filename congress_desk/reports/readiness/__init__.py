"""The readiness report, printed the evening before."""
