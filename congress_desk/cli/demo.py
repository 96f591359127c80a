"""The call `demo`: the example congress, made where it is missing, and shown."""

from __future__ import annotations

import argparse

from congress_desk.cli.start_window import has_screen, show_window
from congress_desk.errors import Place, Refusal, refuse
from congress_desk.example import default_example_path, make_example
from congress_desk.example.sizes import DEFAULT, SIZES


def demo(options: argparse.Namespace) -> int | Refusal:
    """Make the example in a size, print where it is, and show it unless no window is wanted."""
    if not options.no_window and not has_screen():
        return refuse("no_screen")
    size = options.size or DEFAULT
    if size not in SIZES:
        return refuse("demo_size_unknown", size=size, known="|".join(SIZES))
    path = options.file or default_example_path(size)
    if options.file is not None and path.exists() and not options.fresh:
        return refuse("demo_exists", Place(file=path.name))
    if options.file is not None or options.fresh or not path.exists():
        made = make_example(path, size=size, fresh=options.fresh)
        if isinstance(made, Refusal):
            return made
    print(path)
    return 0 if options.no_window else show_window(path, language=options.language)
