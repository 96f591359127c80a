import re
import tomllib
from importlib.metadata import distribution
from pathlib import Path

from packaging.requirements import Requirement

from congress_desk.used_packages import used_packages

PROJECT = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8"))[
    "project"
]


def test_that_every_declared_dependency_is_named_with_its_version_and_licence():
    told = used_packages()
    for line in PROJECT["dependencies"]:
        asked = Requirement(line)
        if asked.marker is None or asked.marker.evaluate():
            package = distribution(asked.name)
            begin = f"{package.metadata['Name']} {package.version} ("
            assert [each for each in told if each.startswith(begin)], asked.name


def test_that_an_extra_is_named_where_it_is_installed_and_not_where_it_is_left_out():
    told = {each.partition(" ")[0] for each in used_packages()}
    assert {"numpy", "opencv-python-headless", "zxing-cpp", "sqlcipher3"} <= told
    left = {each.partition(" ")[0] for each in used_packages(("numpy", "zxing-cpp"))}
    assert told - left == {"numpy", "zxing-cpp"}


def test_that_no_licence_is_unknown():
    assert [each for each in used_packages() if not re.search(r"\([^?)]{3,}\)$", each)] == []


def test_that_tools_of_the_builders_are_not_named():
    names = {each.partition(" ")[0].casefold() for each in used_packages()}
    extras = PROJECT["optional-dependencies"]
    shipped = {Requirement(line).name for extra in ("password", "scan") for line in extras[extra]}
    builders = {Requirement(line).name for line in extras["dev"]} - shipped
    assert names & builders == set()
