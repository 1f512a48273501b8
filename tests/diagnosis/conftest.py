"""A tiny atlas with one fault of each kind, made in Python alone."""

from collections.abc import Callable
from typing import Any

import pytest

from carteblanche_journeys.model import Atlas

AtlasWith = Callable[..., Atlas]


def _atlas_with(**more: Any) -> Atlas:
    """Two journeys in which the person carries a certificate from the town hall to the Caf."""
    steps = {
        "residence": {"title": "Déclarer l'adresse", "at": "mairie", "yields": ["certificat"]},
        "dossier": {"title": "Prévenir la Caf", "at": "caf", "asks": ["certificat"]},
    }
    later = {"arrivee": {"title": "Arriver"}, **steps}
    return Atlas(
        **{
            "language": "fr",
            "organisations": {
                "mairie": {"name": "Mairie", "kind": "local"},
                "caf": {"name": "Caf", "kind": "social-security"},
            },
            "counters": {
                "mairie": {"name": "Accueil de la mairie", "owner": "mairie"},
                "caf": {"name": "Accueil de la Caf", "owner": "caf"},
            },
            "evidence": {"certificat": {"name": "Certificat", "issuer": "mairie"}},
            "personas": {
                "lea": {"name": "Léa"},
                "noe": {"name": "Noé"},
                "rose": {"name": "Rose"},
            },
            "journeys": {
                "demenager/as-is": {
                    "title": "Je déménage",
                    "personas": ["lea", "noe"],
                    "steps": steps,
                },
                "revenir/as-is": {"title": "Je reviens", "personas": ["rose"], "steps": later},
            },
            **more,
        }
    )


@pytest.fixture
def atlas_with() -> AtlasWith:
    """The tiny atlas, with other values for some of its fields."""
    return _atlas_with


@pytest.fixture
def atlas() -> Atlas:
    """The tiny atlas as it is."""
    return _atlas_with()
