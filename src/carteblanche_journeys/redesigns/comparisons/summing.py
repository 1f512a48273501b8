"""Sums of two lives, line by line: what both have cancels out, the rest keeps its own range."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from carteblanche_journeys.measures import Ledger
from carteblanche_journeys.measures.amounts import SURENESS
from carteblanche_journeys.measures.figures import DEFAULT, Figure
from carteblanche_journeys.measures.sheets import Sheet
from carteblanche_journeys.redesigns.comparisons.comparison import Difference
from carteblanche_journeys.redesigns.comparisons.identity import Identity, Kin

#: Of what depends on where one goes, the counter is what makes it the same quantity.
GOING = frozenset(("trips", "travel_minutes", "travel_km", "counter_wait_minutes"))
#: Worked out from distances where nobody says: one rule, whose slips are the same everywhere.
BY_DISTANCE = frozenset(("travel_minutes", "travel_km"))
#: Below this a difference of sums is a slip of the floating point.
SLIP = 1e-9

#: A step, and the pieces of an ask; none of them for the step itself.
_Entry = tuple[str, tuple[str, ...]]


class _Quantity(NamedTuple):
    """What makes two figures the same quantity.

    Parameters
    ----------
    kind, of
        What it counts, and of what: a step, a piece, a counter; of a figure that stands in
        where nobody gives one, its name alone: it is the same wherever it stands.
    low, high
        The ends, as parts of the likely value, so that twice the same counts as twice.
    """

    kind: str
    of: str
    low: float
    high: float
    rank: int


class _Share(NamedTuple):
    """So much of a quantity: what it comes to at its low, likely and high."""

    low: float
    likely: float
    high: float

    def plus(self, other: _Share) -> _Share:
        return _Share(self[0] + other[0], self[1] + other[1], self[2] + other[2])

    @property
    def ends(self) -> tuple[float, float]:
        """The least and the most, also of what goes."""
        return (min(self.low, self.high), max(self.low, self.high))


_NONE = _Share(0.0, 0.0, 0.0)
_Book = dict[_Quantity, _Share]


class Sums:
    """How much the sums of a ledger change, from one life to another.

    Parameters
    ----------
    role
        Of the household, only this role's part; left out, all of it, and agents.

    Lines of the two ledgers that belong to the same thing (a step, a piece, a counter) and say
    the same quantity cancel out as far as they go; figures assumed by one rule are one
    quantity wherever they stand. What is left counts with crossed ends: what goes at its most
    where what comes is at its least.
    """

    def __init__(
        self, before: Ledger, after: Ledger, same: Identity, role: str | None = None
    ) -> None:
        self._known: dict[str, _Book] = {}
        self._unknown: dict[tuple[str, str], list[float]] = {}
        self._sides = (_Side(before, same, 0), _Side(after, same, 1))
        alike = self._alike()
        for place, side in enumerate(self._sides):
            for entry, sheet in side.ledger.sheets.items():
                wanted = role is None or side.role(entry) == role
                if wanted and entry not in alike[place]:
                    self._write(place, side, entry, sheet)

    def _alike(self) -> tuple[set[_Entry], set[_Entry]]:
        """The sheets that say the same on both sides, and need not be looked at."""
        one, other = self._sides
        rivals = {other.named(entry): entry for entry in other.ledger.sheets}
        found: tuple[set[_Entry], set[_Entry]] = (set(), set())
        for entry, sheet in one.ledger.sheets.items():
            name = one.named(entry)
            rival = rivals.get(name) if name is not None else None
            if rival is None or other.ledger.sheets[rival] != sheet:
                continue
            if one.lives(entry) == other.lives(rival):
                found[0].add(entry)
                found[1].add(rival)
        return found

    def _write(self, place: int, side: _Side, entry: _Entry, sheet: Sheet) -> None:
        for line, (kind, figure, times, sure) in enumerate(sheet):
            of = side.what(kind, entry)
            if figure is None or not sure:
                often = times or side.times(entry)
                self._unknown.setdefault((kind, of), [0.0, 0.0])[place] += often
            if figure is not None and times:
                signed = times if place else -times
                for part, many, name in side.parts(sheet, line, figure):
                    quantity = _quantity("" if name else kind, name or of, part)
                    self._count(kind, quantity, part, signed * many)

    def _count(self, kind: str, quantity: _Quantity, figure: Figure, times: float) -> None:
        book = self._known.setdefault(kind, {})
        share = _Share(figure[0] * times, figure[1] * times, figure[2] * times)
        book[quantity] = book.get(quantity, _NONE).plus(share)

    def of(self, kinds: Iterable[str], unit: str) -> Difference | None:
        """How much some kinds of lines change together; None where it cannot be said."""
        wanted = tuple(kinds)
        at_least = False
        for (kind, _), (gone, come) in self._unknown.items():
            if kind in wanted:
                if come > gone + SLIP:
                    return None
                at_least = at_least or come < gone - SLIP
        return self._added(self._together(wanted), unit, at_least=at_least)

    def _together(self, kinds: Iterable[str]) -> _Book:
        found: _Book = {}
        for kind in kinds:
            for quantity, share in self._known.get(kind, {}).items():
                found[quantity] = found.get(quantity, _NONE).plus(share)
        return found

    @staticmethod
    def _added(book: _Book, unit: str, *, at_least: bool) -> Difference:
        low = likely = high = 0.0
        rank = -1
        for one, share in book.items():
            if max(map(abs, share)) > SLIP:
                ends = share.ends
                low, likely, high = low + ends[0], likely + share.likely, high + ends[1]
                rank = max(rank, one.rank)
        status = SURENESS[rank] if rank >= 0 else None
        return Difference(tidy(low), tidy(likely), tidy(high), unit, status, at_least)


def tidy(value: float) -> float:
    """A number without the slips of the floating point, and never minus nothing.

    >>> tidy(-1e-12), tidy(0.1 + 0.2)
    (0.0, 0.3)
    """
    return round(value, 9) + 0.0


def _quantity(kind: str, of: str, figure: Figure) -> _Quantity:
    low, likely, high, rank = figure
    if rank == DEFAULT and kind in BY_DISTANCE:
        of = ""
    if not likely:
        return _Quantity(kind, of, low, high, rank)
    ends = (round(low / likely, 9), round(high / likely, 9))
    if ends == (1.0, 1.0):
        kind = of = ""  # without a range nothing hangs on what it is of
    return _Quantity(kind, of, ends[0], ends[1], rank)


class _Side:
    """One of the two ledgers, its things known by the labels that both sides share."""

    def __init__(self, ledger: Ledger, same: Identity, place: int) -> None:
        self.ledger = ledger
        self._weights = ledger.weighed.by_step
        self._parameters = ledger.parameters
        self._atlas = ledger.weighed.lived.atlas
        self._steps = _side(same.steps, place)
        self._pieces = _side(same.evidence, place)
        self._counters = _side(same.counters, place)
        groups = same.steps.groups
        self._single = {label for label, (a, b) in groups.items() if len(a) == len(b) == 1}

    @cached_property
    def _assumed(self) -> Mapping[Figure, tuple[str, ...]]:
        """Which parameters a figure is the sum of; known once the sheets are written."""
        return {figure: names for names, figure in self._parameters.sums.items()}

    def parts(self, sheet: Sheet, line: int, figure: Figure) -> Iterator[tuple[Figure, float, str]]:
        """What a figure is the sum of, each so many times; with its name where it is assumed."""
        for part, many in sheet.parts.get(line, ((figure, 1.0),)):
            names = self._assumed.get(part) if part is not None else None
            if names is not None:
                yield from ((self._parameters.figures[name], many, name) for name in names)
            elif part is not None:
                yield part, many, ""

    def named(self, entry: _Entry) -> _Entry | None:
        """An entry by the labels of its step and pieces; None of a step that has no one rival."""
        label = self._steps[entry[0]]
        if label not in self._single:
            return None
        return label, tuple(self._pieces.get(piece, piece) for piece in entry[1])

    def times(self, entry: _Entry) -> float:
        """How often a step is lived; once where nobody can say."""
        times = self._weights[entry[0]].times
        return 1.0 if times is None else times

    def lives(self, entry: _Entry) -> tuple[float | None, str]:
        """How often a step is lived, and by whom of the household."""
        weight = self._weights[entry[0]]
        return weight.times, weight.role

    def role(self, entry: _Entry) -> str:
        """Who of the household lives the step."""
        return self._weights[entry[0]].role

    def what(self, kind: str, entry: _Entry) -> str:
        """What a line is of: the counters one goes to, the pieces one hands over, the step."""
        step, pieces = entry
        if kind in GOING:
            return "at " + " ".join(sorted(set(self._goes_to(step, pieces))))
        if pieces:
            return "of " + " ".join(sorted(self._pieces.get(one, one) for one in pieces))
        return self._steps[step]

    def _goes_to(self, step: str, pieces: tuple[str, ...]) -> Iterator[str]:
        if not pieces:
            names = [way.counter for way, _ in self._weights[step].met]
        else:
            known = (self._atlas.evidence.get(piece) for piece in pieces)
            names = [one.obtain.counter for one in known if one and one.obtain]
        yield from (self._counters.get(name, name) for name in names if name)


def _side(kin: Kin, place: int) -> dict[str, str]:
    return dict(kin.after if place else kin.before)
