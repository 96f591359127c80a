"""What destroys is red and never the button of Enter, wherever it is asked."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from source_calls import modules

DESTROYS = re.compile(
    r"Remove |Cancel the (round|motion)|Take (off|the list back|the duty back)|Undo passage"
    r"|Leave with|Open the older|Replace the files|Make the round void|Close the import|Drop"
)
ASKS = ("ask", "ReasonDialog", "FormDialog")


def questions() -> Iterator[tuple[str, ast.Call]]:
    """Yield each call that asks something, with its module."""
    for path, module in modules().items():
        for node in ast.walk(module) if path.startswith("ui/") else ():
            if isinstance(node, ast.Call):
                name = getattr(node.func, "attr", getattr(node.func, "id", ""))
                if name in ASKS:
                    yield path, node


def sentences(call: ast.Call) -> list[str]:
    return [
        node.value
        for node in ast.walk(call)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]


def test_that_every_question_that_destroys_is_asked_as_a_danger():
    asked = [
        (file, said, any(keyword.arg == "danger" for keyword in call.keywords))
        for file, call in questions()
        for said in sentences(call)
        if DESTROYS.match(said)
    ]
    assert len(asked) > 10
    assert [(file, said) for file, said, danger in asked if not danger] == []
