"""The forms of an opinion poll: prepare its papers, record its count."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget

from congress_desk.actions.nomination.polls import count_poll, prepare_poll
from congress_desk.domain.nomination.nominee import Source
from congress_desk.domain.nomination.opinion_poll import (
    OpinionPoll,
    PollMember,
    PollPaper,
    PollPerson,
    people_to_ask,
)
from congress_desk.i18n import label, tr
from congress_desk.queries.nomination import NominationView
from congress_desk.ui.desks.elections.vote_lines import number_line
from congress_desk.ui.look import theme
from congress_desk.ui.records.forms.form_dialog import FormDialog
from congress_desk.ui.widgets.inputs.number_field import NumberField
from congress_desk.ui.widgets.layout.layouts import grid_in
from congress_desk.ui.widgets.layout.pages import scrolling
from congress_desk.ui.widgets.screen_acts import Acts

_FIELD, _WIDTH, _HIGHEST, _TEAM_LINES = 84, 640, 420, 4


class PollDialog(FormDialog):
    """Prepares the papers on everybody outside the committee's list without known support."""

    def __init__(self, acts: Acts, view: NominationView, parent: QWidget) -> None:
        super().__init__(tr("Opinion poll"), tr("Prepare the papers"), parent, acts=acts)
        self._election_id = view.facts.election.id
        asked = people_to_ask(view.facts.nominees)
        names = ", ".join(nominee.candidate.name for nominee in asked)
        self.tell(tr("Asked about: {names}", names=names or "–"), "strong")
        self.tell(tr("The self-nominated have a paper of their own, the nominated another."))
        self.present = number_line(self, tr("Taking part"), "pollPresent", view.present or None)
        self.team = QPlainTextEdit("\n".join(_member_line(m) for m in view.secretariat))
        self.team.setTabChangesFocus(True)
        self.team.setFixedHeight(theme.px(22 * _TEAM_LINES))
        self.team.setPlaceholderText(tr("one name a line, with a comma before the title"))
        self.add_field(tr("Team of the secretariat"), self.team, "pollTeam")
        self.wrong = {"": self.team, "poll_present_wrong": self.present}
        self.submitted.connect(self._on_submitted)

    def _on_submitted(self) -> None:
        team = [_member(line) for line in self.team.toPlainText().splitlines() if line.strip()]
        present = self.present.value() or 0
        self.run(prepare_poll, self._election_id, present=present, team=team)


class PollCountDialog(FormDialog):
    """Records the papers of each source and the answers on each name."""

    def __init__(self, acts: Acts, poll: OpinionPoll, parent: QWidget) -> None:
        title = tr("Count of opinion poll {number}", number=poll.number)
        super().__init__(title, tr("Record the count"), parent, acts=acts)
        self._poll = poll
        self.be_wide(_WIDTH)
        self.tell(
            tr("{present} take part; the support is calculated from them.", present=poll.present)
        )
        body = QWidget()
        self._grid = grid_in(body, across=12, wide=0, margins=(0, 0, 8, 0))
        self._row = 0
        self.papers: dict[Source, tuple[NumberField, ...]] = {}
        self.answers: dict[int, tuple[NumberField, ...]] = {}
        for paper in poll.papers:
            self._add_paper(paper)
        area = scrolling(body)
        area.setMinimumHeight(min(body.sizeHint().height(), theme.px(_HIGHEST)))
        self.form.addRow(area)
        first = next(iter(self.papers.values()))[0]
        first.setFocus()
        self.wrong = {"": first}
        self.submitted.connect(self._on_submitted)

    def _add_paper(self, paper: PollPaper) -> None:
        name = label("nomination_source", paper.source.value)
        self._titles(name[:1].upper() + name[1:], tr("Issued"), tr("Returned"), tr("Invalid"))
        numbers = (paper.issued, paper.returned, paper.invalid)
        self.papers[paper.source] = self._fields(
            tr("Number of papers"), f"{paper.source.value}Papers", numbers
        )
        self._titles("", tr("Agree"), tr("Disagree"))
        for person in self._poll.of(paper.source):
            answers = (person.agree, person.disagree)
            name = f"answer{person.candidate_id}_"
            self.answers[person.candidate_id] = self._fields(person.name, name, answers)

    def _titles(self, *titles: str) -> None:
        for column, title in enumerate(titles):
            made = theme.section(title) if column == 0 else theme.caption(title)
            self._grid.addWidget(made, self._row, column)
        self._row += 1

    def _fields(
        self, title: str, name: str, values: tuple[int | None, ...]
    ) -> tuple[NumberField, ...]:
        words = QLabel(title, wordWrap=True)
        self._grid.addWidget(words, self._row, 0)
        made = []
        for column, value in enumerate(values, start=1):
            field = NumberField()
            field.setObjectName(f"{name}{column}")
            field.setAccessibleName(f"{title} {column}")
            field.setFixedWidth(theme.px(_FIELD))
            field.show_saved(value)
            self._grid.addWidget(field, self._row, column)
            made.append(field)
        for field, after in zip(made, made[1:], strict=False):
            field.finished.connect(after.setFocus)
        if made:
            made[-1].finished.connect(self.focusNextChild)
        self._row += 1
        return tuple(made)

    def _on_submitted(self) -> None:
        papers, people = [], []
        for paper in self._poll.papers:
            issued, returned, invalid = (f.value() for f in self.papers[paper.source])
            papers.append(
                PollPaper(source=paper.source, issued=issued, returned=returned, invalid=invalid)
            )
        for person in self._poll.people:
            agree, disagree = (field.value() for field in self.answers[person.candidate_id])
            people.append(
                PollPerson(
                    candidate_id=person.candidate_id,
                    name=person.name,
                    source=person.source,
                    agree=agree,
                    disagree=disagree,
                )
            )
        self.run(count_poll, self._poll.id, papers=papers, people=people)


def _member_line(member: PollMember) -> str:
    return f"{member.name}, {member.title}" if member.title else member.name


def _member(line: str) -> PollMember:
    name, _, title = line.partition(",")
    return PollMember(name=name.strip(), title=title.strip())
