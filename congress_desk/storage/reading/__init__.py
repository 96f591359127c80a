"""Every question the program asks the file, one file a subject.

Rows come as records, in the order screens show them.
"""
