"""What organisations pass on, they know."""

from __future__ import annotations

from carteblanche_journeys.measures import knowing
from carteblanche_journeys.model import Atlas, Journey
from carteblanche_journeys.redesigns import Variant, begin, chosen, make_one
from carteblanche_journeys.redesigns.rewriting.bodies import who_has
from carteblanche_journeys.redesigns.rewriting.sending import is_sent

ATLAS = Atlas(
    organisations={
        "mairie": {"name": "Mairie", "kind": "local"},
        "caf": {"name": "Caf", "kind": "social-security"},
        "cpam": {"name": "CPAM", "kind": "social-security"},
    },
    facts={"filiation": {"label": "Filiation"}},
    evidence={
        "acte": {"name": "Acte", "issuer": "mairie", "held_by": [], "facts": ["filiation"]},
        "rib": {"name": "RIB", "kind": "proof"},
    },
    counters={
        name: {"name": name, "owner": name, "channels": ["on-site"]}
        for name in ("mairie", "caf", "cpam")
    },
    schemes={"prime": {"name": "Prime", "reads": {"eligibility": ["filiation"]}}},
)


def began(*asked: str) -> Variant:
    """A birth declared, then the CPAM, then the Caf, which asks for these pieces."""
    steps = {
        "declarer": {"title": "Déclarer", "at": "mairie", "yields": ["acte"]},
        "rattacher": {"title": "Rattacher", "at": "cpam"},
        "demander": {"title": "Demander", "at": "caf", "asks": asked, "schemes": ["prime"]},
    }
    return begin(Journey(id="naitre/as-is", title="J'ai un enfant", steps=steps), ATLAS)


def test_the_body_knows_what_is_passed_on() -> None:
    """Before the step at which a piece was asked, the body knows the facts that it shows."""
    before = began("acte", "rib")
    after = make_one(
        before, chosen({"move": "share-evidence", "evidence": "acte", "from": "mairie",
                        "to": "demander"})
    )  # fmt: skip
    known = [knowing(v.lives[0]).knows("caf", "demander") for v in (before, after)]
    assert known == [frozenset(), {"filiation"}]
    assert is_sent(after, "acte", "demander")
    assert not is_sent(before, "acte", "demander")


def test_what_decides_is_still_read() -> None:
    """A piece that is no longer asked leaves what the scheme reads as it was."""
    after = make_one(
        began("acte"),
        chosen({"move": "share-evidence", "evidence": "acte", "from": "mairie", "to": "demander"}),
    )
    assert after.atlas.schemes["prime"] == ATLAS.schemes["prime"]


def test_the_body_knows_what_opens_a_right() -> None:
    """A right that opens without a request rests on facts that the one who decides has got."""
    written = {"move": "proactive-trigger", "scheme": "prime", "step": "declarer", "by": "mairie"}
    after = make_one(began("acte"), chosen({**written, "attribution": True}))
    assert knowing(after.lives[0]).knows("caf", "demander") == {"filiation"}


def test_who_has_a_piece_has_given_kept_or_seen_it() -> None:
    """A body has a piece once it gave it, holds it or was shown it, on a way to the step."""
    variant = began("acte")
    assert who_has(variant, "acte", "demander") == ("mairie",)
    assert who_has(variant, "acte", "declarer") == ()
    assert who_has(variant, "rib", "demander") == ()
