"""What the program's source says literally: calls with their first text and named parameters."""

from __future__ import annotations

import ast
import gc
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import congress_desk

PACKAGE = Path(congress_desk.__file__).parent


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceCall:
    """One call: where, of what, with which literal first argument and which named arguments.

    `open_ended` says that **parameters are passed on too.
    """

    where: str
    name: str
    text: str
    named: frozenset[str]
    open_ended: bool


@cache
def paths() -> tuple[str, ...]:
    """Return the path of every module of the program within the package."""
    return tuple(sorted(path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py")))


@cache
def modules() -> dict[str, ast.Module]:
    """Return every module of the program, parsed, by its path within the package."""
    found = {path: ast.parse((PACKAGE / path).read_text("utf-8")) for path in paths()}
    # More than a million nodes that stay: no later collection need look at them. What earlier
    # tests left goes first: a window that is frozen along is there for ever.
    gc.collect()
    gc.freeze()
    return found


@cache
def calls() -> tuple[SourceCall, ...]:
    """Return every call whose first argument, or `code=`, is one or two literal texts."""
    return tuple(
        SourceCall(
            where=f"{path}:{node.lineno}",
            name=_name(node.func),
            text=text,
            named=frozenset(word.arg for word in node.keywords if word.arg),
            open_ended=any(word.arg is None for word in node.keywords),
        )
        for path, module in modules().items()
        for function in ast.walk(module)
        if isinstance(function, ast.FunctionDef | ast.Module)
        for node in _own_nodes(function)
        if isinstance(node, ast.Call)
        for text in _texts(_first_argument(node), function)
    )


@cache
def texts() -> frozenset[str]:
    """Return every literal text of the program."""
    return frozenset(
        node.value
        for module in modules().values()
        for node in ast.walk(module)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


def can_be_said(text: str) -> bool:
    """Say whether the program holds this text, literally or as an f-string that can become it."""
    return text in texts() or any(pattern.fullmatch(text) for pattern in _patterns())


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """Return the f-strings that hold some letters of their own, each hole standing for a word."""
    return tuple(
        re.compile("".join(_pattern_part(part) for part in node.values))
        for module in modules().values()
        for node in ast.walk(module)
        if isinstance(node, ast.JoinedStr)
        and any(isinstance(part, ast.Constant) and len(str(part.value)) > 3 for part in node.values)
    )


def _pattern_part(part: ast.expr) -> str:
    return re.escape(str(part.value)) if isinstance(part, ast.Constant) else r"\w+"


def _own_nodes(function: ast.AST) -> Iterator[ast.AST]:
    for child in ast.iter_child_nodes(function):
        if not isinstance(child, ast.FunctionDef):
            yield child
            yield from _own_nodes(child)


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _first_argument(call: ast.Call) -> ast.expr | None:
    coded = [word.value for word in call.keywords if word.arg == "code"]
    return (coded or call.args or [None])[0]


def _texts(
    argument: ast.expr | None, function: ast.AST, followed: frozenset[str] = frozenset()
) -> list[str]:
    """Return the texts an argument can be: itself, either branch, or what its name was given.

    A name that is given itself or something else is `followed` once.
    """
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        return [argument.value]
    if isinstance(argument, ast.IfExp):
        branches = (argument.body, argument.orelse)
        return [text for branch in branches for text in _texts(branch, function, followed)]
    if isinstance(argument, ast.Name) and argument.id not in followed:
        return [
            text
            for node in _own_nodes(function)
            if isinstance(node, ast.Assign)
            and any(isinstance(t, ast.Name) and t.id == argument.id for t in node.targets)
            and not isinstance(node.value, ast.Name)
            for text in _texts(node.value, function, followed | {argument.id})
        ]
    return []
