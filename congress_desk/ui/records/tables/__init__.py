"""Tables of records: columns, cells, typing into them, sorting, filtering, moving."""
