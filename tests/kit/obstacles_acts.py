"""Obstacles made through the program's own acts."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from congress_files import a_congress, granted

from congress_desk.actions import obstacles
from congress_desk.domain.obstacles import Gravity, Obstacle
from congress_desk.queries.obstacles import obstacles as obstacles_of
from congress_desk.storage.congress_file import CongressFile

A = "Thư ký"
BALLOTS = Obstacle(
    what="Số phiếu thu về nhiều hơn số phiếu phát ra",
    gravity=Gravity.BLOCKING,
    since="2020-06-05T07:40",
    answerable="Đỗ Văn Trưởng",
    asked="Ban Tổ chức Quận ủy",
    procedure=True,
)
SOUND = Obstacle(what="Loa bên trái hội trường bị rè", gravity=Gravity.LOW, where_in="cánh trái")


def an_obstacle(file: CongressFile, obstacle: Obstacle = BALLOTS) -> Obstacle:
    """Note an obstacle."""
    return granted(obstacles.add_obstacle(file, obstacle, actor=A))


def an_answered_obstacle(file: CongressFile, obstacle: Obstacle = BALLOTS) -> Obstacle:
    """Note an obstacle and write down its answer."""
    noted = an_obstacle(file, obstacle)
    return granted(
        obstacles.answer_obstacle(file, noted.id, answer="Hủy, bầu lại theo Điều 28", actor=A)
    )


def a_resolved_obstacle(file: CongressFile, obstacle: Obstacle = SOUND) -> Obstacle:
    """Note an obstacle and resolve it."""
    noted = an_obstacle(file, obstacle)
    return granted(obstacles.resolve_obstacle(file, noted.id, decision="Thay loa", actor=A))


def a_congress_with_obstacles(folder: Path) -> CongressFile:
    """Return a file with one obstacle of each state, in the order of the acts below."""
    file = a_congress(folder)
    an_obstacle(file)
    a_resolved_obstacle(file)
    return file


def _of(file: CongressFile, what: str) -> Obstacle:
    return next(found for found in obstacles_of(file) if found.what == what)


OBSTACLES_ACTS = {
    "add_obstacle": lambda f: obstacles.add_obstacle(f, replace(SOUND, what="Mất điện"), actor=A),
    "edit_obstacle": lambda f: obstacles.edit_obstacle(
        f, replace(_of(f, BALLOTS.what), gravity=Gravity.HIGH, answerable="Trưởng ban"), actor=A
    ),
    "answer_obstacle": lambda f: obstacles.answer_obstacle(
        f, _of(f, BALLOTS.what).id, answer="Bầu lại", decision="Hủy phiếu", actor=A
    ),
    "resolve_obstacle": lambda f: obstacles.resolve_obstacle(f, _of(f, BALLOTS.what).id, actor=A),
    "reopen_obstacle": lambda f: obstacles.reopen_obstacle(
        f, _of(f, SOUND.what).id, reason="lại rè", actor=A
    ),
    "remove_obstacle": lambda f: obstacles.remove_obstacle(
        f, _of(f, SOUND.what).id, reason="ghi nhầm", actor=A
    ),
}
