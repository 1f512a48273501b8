"""Links that leave several steps at once, made one where they say the same."""

from __future__ import annotations

from collections.abc import Iterable

from carteblanche_journeys.model import Link


def once_each(out: Iterable[Link]) -> tuple[Link, ...]:
    """Links that no longer follow one way or another: those to one step on one condition are one.

    It carries what any of them did; the first says who carries it, unless an organisation does.

    >>> out = [Link(to="b", way="post", carries=["bail"]), Link(to="b", carries=["avis"])]
    >>> [one.carries for one in once_each(out)]
    [('bail', 'avis')]
    """
    found: dict[tuple[object, ...], Link] = {}
    for link in out:
        key = (link.to, link.when, link.always, link.share, link.back)
        known = found.get(key)
        found[key] = link if known is None else _both(known, link)
    return tuple(link.model_copy(update={"way": None}) for link in found.values())


def _both(one: Link, other: Link) -> Link:
    chosen = other if other.carried == "organisation" != one.carried else one
    together = {
        name: tuple(dict.fromkeys((*(getattr(one, name) or ()), *(getattr(other, name) or ()))))
        for name in ("carries", "comes_from")
    }
    return chosen.model_copy(update=together)
