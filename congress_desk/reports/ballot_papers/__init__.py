"""What ballot papers say, and exactly where on the paper: no file format, no ink."""
