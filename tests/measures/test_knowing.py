"""Knowing: what an organisation holds before a step, and what it cannot hold yet."""

from __future__ import annotations

from typing import Any

from hypothesis import given

from carteblanche_journeys.graph import Body, Lived, live
from carteblanche_journeys.measures import knowing
from carteblanche_journeys.model import Atlas, Journey, Persona
from strategies import atlases

ATLAS = Atlas(
    organisations={
        "caf": {"name": "CAF", "kind": "social-security"},
        "dgfip": {"name": "Impôts", "kind": "state"},
        "mairie": {"name": "Mairie", "kind": "local", "many": True},
    },
    actors={"comptable": {"name": "Comptable", "kind": "professional"}},
    counters={
        "caf": {"name": "CAF", "owner": "caf", "channels": ["on-site"]},
        "impots": {"name": "Impôts", "owner": "dgfip", "channels": ["online"]},
        "etat-civil": {"name": "État civil", "owner": "mairie", "channels": ["on-site"]},
    },
    facts={
        "revenus": {"label": "Revenus", "held_by": "dgfip"},
        "adresse": {"label": "Adresse"},
        "nom": {"label": "Nom"},
        "naissance": {"label": "Naissance", "held_by": "mairie"},
    },
    evidence={
        "avis": {"name": "Avis d'imposition", "issuer": "dgfip", "facts": ["revenus", "nom"]},
        "identite": {"name": "Carte d'identité", "issuer": "mairie", "facts": ["nom"]},
        "facture": {"name": "Facture", "facts": ["adresse", "nom"]},
        "quittance": {"name": "Quittance", "facts": ["adresse"]},
        "demande": {"name": "Demande", "kind": "form", "issuer": "caf", "facts": ["adresse"]},
        "decision": {"name": "Décision", "issuer": "caf", "facts": ["nom"]},
    },
)


def lived(**steps: dict[str, Any]) -> Lived:
    """An invented journey as Zoé lives it."""
    long = {name: {"title": name, **step} for name, step in steps.items()}
    return live(Journey(id="essai/as-is", title="Essai", steps=long), ATLAS, Persona(name="Zoé"))


def test_an_organisation_knows_what_it_holds() -> None:
    """The facts said to be held by it, and those of the pieces it issues; not of its forms."""
    known = knowing(lived(a={"at": "caf"}))
    assert known.knows("dgfip", "a") == {"revenus", "nom"}
    assert known.knows("caf", "a") == {"nom"}


def test_what_is_told_is_known_from_the_next_step_on() -> None:
    """Not at the step itself; and by that organisation alone."""
    known = knowing(lived(a={"at": "impots", "tells": ["adresse"]}, b={"at": "impots"}))
    assert "adresse" not in known.knows("dgfip", "a")
    assert "adresse" in known.knows("dgfip", "b")
    assert "adresse" not in known.knows("caf", "b")


def test_a_piece_proves_its_facts() -> None:
    """Of pieces of which any one will do, what all of them prove."""
    known = knowing(lived(a={"at": "impots", "asks": [{"any_of": ["facture", "quittance"]}]}, b={}))
    assert known.knows("dgfip", "b") - known.knows("dgfip", "a") == {"adresse"}


def test_a_piece_made_here_is_not_held_beforehand() -> None:
    """The decision of a journey tells nobody anything before it is made."""
    steps = {"a": {"at": "caf"}, "b": {"at": "caf", "yields": ["decision"]}, "c": {"at": "caf"}}
    known = knowing(lived(**steps))
    assert [known.knows("caf", step) for step in "abc"] == [set(), set(), {"nom"}]


def test_a_piece_that_only_others_get_is_held_by_nobody() -> None:
    """A decision made on another branch, or a notice that a link carries, was not there before."""
    steps: dict[str, Any] = {
        "a": {"kind": "choice", "at": "caf", "next": [{"to": "b", "when": {"nom": "x"}}, "c"]},
        "b": {"at": "caf", "yields": ["decision"], "next": []},
        "c": {"at": "caf", "next": []},
    }
    journey = Journey(id="essai/as-is", title="Essai", steps=_titled(steps))
    other = live(journey, ATLAS, Persona(name="Zoé", traits={"nom": "y"}))
    assert "b" not in other.steps
    assert knowing(other).knows("caf", "c") == set()
    told = {"to": "b", "carried": "notification", "carries": ["decision"]}
    assert knowing(lived(a={"at": "impots", "next": [told]}, b={})).knows("caf", "a") == set()


def _titled(steps: dict[str, dict[str, Any]]) -> dict[str, Any]:
    return {name: {"title": name, **step} for name, step in steps.items()}


def test_another_branch_teaches_nothing() -> None:
    """What is told on a branch is not known on one that excludes it, but is after both."""
    known = knowing(
        lived(
            a={"kind": "choice", "next": ["b", "c"]},
            b={"at": "impots", "tells": ["adresse"], "next": ["d"]},
            c={"at": "impots", "next": ["d"]},
            d={"at": "impots"},
        )
    )
    assert "adresse" not in known.knows("dgfip", "c")
    assert "adresse" in known.knows("dgfip", "d")


def test_organisations_pass_facts_on() -> None:
    """What a link carries for an organisation is known where it arrives; what the person
    carries is not, before it is shown."""
    carried = {"to": "b", "carried": "organisation", "carries": ["facture"]}
    known = knowing(lived(a={"at": "caf", "next": [carried]}, b={"at": "impots"}))
    assert "adresse" in known.knows("dgfip", "b")
    known = knowing(
        lived(a={"at": "caf", "next": [{**carried, "carried": "person"}]}, b={"at": "impots"})
    )
    assert "adresse" not in known.knows("dgfip", "b")


def test_the_mairie_of_birth_is_not_that_of_residence() -> None:
    """Of an organisation that is many, each place knows what it was told there."""
    there = {"ways": [{"counter": "etat-civil", "near": "birth"}], "tells": ["adresse"]}
    known = knowing(lived(a=there, b={}))
    assert known.knows(Body("mairie", "birth"), "b") == {"adresse"}
    assert known.knows(Body("mairie", "home"), "b") == set()
    assert known.knows("mairie", "b") == {"adresse", "naissance", "nom"}


def test_who_tells_is_said() -> None:
    """What a professional files is told to the body, but not by the household."""
    way = {"counter": "caf", "done_by": "comptable"}
    told = knowing(lived(a={"ways": [way], "tells": ["nom"]}, b={"at": "caf", "tells": ["nom"]}))
    assert [telling.by_household for telling in told.tellings] == [False, True]


@given(atlases())
def test_knowledge_only_grows(atlas: Atlas) -> None:
    """Whatever the journey, along a forward link nobody forgets; a step comes after its sources."""
    one = live(atlas["essai/as-is"], atlas, atlas.personas["p"])
    known = knowing(one)
    place = {name: at for at, name in enumerate(one.steps)}
    for passage in one.passages:
        if not passage.link.back and place[passage.source] < place[passage.target]:
            assert known.comes_before(passage.source, passage.target)
            for organisation in atlas.organisations:
                before = known.knows(organisation, passage.source)
                assert before <= known.knows(organisation, passage.target)
