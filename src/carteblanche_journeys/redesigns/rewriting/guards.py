"""What no move may take away: asked of a variant, whoever lives it."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from carteblanche_journeys.diagnosis import Finding, all_rules, diagnose
from carteblanche_journeys.model import (
    Deadline,
    Step,
    all_asks,
    all_yields,
    counters_of,
    schemes_of,
    ways_of,
)
from carteblanche_journeys.model.frozen import FrozenMap
from carteblanche_journeys.model.steps import Moment
from carteblanche_journeys.redesigns.variant import Variant

#: Channels on which one meets, or talks to, somebody.
HUMAN = frozenset(("on-site", "phone", "stop", "home"))
#: What shows that something was looked at: nobody may do without that by the way.
EXAMINED = ("assessment", "decision")
#: A branch that is closed to someone is not the fault of a move; it may be so on purpose.
_WALK = tuple(
    rule.name for rule in all_rules() if rule.kind == "structural" and rule.name != "closed-choice"
)


def is_appeal(variant: Variant, step: str) -> bool:
    """Whether a refusal leads to a step, or names it as its appeal."""
    refusals = (one for one in variant.steps.values() if one.result == "refused")
    return any(
        one.appeal == step or any(link.to == step for link in one.next or ()) for one in refusals
    )


def by_law(variant: Variant, step: str) -> bool:
    """Whether the law asks for a step, or for its place in the order."""
    around = (*variant.passages_into(step), *variant.passages_out(step))
    own = variant.steps[step].law is not None
    return own or any(one.link.because == "law" for one in around)


def binds_person(step: Step) -> bool:
    """Whether the person has to do a step by some time, or loses something.

    >>> late = {"within": "5 d", "if_missed": "The court is asked."}
    >>> binds_person(Step(title="Declare", deadlines=[late]))
    True
    >>> binds_person(Step(title="Decide", deadlines=[{"within": "2 mo", "binds": "organisation"}]))
    False
    """
    return any(
        one.binds != "organisation" and (one.binds == "person" or one.if_missed or one.law)
        for one in step.deadlines
    )


def counted_from(variant: Variant, step: str) -> tuple[str, ...]:
    """The steps with a deadline, or a date, that is counted from a step."""
    return tuple(
        name
        for name, one in variant.steps.items()
        if name != step and any(step in (m.step, m.branch) for m in _moments(one))
    )


def _moments(step: Step) -> list[Moment]:
    found = [moment for one in step.deadlines for moment in _moments_of(one)]
    if step.happens is not None and step.happens.of is not None:
        found.append(step.happens.of)
    return found


def _moments_of(deadline: Deadline) -> list[Moment]:
    before = [deadline.before.of] if deadline.before is not None else []
    return [*before, *([deadline.of] if deadline.of is not None else [])]


def only_human(variant: Variant, step: str) -> bool:
    """Whether at a step one meets or calls somebody, and at no other of the journey."""
    return _is_human(variant, step) and not any(
        _is_human(variant, name) for name in variant.steps if name != step
    )


def _is_human(variant: Variant, step: str) -> bool:
    one = variant.steps[step]
    return one.nature == "procedure" and any(
        way.counter is not None and way.done_by is None and way.channel in {*HUMAN, None}
        for way in ways_of(one, variant.atlas)
    )


def needed_elsewhere(variant: Variant, step: str) -> tuple[str, ...]:
    """The pieces that a step yields and that another step asks for, or a link carries on."""
    asked = {
        piece
        for name, one in variant.steps.items()
        if name != step
        for ask in all_asks(one)
        for piece in ask.pieces
    }
    carried = {one for passage in variant.net.passages for one in passage.link.carries}
    own = all_yields(variant.steps[step])
    return tuple(piece for piece in own if piece in asked or piece in carried)


def examined_at(variant: Variant, step: str) -> tuple[str, ...]:
    """The assessments and decisions that a step yields: there somebody looks at the request."""
    known = variant.atlas.evidence
    return tuple(
        piece
        for piece in all_yields(variant.steps[step])
        if piece in known and known[piece].kind in EXAMINED
    )


def handed_in_only_here(variant: Variant, step: str) -> tuple[str, ...]:
    """The schemes for which a step is the only one at a counter that receives or decides."""
    return tuple(
        scheme
        for scheme in schemes_of(variant.steps[step], variant.atlas)
        if _receives(variant, step, scheme)
        and not any(_receives(variant, name, scheme) for name in variant.steps if name != step)
    )


def _receives(variant: Variant, step: str, scheme: str) -> bool:
    one = variant.steps[step]
    counters = (variant.atlas.counters.get(name) for name in counters_of(one))
    levels = [counter.level(scheme) for counter in counters if counter is not None]
    return scheme in schemes_of(one, variant.atlas) and any(
        level in ("receives", "decides", None) for level in levels
    )


def newly_broken(before: Variant, after: Variant) -> tuple[Finding, ...]:
    """What stands in the way of walking a variant, and did not before a change.

    Told by rule, and not by place: a step that goes takes its name with it.

    >>> from carteblanche_journeys.model import Atlas, Journey
    >>> from carteblanche_journeys.redesigns.variant import begin
    >>> steps = {"a": {"title": "A"}, "b": {"title": "B"}}
    >>> before = begin(Journey(id="x/as-is", title="X", steps=steps), Atlas())
    >>> cut = before.with_step(before.steps["a"].model_copy(update={"next": ()}))
    >>> [one.rule for one in newly_broken(before, cut)]
    ['loose-end', 'unreached-step']
    """
    had = Counter(one.rule for one in _broken(before))
    found = _broken(after)
    return tuple(one for one in found if had[one.rule] < sum(two.rule == one.rule for two in found))


@lru_cache(maxsize=8)
def _broken(variant: Variant) -> tuple[Finding, ...]:
    journey = variant.journey
    every = FrozenMap({**variant.base.journeys, journey.id: journey})
    atlas = variant.base.model_copy(update={"journeys": every})
    return diagnose(atlas, [journey.id], rules=_WALK).findings
