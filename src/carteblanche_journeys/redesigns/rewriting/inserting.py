"""Steps put in: before another on every way to it, or beside the way, where they end."""

from __future__ import annotations

from carteblanche_journeys.model import Link, Step
from carteblanche_journeys.redesigns.rewriting.linking import each_link
from carteblanche_journeys.redesigns.variant import Variant


def put_before(variant: Variant, step: str, made: Step) -> Variant:
    """The variant in which every way forward to a step passes by a new one first.

    Links that go back to the step still do: what is new is not repeated. The new step waits for
    strands as the step did; it has to lead there itself (`next`).

    >>> from carteblanche_journeys.model import Atlas, Journey
    >>> from carteblanche_journeys.redesigns.variant import begin
    >>> steps = {"a": {"title": "A"}, "b": {"title": "B"}}
    >>> new = Step(id="new", title="New", next="b", comes_from=[])
    >>> put = put_before(begin(Journey(title="X", steps=steps), Atlas()), "b", new)
    >>> [passage.id for passage in put.net.passages]
    ['a->new', 'new->b']
    """
    led = each_link(
        variant,
        lambda _, link: (
            link.model_copy(update={"to": made.id}) if link.to == step and not link.back else link
        ),
    )
    steps: dict[str, Step] = {}
    for name, one in led.steps.items():
        if name == step:
            steps[made.id] = made.model_copy(update={"join": one.join})
            one = one.model_copy(update={"join": "any"})
        steps[name] = one
    return led.with_steps(steps)


def put_beside(variant: Variant, step: str, made: Step, link: Link) -> Variant:
    """The variant in which a new step follows another in any case, beside all else that does.

    Parameters
    ----------
    made
        The new step, which ends its strand; it stands right after the step in the file.
    link
        The link that leads to it.
    """
    steps: dict[str, Step] = {}
    for name, one in variant.steps.items():
        steps[name] = one
        if name == step:
            always = one.kind == "choice"
            out = (*(one.next or ()), link.model_copy(update={"to": made.id, "always": always}))
            steps[name] = one.model_copy(update={"next": out})
            steps[made.id] = made
    return variant.with_steps(steps)
