"""What a rule is: one fault, in one file of `rules/`, found by walking that package.

A rule file holds its name, severity, prose in French and English, two example journeys and
the function that finds the fault. No list names the rules: a file that is there counts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import lru_cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Literal

from carteblanche_journeys.diagnosis.books import Books
from carteblanche_journeys.diagnosis.clues.branches import Branches
from carteblanche_journeys.diagnosis.clues.courier import Carrying
from carteblanche_journeys.diagnosis.finding import Confidence, Kind, Mention, Where
from carteblanche_journeys.diagnosis.prose import Prose
from carteblanche_journeys.diagnosis.stake import NOTHING, Stake
from carteblanche_journeys.errors import UnknownName
from carteblanche_journeys.graph import Lived, Network
from carteblanche_journeys.measures import Knowing, Ledger, Visits, status_of
from carteblanche_journeys.model import Atlas, Journey
from carteblanche_journeys.model.frozen import FrozenMap
from carteblanche_journeys.model.values import EMPTY, Thing
from carteblanche_journeys.model.waivers import Severity

Scope = Literal["journey", "persona", "atlas"]


@dataclass(frozen=True, eq=False)
class Case:
    """What a rule looks at: one journey, as the personas at hand live it.

    Parameters
    ----------
    lives
        The journey as each persona lives it; one life for a rule of scope `persona`. For a rule
        of scope `atlas`, every as-is journey that one persona lives.
    figures
        The thresholds of the rule, by name.
    books
        What measures say of these lives.
    """

    atlas: Atlas
    journey: Journey
    net: Network = field(repr=False)
    lives: tuple[Lived, ...] = field(repr=False)
    figures: Mapping[str, float] = field(default=EMPTY)
    books: Books = field(default_factory=Books, repr=False)

    @property
    def lived(self) -> Lived:
        """The journey as the persona at hand lives it."""
        return self.lives[0]

    @property
    def visits(self) -> Visits:
        """How often the persona at hand lives each step."""
        return self.books.visits(self.lived)

    @property
    def ledger(self) -> Ledger:
        """What each step costs the persona at hand."""
        return self.books.ledger(self.lived)

    @property
    def knowing(self) -> Knowing:
        """What each organisation knows before each step, on the way of the persona at hand."""
        return self.books.knowing(self.lived)

    @property
    def branches(self) -> Branches:
        """Which steps stand on different branches of a choice, so that nobody lives both."""
        return self.books.branches(self.net)

    def apart(self, one: str, other: str) -> bool:
        """Whether the persona at hand lives at most one of two steps: the choices exclude it."""
        leads = self.knowing.comes_before
        return not (leads(one, other) or leads(other, one)) and self.branches.apart(one, other)

    @property
    def carryings(self) -> tuple[Carrying, ...]:
        """The pieces that the persona at hand carries from one body to another."""
        return self.books.carryings(self.lived, self.apart)

    def here(self, *ids: str) -> str:
        """The cause of a fault that belongs to this journey alone."""
        return " ".join((self.journey.id, *ids))

    def sureness(self, *things: Thing) -> Confidence:
        """High, or medium where one of the steps or asks at hand is itself unsure."""
        marks = (status_of(thing, self.journey) for thing in things)
        unsure = any(mark in ("assumed", "to-verify", "default") for mark in marks)
        return "medium" if unsure else "high"


@dataclass(frozen=True, slots=True)
class Draft:
    """What a rule saw at one place; the runner makes findings of drafts.

    Parameters
    ----------
    cause
        What makes it one finding: drafts of equal cause become one, their places joined.
    values
        What the prose names: mentions, or numbers.
    variant
        Which form of the prose tells it.
    kind
        Left out: the rule's own.
    lower
        How many severities lower it counts than the rule says.
    stake
        What a person would be spared, were it mended: what the finding costs is made of it.
    topics
        What it is about, for precedence between rules that tell one cause, such as
        `purpose:logement`; its links are topics in any case.
    journey
        Where a rule looks at several journeys, that of `where` and `stake`; left out: the case's.
    """

    cause: str
    where: Where
    values: Mapping[str, Mention | float] = field(default=EMPTY)
    variant: str = ""
    kind: Kind | None = None
    confidence: Confidence = "high"
    lower: int = 0
    stake: Stake = NOTHING
    topics: tuple[str, ...] = ()
    journey: str = ""


@dataclass(frozen=True, slots=True)
class Threshold:
    """A figure of a rule that `rules: {thresholds: …}` of atlas.yml may change, and its source."""

    value: float
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One fault: how to find it, and all that is to be said about it.

    Parameters
    ----------
    name
        That of its file, with `-` for `_`; also what waivers and settings call it.
    source
        Its number in our catalogue, then the texts it rests on.
    scope
        `persona`: looked for once per distinct life; `journey`: once per journey; `atlas`: once
        per persona, over all the journeys it lives.
    prose
        By language.
    bad, good
        Two tiny atlases, file by file: the first has the fault, the second does not.
    gives_way_to
        Rules that tell the same cause better: on a topic of theirs this one keeps silent.
    rivals
        Rules of which, on one topic, the one with more places tells the cause for both.
    """

    name: str
    severity: Severity
    source: tuple[str, ...]
    prose: Mapping[str, Prose]
    bad: str
    good: str
    find: Callable[[Case], Iterator[Draft]]
    kind: Kind = "fault"
    scope: Scope = "persona"
    thresholds: Mapping[str, Threshold] = field(default=EMPTY)
    gives_way_to: tuple[str, ...] = ()
    rivals: tuple[str, ...] = ()

    def figures(self, atlas: Atlas) -> Mapping[str, float]:
        """Its thresholds, by name: those of the atlas, else its own."""
        own = {name: threshold.value for name, threshold in self.thresholds.items()}
        return FrozenMap({**own, **atlas.rules.thresholds.get(self.name, {})})


@lru_cache(maxsize=1)
def all_rules() -> tuple[Rule, ...]:
    """Every rule there is, by name: each module of `rules/` holds one, called RULE.

    >>> "loose-end" in [rule.name for rule in all_rules()]
    True
    """
    package = import_module(f"{__package__}.rules")
    names = sorted(found.name for found in iter_modules(package.__path__))
    return tuple(import_module(f"{package.__name__}.{name}").RULE for name in names)


def rule_names() -> frozenset[str]:
    """The names of all rules: what settings, waivers and `--rule` may name."""
    return frozenset(rule.name for rule in all_rules())


def rule_named(name: str) -> Rule:
    """The rule of that name.

    Raises
    ------
    UnknownName
        Where there is none; says which one may have been meant.

    >>> rule_named("loose-ends")
    Traceback (most recent call last):
    carteblanche_journeys.errors.UnknownName: no rule 'loose-ends'; did you mean 'loose-end'?
    """
    for one in all_rules():
        if one.name == name:
            return one
    near = get_close_matches(name, sorted(rule_names()), n=1)
    known = f"did you mean '{near[0]}'?" if near else f"there is: {', '.join(sorted(rule_names()))}"
    raise UnknownName(f"no rule '{name}'; {known}")
