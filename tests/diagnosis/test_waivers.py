"""Waivers: what they cover, until when, and when they are of no use."""

from collections.abc import Callable
from datetime import date

import pytest

from carteblanche_journeys.diagnosis import diagnose
from carteblanche_journeys.model import Atlas

TODAY = date(2026, 3, 31)


States = list[tuple[tuple[str, ...], bool]]


@pytest.fixture
def waived(atlas_with: Callable[..., Atlas]) -> Callable[..., States]:
    """Of each courier finding under some waivers: its journeys and whether it is waived."""

    def look(*waivers: dict, territory: str | None = None) -> States:
        atlas = atlas_with(waivers=waivers, territory=territory)
        found = diagnose(atlas, rules=["user-as-courier"], today=TODAY).findings
        return [(finding.journeys, finding.waived is not None) for finding in found]

    return look


BOTH = ("demenager/as-is", "revenir/as-is")


@pytest.mark.parametrize(
    ("waiver", "accepted"),
    [
        ({}, True),
        ({"at": ["certificat"]}, True),
        ({"at": ["residence", "caf", "lea", "demenager/as-is"]}, False),
        ({"at": ["cpam"]}, False),
        ({"until": "2026-03-31"}, True),
        ({"until": "2026-03-30"}, False),
        ({"territory": "cahors"}, False),
        ({"rule": "loose-end"}, False),
    ],
)
def test_a_waiver_covers_what_it_names(
    waiver: dict, accepted: bool, waived: Callable[..., States]
) -> None:
    """A waiver accepts the findings of its rule that name all its ids, until its last day."""
    given = {"rule": "user-as-courier", "reason": "Accepté en atelier.", **waiver}
    states = dict(waived(given))
    assert states.get(BOTH, False) is accepted


def test_a_finding_may_be_waived_in_one_journey_only(waived: Callable[..., States]) -> None:
    """Where it is accepted it is waived, elsewhere it counts."""
    one = {"rule": "user-as-courier", "reason": "Voulu.", "at": ["demenager/as-is"]}
    assert sorted(waived(one)) == [(("demenager/as-is",), True), (("revenir/as-is",), False)]


def test_a_waiver_of_a_territory_holds_there(waived: Callable[..., States]) -> None:
    """In its territory a waiver holds."""
    one = {"rule": "user-as-courier", "reason": "Ici.", "territory": "cahors"}
    assert waived(one, territory="cahors") == [(BOTH, True)]


def test_expired_and_unused_waivers_are_told(atlas_with: Callable[..., Atlas]) -> None:
    """A waiver whose day has passed, and one that covers nothing, are not passed over."""
    old = {"rule": "user-as-courier", "reason": "Vieux.", "until": "2025-01-01"}
    idle = {"rule": "loose-end", "reason": "Rien."}
    diagnosis = diagnose(atlas_with(waivers=[old, idle]), today=TODAY)
    assert [waiver.reason for waiver in diagnosis.expired_waivers] == ["Vieux."]
    assert [waiver.reason for waiver in diagnosis.unused_waivers] == ["Rien."]


def test_a_waiver_is_not_called_unused_by_a_partial_look(atlas_with: Callable[..., Atlas]) -> None:
    """A look at one rule says nothing about waivers of the others."""
    idle = {"rule": "loose-end", "reason": "Rien."}
    partial = diagnose(atlas_with(waivers=[idle]), rules=["user-as-courier"], today=TODAY)
    assert partial.unused_waivers == ()
