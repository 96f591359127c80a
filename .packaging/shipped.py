"""What goes along with the built program, and what does not: libraries, licence texts, version."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Collection
from importlib.metadata import Distribution, distribution
from pathlib import Path

ROOT = Path(__file__).parent.parent
# Parts of Qt and of other packages that nothing here uses.
UNUSED_QT = (
    *("QtQuick", "QtQml", "QtQuickControls2", "QtQuickWidgets", "QtQuickTest", "QtSql", "QtTest"),
    *("QtHelp", "QtDesigner", "QtUiTools", "QtXml", "QtOpenGL", "QtOpenGLWidgets", "QtConcurrent"),
    "QtLabsStyleKit",
)
UNUSED_FILES = (
    *("Qt6Quick", "Qt6Qml", "Qt6Designer", "Qt6Pdf", "qmltooling", "libqgtk3", "opengl32sw"),
    # Platforms without a desktop; "offscreen" and "minimal" stay for the self-test.
    *(
        "libqeglfs",
        "libqlinuxfb",
        "libqvnc",
        "libqvkkhrdisplay",
        "libqminimalegl",
        "egldeviceintegrations",
    ),
    # Pictures that no congress has: AVIF, and the C parts of lxml that only its own API uses.
    *("_avif", "lxml/objectify", "lxml\\objectify", "lxml/html/_difflib"),
)
# What PyInstaller runs before the program for what it does not do: Qt for the command line, sources
# to look into, modules to be listed. Other processes of the program need its own hook.
UNUSED_HOOKS = ("pyi_rth_pyside6", "pyi_rth_inspect", "pyi_rth_pkgutil")
# What reads scanned ballots: 200 MB that go along only where they are asked for.
SCANNER = ("numpy", "opencv-python-headless", "zxing-cpp")
SCANNER_MODULES = ("numpy", "cv2", "zxingcpp")
# Opened by name at run time, so no file says that it needs them.
OPENED_BY_NAME = ("PySide6", "shiboken6", "pypdfium2_raw", "libpython", "python3.")


def without_unused(binaries: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """Return the binaries that are shipped; on Linux also without what only unused ones need."""
    used = [each for each in binaries if not any(part in each[0] for part in UNUSED_FILES)]
    return _reachable(used) if sys.platform.startswith("linux") else used


def _reachable(binaries: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """Return extension modules, what is opened by name, and every library that these need."""
    from PyInstaller.depend.bindepend import get_imports

    by_name = {Path(where).name: (where, source, kind) for where, source, kind in binaries}
    waiting = [b for b in binaries if b[2] == "EXTENSION" or _is_opened_by_name(b[0])]
    kept: dict[str, tuple[str, str, str]] = {}
    while waiting:
        each = waiting.pop()
        if each[0] in kept:
            continue
        kept[each[0]] = each
        for name, _ in get_imports(each[1]):
            if Path(name).name in by_name:
                waiting.append(by_name[Path(name).name])
    # A link to a library in another folder belongs to the library.
    return [
        b
        for b in binaries
        if b[0] in kept or (b[2] == "SYMLINK" and Path(b[1]).name in {Path(k).name for k in kept})
    ]


def _is_opened_by_name(where: str) -> bool:
    first = Path(where).parts[0]
    if first == "PySide6":
        # Qt's own libraries come with the modules and plugins that need them.
        return "plugins" in Path(where).parts or len(Path(where).parts) == 2
    return any(first.startswith(name) for name in OPENED_BY_NAME)


def windows_version(version: str) -> object:
    """Return what Windows shows of the program in its properties; None on other systems."""
    if sys.platform != "win32":
        return None
    from PyInstaller.utils.win32 import versioninfo as info

    numbers = (*(int(part) for part in version.split(".")[:3]), 0)
    words = {
        "CompanyName": "The Congress Desk maintainers",
        "FileDescription": "Congress Desk",
        "FileVersion": version,
        "InternalName": "congress-desk",
        "LegalCopyright": "MIT licence",
        "OriginalFilename": "congress-desk.exe",
        "ProductName": "Congress Desk",
        "ProductVersion": version,
    }
    table = info.StringTable("040904B0", [info.StringStruct(*each) for each in words.items()])
    return info.VSVersionInfo(
        ffi=info.FixedFileInfo(filevers=numbers, prodvers=numbers),
        kids=[
            info.StringFileInfo([table]),
            info.VarFileInfo([info.VarStruct("Translation", [0x0409, 1200])]),
        ],
    )


def write_licences(folder: Path, without: Collection[str] = ()) -> None:
    """Write the licence texts of all that is shipped, a folder each, and the list of them.

    `without` are packages that are installed here and not shipped.
    """
    from congress_desk.used_packages import package_names, used_packages

    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for text in sorted((ROOT / "resources" / "licences").glob("*.txt")):
        shutil.copy(text, folder)
    shutil.copy(ROOT / "LICENSE", folder / "CONGRESS-DESK.txt")
    _copy(folder / "fonts", sorted((ROOT / "resources" / "fonts").rglob("*.txt")))
    _copy(folder / "icons", [ROOT / "resources" / "icons" / "LICENSE"])
    python = Path(sys.base_prefix)
    known = [python / "LICENSE.txt", *python.glob("lib/python3.*/LICENSE.txt")]
    _copy(folder / "python", [path for path in known if path.exists()][:1])
    for name in package_names(without):
        _copy(folder / name, _texts(distribution(name)))
    lines = ["Congress Desk (MIT), Python (PSF-2.0), and:", "", *used_packages(without)]
    (folder / "LIST.txt").write_text("\n".join(lines) + "\n", "utf-8")


def _texts(package: Distribution) -> list[Path]:
    wanted = ("licen", "copying", "notice")
    return [
        Path(str(package.locate_file(file)))
        for file in package.files or ()
        if ".dist-info" in str(file)
        and any(part in str(file).casefold().rpartition(".dist-info")[2] for part in wanted)
    ]


def _copy(folder: Path, files: list[Path]) -> None:
    for file in files:
        folder.mkdir(exist_ok=True)
        target = folder / file.name
        number = 1
        while target.exists():
            number += 1
            target = folder / f"{file.stem}-{number}{file.suffix}"
        shutil.copy(file, target)
