"""The papers on which texts go to whom, once that is said of any of them."""

from __future__ import annotations

from collections.abc import Iterator

from congress_desk.exports.file_names import file_name
from congress_desk.i18n import tr
from congress_desk.papers.paper import Paper, PaperChoices, PaperKind
from congress_desk.queries.congress import congress
from congress_desk.queries.journal import head
from congress_desk.queries.recipients import distributed_texts
from congress_desk.reports.document.document import Document
from congress_desk.reports.preparation.distribution import (
    DistributionFacts,
    distribution_list,
    recipients_list,
)
from congress_desk.storage.congress_file import CongressFile

DISTRIBUTION, RECIPIENTS = "distribution", "recipients"


def _whole(file: CongressFile) -> Iterator[Paper]:
    if distributed_texts(file):
        yield Paper(
            kind=DISTRIBUTION,
            title=tr("Which texts go to whom"),
            file_name=file_name("phan-phoi-tai-lieu", suffix=".pdf"),
        )


def _each(file: CongressFile) -> Iterator[Paper]:
    for found in distributed_texts(file):
        if found.gets.copies:
            text = found.text
            yield Paper(
                kind=RECIPIENTS,
                title=tr("Who gets the text: {text}", text=text.title),
                file_name=file_name("danh-sach-nhan", text.id, text.title, suffix=".pdf"),
                part=str(text.id),
            )


def _facts(file: CongressFile) -> DistributionFacts:
    return DistributionFacts(
        congress=congress(file), lines=distributed_texts(file), head=head(file)
    )


def _says_whole(file: CongressFile, _: Paper, __: PaperChoices) -> Document:
    return distribution_list(_facts(file))


def _says_each(file: CongressFile, paper: Paper, _: PaperChoices) -> Document:
    facts = _facts(file)
    line = next(each for each in facts.lines if str(each.text.id) == paper.part)
    return recipients_list(facts, line)


DISTRIBUTION_KINDS = (
    PaperKind(name=DISTRIBUTION, there=_whole, says=_says_whole),
    PaperKind(name=RECIPIENTS, there=_each, says=_says_each),
)
