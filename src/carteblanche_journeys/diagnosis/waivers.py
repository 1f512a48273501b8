"""Waivers: findings that someone accepts, for a reason, until a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from carteblanche_journeys.diagnosis.finding import Finding
from carteblanche_journeys.model import Atlas, Journey, Waiver


def waivers_for(journey: Journey, atlas: Atlas) -> tuple[Waiver, ...]:
    """The waivers that may hold in a journey: its own, then the atlas's for its territory."""
    place = journey.territory or atlas.territory
    every = (*journey.waivers, *atlas.waivers)
    return tuple(w for w in every if w.territory is None or w.territory == place)


def expired(waiver: Waiver, today: date | None) -> bool:
    """Whether its last day has passed; without a day to compare, nothing has.

    >>> expired(Waiver(rule="loose-end", reason="Atelier", until="2018-01-31"), date(2018, 2, 1))
    True
    """
    return waiver.until is not None and today is not None and waiver.until < today


def covers(waiver: Waiver, finding: Finding) -> bool:
    """Whether a waiver is about a finding: its rule, and every id it names among the places.

    Journeys and personas count as places too; a waiver that names none covers them all.
    """
    named = finding.where.ids.union(finding.journeys, finding.personas)
    return waiver.rule == finding.rule and set(waiver.at) <= named


def waive(finding: Finding, waivers: Iterable[Waiver], today: date | None) -> Finding:
    """The finding with the first waiver in force that covers it, or as it is."""
    for waiver in waivers:
        if covers(waiver, finding) and not expired(waiver, today):
            return replace(finding, waived=waiver)
    return finding
