"""Motions made through the program's own acts."""

from __future__ import annotations

from congress_files import granted

from congress_desk.actions import motions
from congress_desk.domain.motions import Hands, Motion, MotionDraft, MotionKind
from congress_desk.storage.congress_file import CongressFile

A = "Thư ký"
AGENDA = MotionDraft(kind=MotionKind.AGENDA, matter="Thông qua chương trình đại hội")
FREE = MotionDraft(kind=MotionKind.FREE, matter="Hoan nghênh các đoàn khách")
ALL = Hands(in_favour=8)


def a_begun_motion(file: CongressFile, draft: MotionDraft = AGENDA) -> Motion:
    """Add a motion and freeze who is present."""
    return granted(motions.add_motion(file, draft, actor=A))


def a_prepared_motion(file: CongressFile, draft: MotionDraft = AGENDA) -> Motion:
    """Add a motion whose vote is not begun."""
    return granted(motions.add_motion(file, draft, begin=False, actor=A))


def a_voted_motion(file: CongressFile, hands: Hands = ALL, draft: MotionDraft = AGENDA) -> Motion:
    """Hold a vote to its result."""
    begun = a_begun_motion(file, draft)
    return granted(motions.record_vote(file, begun.id, hands, announced_by="Chủ tịch", actor=A))
