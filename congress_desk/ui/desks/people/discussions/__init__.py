"""The discussion in groups: what was said, put together by part, and how each group met."""
