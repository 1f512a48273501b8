"""From ids to the names that people read."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from carteblanche_journeys.diagnosis import Finding, Where, diagnose, name_of, tell
from carteblanche_journeys.diagnosis.finding import mention
from carteblanche_journeys.model import Atlas
from carteblanche_journeys.words import words_for

FRENCH, ENGLISH = words_for("fr"), words_for("en")


def test_a_finding_names_things_by_their_names(atlas: Atlas) -> None:
    """Titles, messages and remedies speak of pieces and bodies by name, in both languages."""
    (finding,) = diagnose(atlas, rules=["user-as-courier"]).findings
    assert tell(finding, atlas, FRENCH).title == (
        "La personne porte elle-même «\u00a0Certificat\u00a0»\u00a0: Mairie → Caf"
    )
    told = tell(finding, atlas, ENGLISH)
    assert told.title == "The person carries “Certificat” from Mairie to Caf"
    assert "“Certificat”" in told.message


def test_a_long_list_is_counted_in_a_title_and_named_in_the_message(
    atlas_with: Callable[..., Atlas],
) -> None:
    """A title names three things at most; the message names them all."""
    counters = {f"g{n}": {"name": f"Guichet {n}", "owner": f"o{n}"} for n in range(5)}
    values = {
        "purpose": mention("purpose", "aider"),
        "owners": mention("organisation", *(f"o{n}" for n in range(5))),
        "counters": mention("counter", *counters),
        "schemes": mention("scheme", "apa"),
    }
    finding = Finding(
        "redundant-counters", "question", "info", "high", "x", Where(), values=values,
        variant="unknown",
    )  # fmt: skip
    atlas = atlas_with(counters=counters)
    assert tell(finding, atlas, FRENCH).title.endswith("5 guichets")
    plain = tell(replace(finding, variant=""), atlas, FRENCH).message
    assert "Guichet 0, Guichet 1, Guichet 2, Guichet 3 et Guichet 4" in plain


@pytest.mark.parametrize(
    ("kind", "name", "said"),
    [
        ("step", "residence", "«\u00a0Déclarer l'adresse\u00a0»"),
        ("counter", "caf", "Accueil de la Caf"),
        ("organisation", "caf", "Caf"),
        ("body", "mairie@home", "Mairie (lieu de résidence)"),
        ("body", "mairie@cahors", "Mairie (Cahors)"),
        ("body", "mairie@ailleurs", "Mairie (ailleurs)"),
        ("evidence", "certificat", "«\u00a0Certificat\u00a0»"),
        ("fact", "nom", "«\u00a0Nom\u00a0»"),
        ("scheme", "aide", "«\u00a0Aide\u00a0»"),
        ("purpose", "vivre", "«\u00a0Vivre mieux\u00a0»"),
        ("journey", "demenager/as-is", "«\u00a0Je déménage\u00a0»"),
        ("counter", "inconnu", "inconnu"),
    ],
)
def test_every_kind_of_thing_has_a_name(
    kind: str, name: str, said: str, atlas_with: Callable[..., Atlas]
) -> None:
    """Each kind of thing is named as the atlas names it; an unknown id stands for itself."""
    atlas = atlas_with(
        facts={"nom": {"label": "Nom"}},
        schemes={"aide": {"name": "Aide"}},
        purposes={"vivre": "Vivre mieux"},
        territories={"lot": {"communes": {"cahors": {"name": "Cahors"}}}},
    )
    assert name_of(kind, name, atlas, FRENCH, "demenager/as-is") == said


def test_markup_in_a_name_is_left_as_written(atlas_with: Callable[..., Atlas]) -> None:
    """Braces in a name are no template, and nothing is escaped before the output is known."""
    atlas = atlas_with(evidence={"certificat": {"name": "<b>{issuer}</b>", "issuer": "mairie"}})
    (finding,) = diagnose(atlas, rules=["user-as-courier"]).findings
    assert "<b>{issuer}</b>" in tell(finding, atlas, ENGLISH).title
