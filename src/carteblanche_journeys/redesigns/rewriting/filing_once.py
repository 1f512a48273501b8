"""Several filings made one: the person files once, and the bodies pass the case on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Literal

from carteblanche_journeys.graph import Dominance
from carteblanche_journeys.model import (
    Deadline,
    Link,
    Step,
    by_household,
    ways_of,
)
from carteblanche_journeys.model.frozen import FrozenMap
from carteblanche_journeys.redesigns.rewriting.behind import (
    behind,
    decided_after,
    doing,
    handed_to,
    owners_of,
)
from carteblanche_journeys.redesigns.rewriting.joined_filing import (
    OneFiling,
    joined_filing,
    only_filed,
)
from carteblanche_journeys.redesigns.rewriting.linking import led_to, with_links
from carteblanche_journeys.redesigns.rewriting.naming import made_id
from carteblanche_journeys.redesigns.variant import Variant

#: How several filings stand to each other: one comes before all others on every way; they run
#: side by side; or they are branches of one choice.
Order = Literal["after", "beside", "branches"]

RECEIVED: FrozenMap[str, str] = FrozenMap(
    {"fr": "Recevoir le dossier transmis", "en": "Receive the case passed on"}
)


def in_order(variant: Variant, steps: Iterable[str]) -> tuple[str, ...]:
    """These steps in reading order, each once."""
    among = frozenset(steps)
    return tuple(name for name in variant.net.order if name in among)


def order_of(variant: Variant, filings: Sequence[str]) -> Order | None:
    """How filings, in reading order, stand to each other; None where no one place is before all.

    >>> from carteblanche_journeys.model import Atlas, Journey
    >>> from carteblanche_journeys.redesigns.variant import begin
    >>> steps = {name: {"title": name} for name in "ab"}
    >>> order_of(begin(Journey(title="X", steps=steps), Atlas()), ["a", "b"])
    'after'
    """
    dominance = Dominance(variant.net.nearest)
    if all(dominance.holds(filings[0], one) for one in filings):
        return "after"
    arriving = [passage for one in filings for passage in variant.net.forward_in(one)]
    above = {passage.source for passage in arriving}
    first = variant.net.forward_in(filings[0])
    if len(above) != 1 or len(arriving) != len(filings) or not first:
        return None
    if variant.steps[next(iter(above))].kind == "choice":
        return None if any(passage.link.always for passage in arriving) else "branches"
    plain = not first[0].link.when and first[0].link.share is None and not first[0].link.way
    return "beside" if plain and variant.steps[filings[0]].kind != "choice" else None


def filed_once(variant: Variant, filings: Sequence[str], made: OneFiling) -> Variant:
    """The variant in which the person files once, where the first of these was filed.

    All ways of the filings lead there; it asks the union of what they asked, by facts. The
    others stay as what bodies do among themselves, an organisation carries the case to them, and
    a choice between them is theirs too.

    Parameters
    ----------
    filings
        Two or more steps in reading order that stand in some `order_of` to each other.
    """
    order = order_of(variant, filings)
    if order == "branches":
        return _before_choice(variant, filings, made)
    if variant.steps[filings[0]].kind == "choice":
        return _before_all(variant, filings, made)
    return _at_first(variant, filings, made, beside=order == "beside")


def _at_first(
    variant: Variant, filings: Sequence[str], made: OneFiling, *, beside: bool
) -> Variant:
    """One filing in the place of the first; those beside it follow it instead of its like."""
    first, others = filings[0], filings[1:]
    one = joined_filing(variant, filings, made)
    one = one.model_copy(update={"next": _with_other_doors(variant, first, one, made)})
    moved: list[Link] = []
    if beside:
        source = variant.net.forward_in(first)[0].source
        out = variant.steps[source].next or ()
        moved = [link for link in out if link.to in others and not link.back]
        kept = [link for link in out if link.to not in others or link.back]
        variant = with_links(variant, source, kept)
    one = one.model_copy(update={"next": (*(one.next or ()), *moved)})
    return _behind_all(variant.with_step(one), made, others, others, one.deadlines)


def _before_all(variant: Variant, filings: Sequence[str], made: OneFiling) -> Variant:
    """One filing in the place of a first that is a choice: that choice is then made behind it."""
    filing = only_filed(joined_filing(variant, filings, made))
    changed = _behind_all(variant, made, filings, filings[1:], filing.deadlines)
    link = made.handed_on(Link(to=filings[0], comes_from=()))
    return decided_after(changed, filing, changed.steps[filings[0]], link)


def _before_choice(variant: Variant, filings: Sequence[str], made: OneFiling) -> Variant:
    """One filing before the choice between them; that choice is no longer the person's."""
    source = variant.net.forward_in(filings[0])[0].source
    front = only_filed(joined_filing(variant, filings, made))
    changed = _behind_all(variant, made, filings, filings, front.deadlines)
    choice = changed.steps[source]
    if by_household(choice, changed.atlas):
        ways = chain.from_iterable(ways_of(variant.steps[n], variant.atlas) for n in filings)
        changed, doer = doing(changed, owners_of(ways, variant.atlas))
        changed = changed.with_step(behind(choice, doer, choice.title, changed.atlas))
    link = made.handed_on(Link(to=source, comes_from=()))
    name = made_id("depot", filings, variant.steps)
    return _with_front(changed, source, front.model_copy(update={"id": name, "next": (link,)}))


def _with_front(changed: Variant, step: str, front: Step) -> Variant:
    """The variant in which every link into a step leads to a new filing, and that to the step."""
    front = front.model_copy(update={"join": changed.steps[step].join})
    led = led_to(changed, {step: front.id})
    steps: dict[str, Step] = {}
    for name, there in led.steps.items():
        if name == step:
            steps[front.id] = front
            there = there.model_copy(update={"join": "any"})
        steps[name] = there
    return led.with_steps(steps)


def _behind_all(
    variant: Variant,
    made: OneFiling,
    steps: Sequence[str],
    passed_on: Sequence[str],
    moved: Sequence[Deadline],
) -> Variant:
    """Steps as bodies do them among themselves; to some of them the case is passed on.

    Parameters
    ----------
    moved
        Deadlines that the one filing has taken over.
    """
    bound = [one for one in moved if one.binds == "person"]
    changed = variant
    for name in steps:
        step = variant.steps[name]
        owners = owners_of(ways_of(step, variant.atlas), variant.atlas)
        changed, doer = doing(changed, owners)
        title = step.title if step.kind == "choice" else RECEIVED
        kept = tuple(one for one in step.deadlines if one not in bound)
        inside = behind(changed.steps[name], doer, title, variant.atlas)
        changed = changed.with_step(inside.model_copy(update={"deadlines": kept}))
    return handed_to(changed, passed_on, made.along, made.answer_within)


def _with_other_doors(variant: Variant, first: str, one: Step, made: OneFiling) -> tuple[Link, ...]:
    """The links out of the one filing: after the doors of others the body passes the case on."""
    out = one.next or ()
    own = {way.counter for way in ways_of(variant.steps[first], variant.atlas)}
    others = dict.fromkeys(way.counter for way in one.ways if way.counter not in own)
    by_target: dict[str, list[Link]] = {}
    for link in out:
        by_target.setdefault(link.to, []).append(link)
    more = [
        made.handed_on(there[0].model_copy(update={"way": door}))
        for there in by_target.values()
        if all(link.way is not None for link in there)
        for door in others
    ]
    return (*out, *more)
