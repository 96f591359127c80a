"""Acts on preparation: tasks, texts, comments, targets, templates."""
