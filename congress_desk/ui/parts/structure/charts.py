"""The charts beside the table of figures: age, Party age, education, delegations."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QWidget

from congress_desk.domain.structure.figures import Division, Part
from congress_desk.domain.structure.structure import Structure
from congress_desk.i18n import tr
from congress_desk.ui.look import theme
from congress_desk.ui.parts.structure.rows import FigureRow
from congress_desk.ui.parts.structure.words import band_words, part_words, percent_words
from congress_desk.ui.widgets.bar_chart import Bar, BarChart
from congress_desk.ui.widgets.layout.layouts import column_in


class StructureCharts(QWidget):
    """`chosen` carries the figure of a bar, `moved` where the bar now current is.

    A chart of which nothing is known is not there.
    """

    chosen = Signal(object)
    moved = Signal(QPoint)

    def __init__(self) -> None:
        super().__init__()
        self._layout = column_in(self, spacing=4, margins=(0, 0, 8, 0))
        self._charts: dict[str, tuple[QWidget, BarChart]] = {}
        titles = {
            "age": tr("Age"),
            "party_age": tr("Years of membership"),
            "degree": tr("Professional degree"),
            "theory": tr("Political theory"),
            "delegation": tr("Delegation"),
        }
        for name, title in titles.items():
            self._add(name, title)
        self._layout.addStretch(1)

    def show_structure(self, found: Structure) -> None:
        """Draw the charts of a structure."""
        self._show("age", found.age.bands, lambda part: band_words(part.key), bool(found.age.most))
        known = bool(found.party_age.most)
        self._show("party_age", found.party_age.bands, lambda part: band_words(part.key), known)
        for name, division in (
            ("degree", found.degree),
            ("theory", found.theory),
            ("delegation", found.delegations),
        ):
            self._show(name, division, _label(name), division.known > 0)

    def chart(self, name: str) -> BarChart:
        """Return a chart by its name: age, party_age, degree, theory or delegation."""
        return self._charts[name][1]

    def _add(self, name: str, title: str) -> None:
        heading, chart = theme.caption(title), BarChart(f"{name}Chart", title)
        chart.chosen.connect(self.chosen)
        chart.moved.connect(lambda point: self.moved.emit(chart.mapTo(self, point)))
        self._charts[name] = (heading, chart)
        heading.setContentsMargins(theme.px(4), theme.px(12), 0, 0)
        self._layout.addWidget(heading)
        self._layout.addWidget(chart)

    def _show(
        self, name: str, division: Division, label: Callable[[Part], str], shown: bool
    ) -> None:
        heading, chart = self._charts[name]
        title = chart.title
        bars = [_bar(title, label(part), part) for part in division.parts]
        if division.unknown.number:
            bars.append(_bar(title, tr("not known"), Part(figure=division.unknown), quiet=True))
        chart.show_bars(bars if shown else [])
        for widget in (heading, chart):
            widget.setVisible(shown)


def _label(group: str) -> Callable[[Part], str]:
    return lambda part: part_words(group, part)


def _bar(section: str, label: str, part: Part, *, quiet: bool = False) -> Bar:
    figure = part.figure
    share = percent_words(figure.percent)
    return Bar(
        label=label,
        number=figure.number,
        words=tr("{number} · {share}", number=figure.number, share=share),
        record=FigureRow(section=section, words=label, number=str(figure.number), figure=figure),
        quiet=quiet,
    )
