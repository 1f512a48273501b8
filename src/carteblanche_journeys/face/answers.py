"""What handles answer: findings in order, measures side by side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from carteblanche_journeys.diagnosis import Diagnosis, Finding
from carteblanche_journeys.face.handles import AtlasHandle
from carteblanche_journeys.face.showing import Shows
from carteblanche_journeys.markup import Element
from carteblanche_journeys.measures import Measured
from carteblanche_journeys.reading import known_name
from carteblanche_journeys.reports import (
    measures_rows,
    measures_table,
    measures_text,
    text_report,
)


@dataclass(frozen=True, eq=False, repr=False)
class Findings(Shows):
    """Findings in order: what is wrong, why it hurts, what to do, what speaks against it."""

    of: AtlasHandle
    findings: tuple[Finding, ...]

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.findings)

    def __len__(self) -> int:
        return len(self.findings)

    def __getitem__(self, place: int) -> Finding:
        return self.findings[place]

    def __str__(self) -> str:
        of, found = self.of, Diagnosis(self.findings)
        return text_report(found, of.atlas, of.words, of.place_of, of.today).rstrip()


@dataclass(frozen=True, eq=False, repr=False)
class Measures(Shows):
    """What one journey asks of people: `found["jeanne"]["trips"]` is an amount.

    Parameters
    ----------
    people
        The measures for each persona, that of the page first.
    """

    of: AtlasHandle
    people: tuple[Measured, ...]

    def __getitem__(self, persona: str) -> Measured:
        by_id = {one.persona: one for one in self.people}
        known_name("persona", persona, by_id, self.of.words)
        return by_id[persona]

    def __iter__(self) -> Iterator[str]:
        return (one.persona for one in self.people)

    def __len__(self) -> int:
        return len(self.people)

    def __str__(self) -> str:
        return measures_text(self.people, self.of.words, self.of.today).rstrip()

    def html(self) -> Element:
        """One table, a row a measure and a column a persona."""
        return measures_table(self.people, self.of.words)

    def to_frame(self) -> Any:
        """A pandas table: a row for each persona and measure; needs pandas.

        Columns: persona, measure, low, likely, high, unit, known, of, status; a share stands
        between 0 and 1, what cannot be said is missing.

        Raises
        ------
        ImportError
            Where pandas is not installed.
        """
        from importlib import import_module

        return import_module("pandas").DataFrame(measures_rows(self.people))
