"""A document as a DOCX for Word."""
