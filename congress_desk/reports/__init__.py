"""What a document says: sections, tables, signatures; no file format."""
