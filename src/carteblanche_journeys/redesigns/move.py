"""What a move is: one typed change of a journey, in one file of `moves/`.

A move file holds its name, its arguments, prose in French and English, what it costs those who
make it, and four functions: whether it is done already, whether it fits, how it is made, and
which findings ask for it. No list names the moves: a file that is there counts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import lru_cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Any, Literal

from carteblanche_journeys.diagnosis import Finding
from carteblanche_journeys.diagnosis.books import Books
from carteblanche_journeys.errors import UnknownName
from carteblanche_journeys.model.values import Value
from carteblanche_journeys.redesigns.consequences import Assumption, Cost, LegalNeed, Worse
from carteblanche_journeys.redesigns.hindrance import Hindrance
from carteblanche_journeys.redesigns.prose import MoveProse
from carteblanche_journeys.redesigns.variant import Variant

#: What a move does to work, in the order in which it should be tried: a step that goes need
#: not be made easier, and what is easy need not be automated (Reijers & Liman Mansar 2005,
#: and the order "eliminate, simplify, standardise, automate" of practitioners).
EFFECTS = ("eliminate", "simplify", "support", "automate")
Effect = Literal["eliminate", "simplify", "support", "automate"]
Undoing = Literal["easy", "costly", "lasting"]


@dataclass(frozen=True, eq=False)
class Diagnosed:
    """A variant with what its diagnosis found: what moves look at to propose themselves.

    Parameters
    ----------
    findings
        The faults of this journey (questions are none), the gravest first.
    """

    variant: Variant
    findings: tuple[Finding, ...]
    books: Books = field(default_factory=Books, repr=False)

    def of(self, *rules: str) -> Iterator[Finding]:
        """The findings of these rules, those told by another rule for the same cause too."""
        for finding in self.findings:
            if finding.rule in rules or any(rule in finding.also for rule in rules):
                yield finding


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Arguments with which a move could mend something.

    `causes` are the fingerprints of the findings that ask for it, the first of them the one
    under which it is proposed.
    """

    arguments: Value
    causes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """One typed change of a journey.

    Parameters
    ----------
    name
        That of its file, with `-` for `_`; also what a redesign calls it.
    source
        Its number in our catalogue, then the heuristics it rests on.
    arguments
        The type of its arguments: a frozen model whose fields are marked with what they name.
    order
        Its place in the canonical order: of moves that touch each other the lower comes first.
    effect
        Eliminates, simplifies, supports or automates: breaks ties between proposals.
    answers
        Rules whose findings it may mend.
    done
        Whether the journey is so already: then nothing changes.
    fits
        What is in the way of it; nothing where it fits. Only asked if it is not done.
    make
        The variant with the change made; only called where it fits.
    suggest
        Arguments filled from the findings of a diagnosis.
    worse, legal, cost
        What it costs those who make it, for a variant before the move and its arguments.
    undoing
        How one goes back: easily, at a cost, or not without a lasting loss.
    assumes
        Figures it supposes where nobody gives them.
    """

    name: str
    source: tuple[str, ...]
    arguments: type[Value]
    order: int
    effect: Effect
    answers: tuple[str, ...]
    prose: Mapping[str, MoveProse]
    done: Callable[[Variant, Any], bool]
    fits: Callable[[Variant, Any], Iterator[Hindrance]]
    make: Callable[[Variant, Any], Variant]
    suggest: Callable[[Diagnosed], Iterator[Suggestion]]
    worse: Callable[[Variant, Any], tuple[Worse, ...]]
    legal: Callable[[Variant, Any], tuple[LegalNeed, ...]]
    cost: Callable[[Variant, Any], Cost]
    undoing: Undoing
    assumes: tuple[Assumption, ...] = ()


@lru_cache(maxsize=1)
def all_moves() -> tuple[Move, ...]:
    """Every move there is, in canonical order: each module of `moves/` holds one, called MOVE.

    >>> "drop" in [move.name for move in all_moves()]
    True
    """
    package = import_module(f"{__package__}.moves")
    names = sorted(found.name for found in iter_modules(package.__path__))
    every = (import_module(f"{package.__name__}.{name}").MOVE for name in names)
    return tuple(sorted(every, key=lambda move: (move.order, move.name)))


def move_names() -> frozenset[str]:
    """The names of all moves: what a redesign may call."""
    return frozenset(move.name for move in all_moves())


def move_named(name: str) -> Move:
    """The move of that name.

    Raises
    ------
    UnknownName
        Where there is none; says which one may have been meant.

    >>> move_named("merge-counter")
    Traceback (most recent call last):
    carteblanche_journeys.errors.UnknownName: no move 'merge-counter'; did you mean \
'merge-counters'?
    """
    for one in all_moves():
        if one.name == name:
            return one
    near = get_close_matches(name, sorted(move_names()), n=1)
    known = f"did you mean '{near[0]}'?" if near else f"there is: {', '.join(sorted(move_names()))}"
    raise UnknownName(f"no move '{name}'; {known}")
