"""The screen of the hall: what is shown there, the window it is shown in, and how it is painted."""
