"""The journal: its hash-chained lines, the text they are as, and the second journal."""
