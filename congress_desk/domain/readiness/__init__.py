"""Whether everything is ready, the evening before."""
