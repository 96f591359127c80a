"""No network call, ever: every test runs with sockets denied, and nothing here would open one."""

from __future__ import annotations

import ast
import socket
import subprocess
import sys

import pytest
from source_calls import modules

NETWORK = {
    *("urllib.request", "http", "ftplib", "smtplib", "xmlrpc", "asyncio", "ssl", "requests"),
    *("httpx", "aiohttp", "PySide6.QtNetwork", "PySide6.QtWebEngineCore", "webbrowser"),
}


def test_that_sockets_are_denied_while_tests_run():
    for call in (
        lambda: socket.create_connection(("127.0.0.1", 9)),
        lambda: socket.getaddrinfo("example.org", 80),
        lambda: socket.socket().bind(("127.0.0.1", 0)),
    ):
        with pytest.raises(PermissionError):
            call()


def test_that_no_module_imports_what_speaks_to_a_network():
    found = []
    for path, module in modules().items():
        for node in ast.walk(module):
            names = []
            if isinstance(node, ast.Import):
                names = [each.name for each in node.names]
            elif isinstance(node, ast.ImportFrom) and node.module:
                names = [node.module, *(f"{node.module}.{each.name}" for each in node.names)]
            found += [(path, n) for n in names if n in NETWORK or n.split(".")[0] in NETWORK]
            # Whose computer it is may be asked: that is no call to a network.
            if isinstance(node, ast.Attribute) and getattr(node.value, "id", "") == "socket":
                found += [(path, node.attr)] if node.attr != "gethostname" else []
    assert found == []


def test_that_a_program_of_its_own_makes_its_papers_without_a_network(tmp_path):
    """Whatever a library does at its import or on a thread: the process has no socket to do it."""
    words = f"""
import sys
def deny(event, told):
    if event.startswith("socket.") and event not in ("socket.gethostname", "socket.__new__"):
        raise PermissionError(event)
sys.addaudithook(deny)
from congress_desk import cli
made = {str(tmp_path / "a.congress")!r}
assert cli.main(["demo", made, "--no-window", "--size", "chi-bo"]) == 0
assert cli.main(["verify", made]) == 0
assert cli.main(["result", made]) == 0
assert cli.main(["export", made, "--to", {str(tmp_path)!r}, "--only", "roster,minutes"]) in (0, 2)
assert "PySide6.QtNetwork" not in sys.modules
"""
    done = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-2000:]
