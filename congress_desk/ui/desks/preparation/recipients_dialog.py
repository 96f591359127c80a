"""Who gets a text: parts of the congress to tick, people by name, copies for nobody of these."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from congress_desk.actions.preparation.texts import set_recipients
from congress_desk.domain.preparation.recipients import BETWEEN, RECIPIENTS_LIMIT, RecipientReader
from congress_desk.domain.preparation.text import CongressText
from congress_desk.i18n import problem_text, tr
from congress_desk.queries.preparation import PreparationView
from congress_desk.ui.look import theme
from congress_desk.ui.records.fields.field import RecordField, text_field
from congress_desk.ui.records.forms.form_dialog import FormDialog
from congress_desk.ui.records.forms.record_dialog import titles_text
from congress_desk.ui.records.table_model import Sign
from congress_desk.ui.widgets.screen_acts import Acts
from congress_desk.ui.widgets.state_row import StateRow

_WRONG = Sign(icon="triangle-alert", tone="look")
WIDTH, ROW_HEIGHT, ROWS_SHOWN = 640, 30, 8


class RecipientsDialog(FormDialog):
    """Says the same of all texts that are chosen; how many copies that makes is told at once."""

    def __init__(
        self,
        acts: Acts,
        reader: RecipientReader,
        texts: Sequence[CongressText],
        parent: QWidget | None,
    ) -> None:
        super().__init__(tr("Who gets the text"), tr("Keep this"), parent, acts=acts)
        self.be_wide(WIDTH)
        self._reader, self._ids = reader, [text.id for text in texts]
        self.tell(titles_text(texts) if len(texts) > 1 else texts[0].title, "strong")
        self.parts = QListWidget()
        self._fill_parts()
        self.add_field(tr("Parts of the congress"), self.parts, "recipientParts")
        people = tuple(map(reader.words_of, reader.people))
        field = text_field(
            "others",
            tr("People, other copies"),
            suggestions=people,
            apart=";",
            hint=tr("such as Nguyễn Văn An; Lưu hồ sơ: 2"),
        )
        line = self.add_record_field(field, "recipient").widget
        assert isinstance(line, QLineEdit)
        self.others = line
        self.sum = StateRow()
        self.form.addRow(self.sum)
        self._show(texts[0].recipients)
        self.wrong = {"": self.others}
        self.parts.itemChanged.connect(lambda _: self._tell())
        self.others.textChanged.connect(lambda _: self._tell())
        self.submitted.connect(
            lambda: self.run(set_recipients, self._ids, BETWEEN.join(self._words()))
        )
        self.parts.setFocus()

    def _fill_parts(self) -> None:
        for part in self._reader.parts:
            words = tr("{part}: {count} people", part=part.words, count=len(part.receivers))
            item = QListWidgetItem(words)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            item.setData(Qt.ItemDataRole.UserRole, part.words)
            item.setSizeHint(QSize(0, theme.px(ROW_HEIGHT)))
            self.parts.addItem(item)
        self.parts.setCurrentRow(0)
        rows = min(max(len(self._reader.parts), 1), ROWS_SHOWN)
        self.parts.setFixedHeight(theme.px(ROW_HEIGHT) * rows + theme.px(8))

    def _items(self) -> list[QListWidgetItem]:
        return [self.parts.item(row) for row in range(self.parts.count())]

    def _show(self, recipients: str) -> None:
        """Tick the parts that get it; whoever else gets it stands in the line below."""
        said = [each.words for each in self._reader.read(recipients).recipients]
        for item in self._items():
            part = item.data(Qt.ItemDataRole.UserRole)
            if part in said:
                item.setCheckState(Qt.CheckState.Checked)
                said.remove(part)
        self.others.setText(BETWEEN.join(said))
        self._tell()

    def _words(self) -> list[str]:
        ticked = [
            str(item.data(Qt.ItemDataRole.UserRole))
            for item in self._items()
            if item.checkState() is Qt.CheckState.Checked
        ]
        return [*ticked, self.others.text()]

    def _tell(self) -> None:
        gets = self._reader.read(BETWEEN.join(self._words()))
        if gets.wrong:
            self.sum.show_state("look", problem_text(gets.wrong[0]))
            return
        words = tr(
            "{copies} copies: one for each of {people} people, {beside} beside",
            copies=gets.copies,
            people=len(gets.receivers),
            beside=gets.copies - len(gets.receivers),
        )
        self.sum.show_state("holds" if gets.copies else "muted", words)


def recipients_field(view: PreparationView) -> RecordField:
    """Return the field that says who gets a text, typed with the parts and people to choose."""

    def wrong(text: CongressText) -> str:
        return "; ".join(map(problem_text, view.gets(text).wrong))

    return text_field(
        "recipients",
        tr("Who gets it"),
        suggestions=lambda: _words_of(view.recipients),
        apart=";",
        longest=RECIPIENTS_LIMIT,
        hint=tr("such as Đoàn chủ tịch; Khách mời; Lưu: 2"),
        sign=lambda t: _WRONG if view.gets(t).wrong else None,
        tip=wrong,
    )


def copies_field(view: PreparationView) -> RecordField:
    """Return the column with how many copies of a text there must be."""

    def copies(text: CongressText) -> int:
        return view.gets(text).copies

    return RecordField(
        name="copies",
        title=tr("Copies"),
        text=lambda t: str(copies(t) or ""),
        key=copies,
        carded=False,
        number=True,
    )


def _words_of(reader: RecipientReader) -> tuple[str, ...]:
    return (*(part.words for part in reader.parts), *map(reader.words_of, reader.people))
