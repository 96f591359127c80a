"""The desk of obstacles (vướng mắc), and noting one from any desk."""
