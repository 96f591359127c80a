"""One folder for each desk: its screens, table models and dialogs."""
