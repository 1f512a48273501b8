"""Which counter that may do more still lies ahead of a contact, for the same scheme."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from carteblanche_journeys.diagnosis.clues.doors import house_of
from carteblanche_journeys.graph import Lived, Passage
from carteblanche_journeys.measures import contacts
from carteblanche_journeys.model import LEVELS, Counter, Step, all_asks, all_yields, schemes_of


@dataclass(frozen=True, slots=True)
class Beyond:
    """A contact, and a later one at a counter of another organisation that may do more.

    Parameters
    ----------
    counter
        Where the person stands first.
    target
        The later step; the nearest of them.
    surely
        Whether everyone who passes the first goes on to such a counter.
    """

    step: str
    counter: Counter
    scheme: str
    target: str
    surely: bool


#: From a step, for one scheme: the next competent contact, whose house it is, and whether surely.
_Ahead = tuple[str, str, bool]


def competent_beyond(lived: Lived) -> Iterator[Beyond]:
    """Contacts that inform or receive for a scheme, where the person must go on to a decider.

    Not where an organisation carries the case on from the contact, nor where the counter has
    the other organisation among its operators. One sweep per scheme for which counters of
    several levels are met, for each level but the last.
    """
    met = _met(lived)
    ahead_of: dict[str, list[Passage]] = {}
    for passage in lived.passages:
        if not passage.link.back:
            ahead_of.setdefault(passage.source, []).append(passage)
    for scheme, there in met.items():
        levels = {level for level, _ in there.values()}
        for level in sorted(levels - {max(levels)}):
            yield from _from_level(level, scheme, there, ahead_of, lived)


def _met(lived: Lived) -> Mapping[str, dict[str, tuple[int, Counter]]]:
    """By scheme, the steps where a counter that can do something for it is met, and how much."""
    met: dict[str, dict[str, tuple[int, Counter]]] = {}
    for contact in contacts(lived):
        counter = lived.atlas.counters.get(contact.way.counter or "")
        if counter is None:
            continue
        step = lived.steps[contact.step].step
        pursued = schemes_of(step, lived.atlas)
        unsaid = _unsaid_generalist(counter, pursued, step)
        for scheme in pursued or counter.competence:
            level = "informs" if unsaid else counter.level(scheme)
            if level is not None:
                met.setdefault(scheme, {})[contact.step] = (LEVELS.index(level), counter)
    return met


def _unsaid_generalist(counter: Counter, pursued: tuple[str, ...], step: Step) -> bool:
    """Whether one comes with several matters to a counter of which nobody says what it may do.

    Nothing is asked or given there: it can do no more than listen and inform.
    """
    nothing = not all_asks(step) and not all_yields(step)
    return not counter.competence and len(pursued) > 1 and nothing


def _from_level(
    level: int,
    scheme: str,
    there: Mapping[str, tuple[int, Counter]],
    ahead_of: Mapping[str, list[Passage]],
    lived: Lived,
) -> Iterator[Beyond]:
    ahead: dict[str, _Ahead] = {}
    found: list[Beyond] = []
    for name in reversed(list(lived.steps)):
        onward = [p for p in ahead_of.get(name, []) if p.link.carried != "organisation"]
        reached = _next(name, onward, ahead, lived)
        here, counter = there.get(name, (-1, None))
        if counter is not None and here == level and _stands_before(name, counter, reached, lived):
            passed_on = len(onward) < len(ahead_of.get(name, []))
            if reached and not passed_on:
                found.append(Beyond(name, counter, scheme, reached[0], reached[2]))
        if counter is not None and here > level:
            reached = (name, _body(name, counter, lived), True)
        if reached:
            ahead[name] = reached
    yield from reversed(found)


def _next(
    name: str, onward: list[Passage], ahead: Mapping[str, _Ahead], lived: Lived
) -> _Ahead | None:
    """The competent contact that comes next, and whether everyone gets there."""
    reaching = [p for p in onward if p.target in ahead]
    if not reaching:
        return None
    target, owner, _ = ahead[reaching[0].target]
    if lived.steps[name].step.kind == "choice":
        branches = [p for p in onward if not p.link.always and not _gives_up(p, lived)]
        surely = all(p.target in ahead and ahead[p.target][2] for p in branches)
        surely = surely or any(ahead[p.target][2] for p in reaching if p.link.always)
    else:
        surely = any(ahead[p.target][2] for p in reaching if p.link.share is None)
    return target, owner, surely


def _gives_up(passage: Passage, lived: Lived) -> bool:
    return lived.steps[passage.target].step.result == "gave-up"


def _body(name: str, counter: Counter, lived: Lived) -> str:
    """The organisation that answers at a step: the one accountable, else the counter's owner."""
    accountable = lived.steps[name].step.accountable
    return accountable[0] if accountable else counter.owner


def _stands_before(name: str, counter: Counter, reached: _Ahead | None, lived: Lived) -> bool:
    """Whether what comes next is another organisation, to which the counter has no link."""
    if reached is None:
        return False
    owner = reached[1]
    if any(operator.organisation == owner for operator in counter.operators):
        return False
    here = _body(name, counter, lived)
    return house_of(here, lived.atlas) != house_of(owner, lived.atlas)
