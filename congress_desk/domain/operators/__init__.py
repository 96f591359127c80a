"""Who sits at the desk: names with a PIN, what each role may do, and how a wrong PIN slows down."""
