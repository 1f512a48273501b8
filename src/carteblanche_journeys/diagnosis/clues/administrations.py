"""Which organisations are administrations: those that may be ordered to exchange what they hold."""

from __future__ import annotations

from collections.abc import Iterable

from carteblanche_journeys.model import Atlas

#: State, local authorities and bodies in charge of social security (CRPA, art. L. 100-3).
ADMINISTRATIONS = ("state", "local", "social-security")


def administrations(organisations: Iterable[str], atlas: Atlas) -> tuple[str, ...]:
    """Of these organisations, those known to be administrations.

    >>> atlas = Atlas(organisations={"caf": {"name": "Caf", "kind": "social-security"}})
    >>> administrations(["caf", "bank"], atlas)
    ('caf',)
    """
    known = atlas.organisations
    return tuple(
        name for name in organisations if name in known and known[name].kind in ADMINISTRATIONS
    )
