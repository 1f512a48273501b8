"""One atlas with a fault, a question, a waived finding and names that try to do harm."""

import pytest

from carteblanche_journeys.diagnosis import Diagnosis, diagnose
from carteblanche_journeys.model import Atlas

EVIL = "Avis\n::error file=x::forged\r\x1b[31m\u202eretourné, 20 % : <b>"


@pytest.fixture
def atlas() -> Atlas:
    """A certificat carried, a case that nobody is known to carry, a certificat accepted."""
    return Atlas(
        language="fr",
        organisations={
            "mairie": {"name": "Mairie", "kind": "local"},
            "caf": {"name": "Caf", "kind": "social-security"},
        },
        schemes={"aide": {"name": "Aide au logement"}},
        counters={
            "mairie": {"name": "Accueil de la mairie", "owner": "mairie"},
            "caf": {"name": "Accueil de la Caf", "owner": "caf"},
        },
        evidence={
            "certificat": {"name": "Certificat", "issuer": "mairie"},
            "avis": {"name": EVIL, "issuer": "mairie"},
        },
        personas={"lea": {"name": "Léa"}},
        waivers=[
            {"rule": "user-as-courier", "at": ["certificat"], "reason": "Voulu.", "by": "Le maire"},
            {"rule": "loose-end", "reason": "Rien."},
        ],
        journeys={
            "demenager/as-is": {
                "title": "Je déménage",
                "personas": ["lea"],
                "steps": {
                    "residence": {
                        "title": "Déclarer l'adresse",
                        "at": "mairie",
                        "yields": ["certificat", "avis"],
                    },
                    "dossier": {
                        "title": "Prévenir la Caf",
                        "at": "caf",
                        "asks": ["certificat", "avis"],
                        "next": {"to": "demande", "because": "law"},
                    },
                    "demande": {
                        "title": "Demander une aide",
                        "at": "caf",
                        "schemes": ["aide"],
                    },
                    "suite": {
                        "title": "Apporter la suite",
                        "at": "mairie",
                        "schemes": ["aide"],
                    },
                },
            }
        },
    )


@pytest.fixture
def diagnosis(atlas: Atlas) -> Diagnosis:
    """What the rules find in it."""
    return diagnose(atlas)
