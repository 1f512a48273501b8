"""What could be tried: every move that a finding asks for, its arguments filled."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from carteblanche_journeys.diagnosis import InternalFault
from carteblanche_journeys.model import Link
from carteblanche_journeys.model.values import Value
from carteblanche_journeys.redesigns.chosen import Chosen
from carteblanche_journeys.redesigns.move import Diagnosed, Move, Suggestion, all_moves
from carteblanche_journeys.redesigns.proposals.trial import Start, Trial, added
from carteblanche_journeys.redesigns.rewriting.linking import each_link
from carteblanche_journeys.redesigns.variant import Variant

#: The arguments by which a move links a counter to those whose services it takes over.
_LINKS = ("operators", "answer_within")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A move to try, and the fingerprints of the findings that ask for it.

    Parameters
    ----------
    linked
        Of a candidate without links, as well-meant projects are, the same with them. It is
        tried so that one can read why it is set aside.
    """

    chosen: Chosen
    causes: tuple[str, ...]
    linked: Chosen | None = None

    @property
    def key(self) -> str:
        """What makes two candidates one: the move and its arguments."""
        return json.dumps(self.chosen.written, sort_keys=True, ensure_ascii=False)


def candidates(
    diagnosed: Diagnosed,
) -> tuple[tuple[Candidate, ...], tuple[InternalFault, ...]]:
    """Each candidate once, in canonical order of moves; and the moves that failed to propose."""
    found: dict[str, Candidate] = {}
    faults: list[InternalFault] = []
    for move in all_moves():
        try:
            suggestions = tuple(move.suggest(diagnosed))
        except Exception as problem:
            faults.append(fault_of(move.name, diagnosed.variant.journey.id, problem))
            continue
        for one in _each(move, suggestions):
            known = found.get(one.key)
            causes = (*(known.causes if known else ()), *one.causes)
            found[one.key] = replace(known or one, causes=tuple(dict.fromkeys(causes)))
    return tuple(found.values()), tuple(faults)


def fault_of(move: str, journey: str, problem: Exception) -> InternalFault:
    """A move that failed: a fault of ours, said with its name; the others go on."""
    return InternalFault(move, journey, "", f"{type(problem).__name__}: {problem}")


def _each(move: Move, suggestions: tuple[Suggestion, ...]) -> Iterator[Candidate]:
    for suggestion in suggestions:
        whole = Chosen(move, suggestion.arguments)
        yield Candidate(whole, suggestion.causes)
        links = [name for name in _LINKS if getattr(suggestion.arguments, name, None)]
        if links:
            bare = _without(suggestion.arguments, links)
            yield Candidate(Chosen(move, bare), suggestion.causes, whole)


def _without(arguments: Value, names: Collection[str]) -> Value:
    """Arguments as if some had never been given."""
    said = arguments.model_fields_set - set(names)
    fields = type(arguments).model_fields
    plain = {name: fields[name].get_default() for name in names}
    changed = arguments.model_copy(update=plain)
    return type(arguments).model_construct(_fields_set=said, **dict(changed))


def trial_of(candidate: Candidate, start: Start) -> Trial | None:
    """A candidate made on a copy; None where it is done already, or does not fit."""
    before, made = start.variant, candidate.linked or candidate.chosen
    if made.hindrances(before) or made.done(before):
        return None
    after = made.move.make(before, made.arguments)
    if after is before:
        return None
    if candidate.linked is not None:
        after = _unlinked(before, after)
    return added(Trial(start), candidate.chosen, after, candidate.causes)


def _unlinked(before: Variant, after: Variant) -> Variant:
    """What a move yields, without what links a counter to those who decide behind it."""
    counters = [
        one.model_copy(update={"operators": ()})
        for name, one in after.journey.additions.counters.items()
        if one.operators and one != before.atlas.counters.get(name)
    ]
    plain = after.with_things("counters", *counters)

    def without_time(step: str, link: Link) -> Link:
        known = f"{step}->{link.to}" in {passage.id for passage in before.net.passages}
        return link if known else link.model_copy(update={"answer_within": None})

    return each_link(plain, without_time)
