"""The house rules that a machine can hold: import direction, sizes, and what no room may do."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator

import grimp
from importlinter.cli import lint_imports
from source_calls import PACKAGE, modules, paths

from congress_desk.ui.desks import DESKS
from congress_desk.ui.desks.elections.desk import SCREENS

LONGEST_FILE = 350
# Files whose subject is one: a split would make two rooms that import each other.
LONGER = {"ui/desks/checkin/desk.py": 400}
LONGEST_MAIN_WINDOW = 300
IMPURE = {"io", "locale", "logging", "os", "pathlib", "random", "sqlite3", "sys", "time", "uuid"}
CLOCKS_AND_FILES = {"now", "today", "open", "print"}
BLOCKING_DIALOGS = {
    "getOpenFileName",
    "getSaveFileName",
    "getExistingDirectory",
    "getText",
    "getInt",
}
TURNED_BY_THE_WHEEL = {
    *("QComboBox", "QFontComboBox", "QAbstractSpinBox", "QSpinBox", "QDoubleSpinBox"),
    *("QDateTimeEdit", "QDateEdit", "QTimeEdit", "QSlider", "QDial"),
}
DEFINING = (ast.FunctionDef, ast.ClassDef)
# Scans that are made up, for the tests and the benchmarks.
MADE_FOR_TESTS = "congress_desk.scan.synthetic_"
NAMELESS = re.compile(r"(utils?|helpers?|managers?|misc|common)\.py")
SQL = re.compile(
    r"\b(SELECT\s.+\sFROM|INSERT\s+(OR\s+\w+\s+)?INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM"
    r"|CREATE\s+(TABLE|INDEX|TRIGGER)|DROP\s+TABLE|PRAGMA\s+\w+|VACUUM\s+INTO|BEGIN\s+IMMEDIATE)\b",
    re.DOTALL,
)


def named(*starts: str) -> tuple[str, ...]:
    """Return the paths of modules that begin so; none is read where tests are only collected."""
    return tuple(path for path in paths() if path.startswith(starts))


def rooms(*starts: str) -> dict[str, ast.Module]:
    """Return the modules whose path within the package begins so."""
    return {path: modules()[path] for path in named(*starts)}


def imported(module: ast.Module) -> Iterator[str]:
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def called(module: ast.Module) -> Iterator[tuple[str, int]]:
    """Yield the last name of every call with its line: `dialog.exec()` gives "exec"."""
    for node in ast.walk(module):
        if isinstance(node, ast.Call):
            function = node.func
            name = getattr(function, "attr", getattr(function, "id", ""))
            yield name, node.lineno


def lines_of(path: str) -> int:
    return len((PACKAGE / path).read_text("utf-8").splitlines())


def test_that_upper_floors_import_lower_ones_and_never_the_other_way(monkeypatch, capsys):
    monkeypatch.chdir(PACKAGE.parent)
    status = lint_imports(config_filename="pyproject.toml", no_cache=True, no_logo=True)
    assert status == 0, capsys.readouterr().out


def test_that_no_modules_import_each_other_in_a_circle():
    """Imports for types alone count too: who reads one module of a circle must read them all."""
    graph = grimp.build_graph("congress_desk", cache_dir=None)
    above = {name: set(graph.find_upstream_modules(name)) for name in graph.modules}
    circles = {
        frozenset({name, *(other for other in others if name in above[other])})
        for name, others in above.items()
    }
    assert [sorted(circle) for circle in circles if len(circle) > 1] == []


def test_that_no_file_is_more_than_one_room():
    lines = {path: lines_of(path) for path in modules()}
    assert {path: n for path, n in lines.items() if n > LONGER.get(path, LONGEST_FILE)} == {}


def test_that_a_room_of_the_window_imports_nothing_that_imports_it():
    circles = []
    for path in named("ui/desks/", "ui/look/", "ui/records/", "ui/widgets/"):
        own, module = f"congress_desk.{path[:-3].replace('/', '.')}", modules()[path]
        for name in set(imported(module)):
            there = modules().get(name.removeprefix("congress_desk.").replace(".", "/") + ".py")
            if there is not None and own in imported(there):
                circles.append(f"{path} and {name}")
    assert circles == []


def test_that_the_main_window_stays_a_shell():
    assert lines_of("ui/shell/main_window.py") <= LONGEST_MAIN_WINDOW


def test_that_every_module_says_what_its_room_is_for():
    assert [path for path, module in modules().items() if not ast.get_docstring(module)] == []


def test_that_every_module_names_its_thing():
    assert [path for path in modules() if NAMELESS.search(path)] == []


def test_that_the_domain_imports_only_the_standard_library():
    known = {*sys.stdlib_module_names, "congress_desk"}
    tops = [
        (path, name)
        for path in named("domain/", "errors.py", "paths.py")
        for name in imported(modules()[path])
        if name.partition(".")[0] not in known
    ]
    assert tops == []


def test_that_the_domain_has_no_clock_random_locale_path_or_file():
    for path in named("domain/"):
        module = modules()[path]
        assert {name.partition(".")[0] for name in imported(module)} & IMPURE == set(), path
        assert {name for name, _ in called(module)} & CLOCKS_AND_FILES == set(), path


def test_that_votes_and_shares_are_never_floats():
    found = [
        (path, node.lineno)
        for path in sorted(set(named("domain/")) - {"domain/text/dates.py"})
        for node in ast.walk(modules()[path])
        if (isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div))
        or (isinstance(node, ast.Constant) and isinstance(node.value, float))
        or (isinstance(node, ast.Name) and node.id == "float")
    ]
    assert found == []


def test_that_the_window_never_pumps_events_or_blocks_in_a_dialog():
    found = [
        (path, line, name)
        for path, module in rooms("ui/", "app.py").items()
        for name, line in called(module)
        if name == "processEvents"
        or (name in {"exec", "exec_"} | BLOCKING_DIALOGS and path.startswith("ui/"))
    ]
    assert found == []


def test_that_the_workspace_knows_a_desk_by_what_every_desk_is():
    found = [
        (path, node.id, node.lineno)
        for path, module in rooms("ui/shell/workspace.py", "ui/desk.py").items()
        for node in ast.walk(module)
        if isinstance(node, ast.Name) and node.id in {"hasattr", "getattr", "Any"}
    ]
    assert found == []


def test_that_message_boxes_and_file_dialogs_have_one_door():
    found = [
        (path, node.lineno)
        for path, module in rooms("ui/", "app.py").items()
        if path != "ui/messages.py"
        for node in ast.walk(module)
        if isinstance(node, ast.Name) and node.id in {"QMessageBox", "QFileDialog"}
    ]
    assert found == []


def test_that_every_field_with_a_wheel_leaves_it_to_the_page():
    """An event filter of the application would be asked about every event of the program."""
    made = [
        (path, line, name)
        for path, module in rooms("ui/").items()
        for name, line in called(module)
        if name in TURNED_BY_THE_WHEEL
    ]
    classes = [
        (path, node.name)
        for path, module in rooms("ui/").items()
        for node in ast.walk(module)
        if isinstance(node, ast.ClassDef)
        and {getattr(base, "id", "") for base in node.bases} & TURNED_BY_THE_WHEEL
        and "wheelEvent" not in {getattr(part, "name", "") for part in node.body}
    ]
    assert (made, classes) == ([], [])


def test_that_every_name_a_module_gives_is_taken():
    """A function or constant that neither its own module nor another names is nobody's."""
    taken: set[tuple[str, str]] = set()
    given: list[tuple[str, str]] = []
    for path, module in modules().items():
        home = f"congress_desk.{path.removesuffix('.py').replace('/', '.')}".removesuffix(
            ".__init__"
        )
        brought: dict[str, str] = {}
        for node in ast.walk(module):
            if isinstance(node, ast.ImportFrom):
                taken |= {(node.module or "", alias.name) for alias in node.names}
                brought |= {a.asname or a.name: f"{node.module}.{a.name}" for a in node.names}
            elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
                taken.add((home, node.id))
            elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                taken.add((brought.get(node.value.id, ""), node.attr))
        for node in module.body:
            names = [getattr(node, "name", "")] if isinstance(node, DEFINING) else []
            names += [getattr(target, "id", "") for target in getattr(node, "targets", ())]
            given += [(home, name) for name in names if not getattr(node, "decorator_list", ())]
    loaded_by_name = {(f"congress_desk.ui.desks.{d.key}.desk", d.class_name) for d in DESKS}
    loaded_by_name |= {
        (f"congress_desk.ui.desks.elections.{room}", name) for room, name in SCREENS.values()
    }
    nobodys = set(given) - taken - loaded_by_name
    kept = ("", "__all__", "__version__")
    assert [
        each
        for each in sorted(nobodys)
        if each[1] not in kept and not each[0].startswith(MADE_FOR_TESTS)
    ] == []


def test_that_sql_is_spoken_in_storage_only():
    found = [
        (path, node.lineno)
        for path, module in modules().items()
        if not path.startswith("storage/")
        for node in ast.walk(module)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and SQL.search(node.value)
    ]
    assert found == []
