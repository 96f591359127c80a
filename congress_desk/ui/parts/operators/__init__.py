"""Who sits at the desk, as every place of the window asks it: signing in, and two who unlock."""
