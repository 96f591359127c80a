"""The desk of the screen in the hall: what can be shown, its preview, what is seen, the queue."""
