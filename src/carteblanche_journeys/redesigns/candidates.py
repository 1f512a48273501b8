"""What could be tried: every move that a finding asks for, its arguments filled."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace

from carteblanche_journeys.diagnosis import InternalFault
from carteblanche_journeys.redesigns.chosen import Chosen
from carteblanche_journeys.redesigns.move import Diagnosed, Move, Suggestion, all_moves
from carteblanche_journeys.redesigns.trial import Start, Trial, added

#: The argument by which a move links a counter to those whose services it takes over.
_LINKS = ("operators", "answer_within")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A move to try, and the fingerprints of the findings that ask for it.

    Parameters
    ----------
    naive
        Whether it is the same without its links, as well-meant projects are: tried so that one
        can read why it is set aside.
    """

    chosen: Chosen
    causes: tuple[str, ...]
    naive: bool = False

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
        linked = [name for name in _LINKS if getattr(suggestion.arguments, name, None)]
        if linked:
            bare = {name: () if name == "operators" else None for name in linked}
            said = suggestion.arguments.model_copy(update=bare)
            yield Candidate(Chosen(move, said), suggestion.causes, naive=True)


def trial_of(candidate: Candidate, start: Start) -> Trial | None:
    """A candidate made on a copy; None where it is done already, or does not fit.

    A naive one is made all the same where only its links are missing.
    """
    one, before = candidate.chosen, start.variant
    hindrances = one.hindrances(before)
    missing = all(hindrance.path[:1] and hindrance.path[0] in _LINKS for hindrance in hindrances)
    if hindrances and not (candidate.naive and missing):
        return None
    if not hindrances and one.done(before):
        return None
    after = one.move.make(before, one.arguments)
    return None if after is before else added(Trial(start), one, after, candidate.causes)
