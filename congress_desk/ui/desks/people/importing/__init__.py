"""The import wizard: any list an office keeps becomes the register, seen before it is written."""
