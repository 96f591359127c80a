"""What a password does to a congress file: its pages, its second journal and its copies sealed."""
