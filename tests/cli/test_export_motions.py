"""The list of motions as the call "export" writes it."""

from command_line import said_by
from congress_files import a_congress, granted

from congress_desk.actions.motions import add_motion
from congress_desk.domain.motions import MotionDraft, MotionKind

MOTION = MotionDraft(kind=MotionKind.FREE, matter="Gửi điện chào mừng")


def test_that_motions_are_written_as_pdf_and_docx_once_there_is_one(tmp_path, capsys):
    for name, drafts in (("trống", ()), ("có", (MOTION,))):
        file = a_congress(tmp_path / f"{name}.congress")
        for draft in drafts:
            granted(add_motion(file, draft, actor="TK"))
        file.close()
        told = said_by(capsys, "export", file.path, "--to", tmp_path / name, "--only", "motions")
        written = [line.rsplit("/")[-1] for line in told.out.splitlines()]
        both = ["tong-hop-bieu-quyet.pdf", "tong-hop-bieu-quyet.docx"]
        assert written == (both if drafts else [])
