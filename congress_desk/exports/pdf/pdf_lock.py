"""What only one thread may do at a time: write the fonts of a PDF, look into a written PDF.

reportlab cuts every document's letters out of the same open font file, and PDFium is one machine
for the whole program; the desks draw and read on workers of their own.
"""

from __future__ import annotations

from threading import RLock

FONTS = RLock()
PDFIUM = RLock()
