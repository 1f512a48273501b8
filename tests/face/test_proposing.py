"""`cb.propose`: redesigns in a notebook."""

from __future__ import annotations

import json

import carteblanche_journeys as cb

STEPS = {
    "demander": {
        "title": "Demander l'aide",
        "at": "caf",
        "wait": {"value": "60 d", "announced": False},
    },
    "fin": {"title": "L'aide est accordée", "kind": "outcome", "result": "granted"},
}
ATLAS = {
    "organisations": {"caf": {"name": "Caf"}},
    "counters": {"caf": {"name": "Accueil de la Caf", "owner": "caf", "channels": ["phone"]}},
}


def proposals() -> object:
    """What is proposed for a journey made in Python alone."""
    journey = cb.Journey(title="Je demande une aide", steps=STEPS)
    atlas = cb.Atlas(language="fr", journeys={"aide/as-is": journey}, **ATLAS)
    from carteblanche_journeys.face import AtlasHandle, handle_of

    handle = handle_of(atlas)
    assert isinstance(handle, AtlasHandle)
    return cb.propose(handle["aide/as-is"], best=True)


def test_without_files() -> None:
    """A journey made in Python gets proposals, that one can look at one by one."""
    found = proposals()
    assert len(found) == 1
    assert found[0].moves[0].written == {"move": "announce-status", "step": "demander"}
    assert [one.rule for one in found[0].clears] == ["silent-wait"]
    assert list(found) == [found[0]]
    assert (found.rejected, found.best.proposal) == ((), None)


def test_shows_itself() -> None:
    """It shows itself as text, and gives the JSON of the command line."""
    found = proposals()
    assert "Délai annoncé" in str(found)
    assert "Délai annoncé" in found._repr_mimebundle_()["text/html"]
    assert json.loads(found.json())["proposals"][0]["moves"][0]["move"] == "announce-status"
