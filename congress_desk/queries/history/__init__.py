"""What the journal tells of single acts: before and after, where to go, what a code stands for."""
