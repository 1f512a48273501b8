"""Links of a variant: replaced, led elsewhere, led past a step."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from carteblanche_journeys.model import Link
from carteblanche_journeys.model.frozen import FrozenMap
from carteblanche_journeys.redesigns.variant import Variant


def with_links(variant: Variant, step: str, out: Iterable[Link]) -> Variant:
    """The same with other links out of a step."""
    changed = variant.steps[step].model_copy(update={"next": tuple(out)})
    return variant.with_step(changed)


def each_link(variant: Variant, change: Callable[[str, Link], Link | None]) -> Variant:
    """The same with every link changed by a function of its source; None takes it away."""
    steps = {}
    for name, step in variant.steps.items():
        out = [change(name, link) for link in step.next or ()]
        steps[name] = step.model_copy(update={"next": tuple(x for x in out if x is not None)})
    return variant.with_steps(steps)


def led_to(variant: Variant, instead: Mapping[str, str]) -> Variant:
    """The same with links that led to a step leading to another instead.

    Two links that now join the same steps on the same condition become one.
    """
    changed = each_link(
        variant,
        lambda _, link: (
            link.model_copy(update={"to": instead[link.to]}) if link.to in instead else link
        ),
    )
    return with_steps_joined(changed)


def with_steps_joined(variant: Variant) -> Variant:
    """The same with links that say the same made one, its origins those of all."""
    steps = {}
    for name, step in variant.steps.items():
        steps[name] = step.model_copy(update={"next": joined(step.next or ())})
    return variant.with_steps(steps)


def joined(out: Iterable[Link]) -> tuple[Link, ...]:
    """Links of one step; those that differ only in where they come from become one.

    >>> out = [Link(to="b", comes_from=["a->b"]), Link(to="b", comes_from=["x->b"])]
    >>> [one.comes_from for one in joined(out)]
    [('a->b', 'x->b')]
    """
    found: dict[Link, tuple[str, ...]] = {}
    for link in out:
        plain = link.model_copy(update={"comes_from": None})
        found[plain] = (*found.get(plain, ()), *(link.comes_from or ()))
    return tuple(
        plain.model_copy(update={"comes_from": tuple(dict.fromkeys(origins))})
        for plain, origins in found.items()
    )


def through(before: Link, after: Link) -> Link:
    """One link in place of two that followed each other, the step between being gone.

    Its condition is both; its share that of the first, else of the second; who carries the
    case, with what, is what the second says, else the first. What it comes from is both.
    """
    said = {
        name: getattr(after, name)
        for name in ("carried", "carries", "acknowledged", "answer_within", "because", "label")
        if getattr(after, name) not in (None, ())
    }
    said |= {"when": FrozenMap({**after.when, **before.when}), "share": before.share or after.share}
    origins = (*(before.comes_from or ()), *(after.comes_from or ()))
    return before.model_copy(
        update={**said, "to": after.to, "comes_from": tuple(dict.fromkeys(origins))}
    )
