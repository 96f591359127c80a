"""The papers desk: what can be printed now, seen before it is printed, saved or sent out."""
