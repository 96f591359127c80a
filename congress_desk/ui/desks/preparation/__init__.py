"""The preparation desk: tasks, texts, targets, and who carries how much."""
