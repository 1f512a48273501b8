"""Handoffs by how often they are lived: carried by whom, acknowledged or not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from carteblanche_journeys.graph import Body, Passage
from carteblanche_journeys.measures.amounts import Amount
from carteblanche_journeys.measures.weights import Weighed
from carteblanche_journeys.model.steps import Carried

#: The body left, who carries the case, whether its arrival is confirmed.
_Carriage = tuple[Body, Carried | None, bool | None]
#: How often a step is come to with each carriage under way.
_UnderWay = dict[_Carriage, float]


@dataclass(frozen=True, slots=True)
class Relay:
    """A handoff between two bodies, and how often it is lived.

    Parameters
    ----------
    target
        The first step at the second body.
    carried, acknowledged
        None where nobody says.
    times
        Expected number; None where that cannot be said.
    """

    target: str
    before: Body
    after: Body
    carried: Carried | None
    acknowledged: bool | None
    times: float | None


def relays(weighed: Weighed) -> tuple[Relay, ...]:
    """Every handoff of a life with how often it is lived: the flow of its links.

    The body changes between a step and the next one that has a body, looking through what the
    person does alone; of what several links on the way say, the last counts. A handoff is not
    lived more often than the step where it arrives, however many strands lead there.
    """
    answers = weighed.visits.answers
    if "relays" not in answers:
        answers["relays"] = tuple(_relays(weighed))
    found: tuple[Relay, ...] = answers["relays"]
    return found


def _relays(weighed: Weighed) -> list[Relay]:
    """Every handoff: it hangs on bodies and links alone, and so is that of all who visit alike."""
    lived, found = weighed.lived, list[Relay]()
    arriving: dict[str, list[Passage]] = {name: [] for name in lived.steps}
    for passage in lived.passages:
        if not passage.link.back:
            arriving[passage.target].append(passage)
    leaving: dict[str, _UnderWay] = {}
    for name, one in lived.steps.items():
        under_way = _arrive(arriving[name], leaving, weighed)
        here = one.body if one.concerned is not False else None
        if here is None:
            leaving[name] = under_way
        else:
            found.extend(_handed(name, here, under_way, weighed))
            leaving[name] = {(here, None, None): weighed.visits.expected.get(name, 0.0)}
    return found


def _arrive(
    passages: list[Passage], leaving: Mapping[str, _UnderWay], weighed: Weighed
) -> _UnderWay:
    arrived: _UnderWay = {}
    visits = weighed.visits
    for passage in passages:
        flow, of = visits.taken.get(passage.id, 0.0), visits.expected.get(passage.source, 0.0)
        link = passage.link
        for (before, carried, sure), times in leaving.get(passage.source, {}).items():
            told = (
                before,
                carried if link.carried is None else link.carried,
                sure if link.acknowledged is None else link.acknowledged,
            )
            arrived[told] = arrived.get(told, 0.0) + (times * flow / of if of else 0.0)
    return arrived


def _handed(name: str, here: Body, under_way: _UnderWay, weighed: Weighed) -> list[Relay]:
    most = weighed.visits.expected.get(name)
    from_each: dict[Body, float] = {}
    for (before, _, _), times in under_way.items():
        from_each[before] = from_each.get(before, 0.0) + times
    return [
        Relay(name, before, here, carried, sure, _at_most(times, from_each[before], most))
        for (before, carried, sure), times in under_way.items()
        if before != here and carried != "none"
    ]


def _at_most(times: float, of: float, most: float | None) -> float | None:
    if most is None:
        return None
    return times * most / of if of > most else times


def handoff_measures(made: tuple[Relay, ...], weighed: Weighed) -> Mapping[str, Amount]:
    """The measures of handoffs: carried by the person, by an organisation, unacknowledged.

    Of a handoff of which nobody says who carries it, or whether anyone confirms its arrival,
    nothing is counted and the figure is a lower bound.
    """
    said = [(one, one.times is not None) for one in made]
    carried = sum(sure and one.carried is not None for one, sure in said)
    confirmed = sum(sure and one.acknowledged is not None for one, sure in said)
    return {
        "handoffs_person": _sum((o for o in made if o.carried == "person"), carried, made, weighed),
        "handoffs_organisation": _sum(
            (o for o in made if o.carried == "organisation"), carried, made, weighed
        ),
        "handoffs_unacknowledged": _sum(
            (o for o in made if o.acknowledged is False), confirmed, made, weighed
        ),
    }


def _sum(counted: Iterable[Relay], known: int, made: tuple[Relay, ...], weighed: Weighed) -> Amount:
    said = all(one.times is not None for one in made)
    if not said or (made and not known):
        return Amount(None, None, None, "", known, len(made))
    value = sum(one.times or 0.0 for one in counted)
    return Amount(value, value, value, "", known, len(made), weighed.status)
