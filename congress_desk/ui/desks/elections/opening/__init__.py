"""The form that opens a round."""
