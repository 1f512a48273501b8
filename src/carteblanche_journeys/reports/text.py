"""Findings for people at a terminal: by journey, faults first, questions at the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from carteblanche_journeys.diagnosis import Diagnosis, Finding, name_of, tell
from carteblanche_journeys.diagnosis.costing import cost_status, costs_in_words, payer_of
from carteblanche_journeys.diagnosis.severity import SEVERITIES
from carteblanche_journeys.diagnosis.telling import NAMED_IN_SENTENCE
from carteblanche_journeys.markup import for_terminal
from carteblanche_journeys.model import Atlas, Waiver
from carteblanche_journeys.reports.github import failure
from carteblanche_journeys.reports.paragraphs import WIDTH, labelled, wrapped
from carteblanche_journeys.reports.placing import PlaceOf
from carteblanche_journeys.words import Words

#: How many findings are shown at first: more are not read (design, "The product in one page").
SHOWN_AT_FIRST = 10

#: Places named beside the title: those people look for first.
_PLACES = (
    ("steps", "step"),
    ("counters", "counter"),
    ("evidence", "evidence"),
    ("schemes", "scheme"),
)


def text_report(
    diagnosis: Diagnosis,
    atlas: Atlas,
    words: Words,
    place_of: PlaceOf,
    today: date,
    *,
    every: bool = False,
    width: int = WIDTH,
) -> str:
    """The findings as plain text.

    Parameters
    ----------
    today
        The day on which waivers were looked at; the report says it.
    every
        Whether all are shown, waived ones too, instead of the first ten.
    width
        Columns of the terminal.
    """
    writer = _Writer(atlas, words, place_of, width)
    open_ones = [finding for finding in diagnosis.findings if finding.waived is None]
    shown = list(diagnosis.findings) if every else open_ones[:SHOWN_AT_FIRST]
    faults = [finding for finding in shown if finding.kind != "question"]
    questions = [finding for finding in shown if finding.kind == "question"]
    lines = [
        *writer.by_journey(faults),
        *writer.questions(questions),
        *_ending(diagnosis, len(open_ones) - len(shown), words, today, width),
    ]
    return "".join(f"{line}\n" for line in lines)


@dataclass(frozen=True, slots=True)
class _Writer:
    atlas: Atlas
    words: Words
    place_of: PlaceOf
    width: int

    def by_journey(self, findings: Sequence[Finding]) -> Iterator[str]:
        """Findings under the title of their first journey, that of the costliest first."""
        for name in dict.fromkeys(finding.journeys[0] for finding in findings):
            here = [finding for finding in findings if finding.journeys[0] == name]
            if here:
                title = name_of("journey", name, self.atlas, self.words)
                yield from wrapped(f"{name}  {title}", self.width)
                yield ""
                for finding in here:
                    yield from self._fault(finding)
                    yield ""

    def _fault(self, finding: Finding) -> Iterator[str]:
        words, told = self.words, tell(finding, self.atlas, self.words)
        bad = words(f"severity.{finding.severity}").upper()
        yield from wrapped(told.title, self.width, "    ", f"  {for_terminal(bad)}  ")
        yield from labelled(
            [
                (words("report.file"), self._place(finding)),
                (words("report.where"), self._where(finding, f"{told.title} {told.message}")),
                (words("report.for"), self._personas(finding)),
                (words("report.cost"), self._cost(finding)),
                (words("report.why"), told.message),
                (words("explain.remedy"), told.remedy),
                (words("report.against"), told.against),
                (words("report.sure"), words(f"confidence.{finding.confidence}")),
                (
                    words("report.elsewhere"),
                    words.series(finding.journeys[1:], at_most=NAMED_IN_SENTENCE),
                ),
                (words("report.also"), words.series(finding.also)),
                (words("report.rule"), finding.rule),
                (words("report.waived"), self._waived(finding)),
            ],
            self.width,
            "    ",
        )

    def _cost(self, finding: Finding) -> str:
        """What it costs the persona who pays most, named where there are several."""
        costs = self.words.series(costs_in_words(finding, self.words))
        payer, status = payer_of(finding), cost_status(finding)
        if costs and status is not None:
            costs = f"{costs} ({self.words(f'status.{status}')})"
        known = self.atlas.personas.get(payer or "")
        if not costs or known is None or len(finding.personas) == 1:
            return costs
        return self.words("report.cost.for", name=self.words.text(known.name), cost=costs)

    def questions(self, findings: Sequence[Finding]) -> Iterator[str]:
        """What the atlas does not say, each with where to write it."""
        if not findings:
            return
        yield from wrapped(self.words("report.questions"), self.width)
        yield ""
        for finding in findings:
            told = tell(finding, self.atlas, self.words)
            yield from wrapped(told.title, self.width, "    ", "  ? ")
            yield from labelled(
                [
                    (self.words("report.file"), self._place(finding)),
                    (self.words("report.why"), told.message),
                    (self.words("explain.remedy"), told.remedy),
                    (self.words("report.rule"), finding.rule),
                    (self.words("report.waived"), self._waived(finding)),
                ],
                self.width,
                "    ",
            )
            yield ""

    def _place(self, finding: Finding) -> str:
        place = self.place_of(finding)
        return "{}:{}:{}".format(*place) if place else ""

    def _where(self, finding: Finding, told: str) -> str:
        """The steps, counters, pieces and schemes concerned that are not named already."""
        words, journey, said = self.words, finding.journeys[0], []
        for field, kind in _PLACES:
            ids = getattr(finding.where, field)
            names = [name_of(kind, name, self.atlas, words, journey) for name in ids]
            if any(name not in told for name in names):
                told_of = words.series(names, at_most=NAMED_IN_SENTENCE)
                said.append(words(f"report.places.{kind}", names=told_of))
        return words("explain.joined").join(said)

    def _personas(self, finding: Finding) -> str:
        known = (self.atlas.personas[name].name for name in finding.personas)
        names = (self.words.text(name) for name in known)
        return self.words.series(names, at_most=NAMED_IN_SENTENCE)

    def _waived(self, finding: Finding) -> str:
        return self.words.text(finding.waived.reason) if finding.waived else ""


def _ending(
    diagnosis: Diagnosis, hidden: int, words: Words, today: date, width: int
) -> Iterator[str]:
    """How many there are in all, what the waivers say, and which rules of ours failed."""
    for told in waivers_in_words(diagnosis, words):
        yield from wrapped(told, width)
    for fault in diagnosis.internal_faults:
        yield from wrapped(failure(fault, words), width)
    yield from wrapped(_totals(diagnosis.findings, words), width)
    if hidden > 0:
        yield from wrapped(words("report.more", n=hidden), width)
    yield from wrapped(words("report.today", day=words.date(today)), width)


def waivers_in_words(diagnosis: Diagnosis, words: Words) -> Iterator[str]:
    """What is said of waivers whose day has passed, and of those that cover nothing."""
    for waiver in diagnosis.expired_waivers:
        until = words.date(waiver.until) if waiver.until else ""
        reason = words.text(waiver.reason)
        yield words("report.expired", rule=_waived_by(waiver), until=until, reason=reason)
    for waiver in diagnosis.unused_waivers:
        reason = words.text(waiver.reason)
        yield words("report.unused", rule=_waived_by(waiver), reason=reason)


def _waived_by(waiver: Waiver) -> str:
    """The rule, and the places where its findings are accepted."""
    return f"{waiver.rule} ({', '.join(waiver.at)})" if waiver.at else waiver.rule


def _totals(findings: Sequence[Finding], words: Words) -> str:
    open_ones = [finding for finding in findings if finding.waived is None]
    waived = len(findings) - len(open_ones)
    bad = Counter(finding.severity for finding in open_ones if finding.kind != "question")
    asked = sum(finding.kind == "question" for finding in open_ones)
    said = [words(f"report.total.{s}", n=bad[s]) for s in reversed(SEVERITIES) if bad[s]]
    said += [words("report.total.question", n=asked)] if asked else []
    said += [words("report.total.waived", n=waived)] if waived else []
    if not said:
        return words("report.nothing")
    return words("report.total", said=words.series(said))
