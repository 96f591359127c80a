"""What the layout of a ballot asks of the print font."""

from __future__ import annotations

from functools import lru_cache

from congress_desk.exports.pdf.fonts import print_faces, text_width
from congress_desk.exports.pdf.head import DrawnLine, broken
from congress_desk.exports.pdf.text import printable
from congress_desk.reports.ballot_papers.layout import Face


def face_name(face: Face) -> str:
    """Return the name under which a face is registered with reportlab."""
    name: str = getattr(print_faces(), face.value)
    return name


@lru_cache(maxsize=4096)
def _unit_width(text: str, face: str) -> float:
    """Return the width of a text in type of one point: a list is tried in many sizes."""
    return text_width(text, face, 1)


class PrintTypesetter:
    """Knows the widths of Liberation Serif, which are those of Times New Roman."""

    def width(self, text: str, face: Face, size: float) -> float:
        """Return how wide a text is, in points."""
        return _unit_width(text, face_name(face)) * size

    def broken(self, text: str, face: Face, size: float, width: float) -> tuple[str, ...]:
        """Return a text as lines of at most `width` points."""
        if self.width(text, face, size) <= width:
            return (text,)
        line = DrawnLine(printable(text), face_name(face), size)
        return tuple(part.text for part in broken(line, width))
