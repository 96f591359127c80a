"""What is decided from above or over a declared result: annulment, recount, appointment."""
