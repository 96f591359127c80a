"""The passes of a round held against each other, and what differs typed from the paper."""
