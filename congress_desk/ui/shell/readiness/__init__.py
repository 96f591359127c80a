"""Whether everything is ready, shown and printed the evening before."""
