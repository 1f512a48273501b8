"""The real atlas: nothing of the fact sheet is lost, and what is shown says where it comes from."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from carteblanche_journeys.graph import live
from carteblanche_journeys.model import Atlas
from carteblanche_journeys.reading import read_atlas

JOURNEYS = Path(__file__).parents[2] / "journeys"
#: Rows of the fact sheet: letter, number of rows.
ROWS = {
    "avoir-un-enfant/as-is": ("C", 34),
    "perdre-son-autonomie/as-is": ("A", 31),
    "creer-son-entreprise/as-is": ("E", 30),
    "devenir-independant/as-is": ("I", 28),
}
#: Business networks that took a creation file in January 2018 (decision 0010).
NETWORKS = {
    "cfe-cci", "cfe-cma", "cfe-greffe", "cfe-urssaf", "cfe-chambre-agriculture", "cfe-impots",
    "cfe-batellerie",
}  # fmt: skip


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    """The atlas in journeys/."""
    return read_atlas(JOURNEYS).atlas


@pytest.mark.parametrize(("journey", "letter", "count"), [(j, *rows) for j, rows in ROWS.items()])
def test_every_row_is_carried_or_explained(
    atlas: Atlas, journey: str, letter: str, count: int
) -> None:
    """Each row of the fact sheet is carried by a step, or a note says why it is not."""
    carried = {row for step in atlas[journey].steps.values() for row in step.row}
    notes = " ".join(str(note.text) for note in atlas[journey].notes)
    explained = set(re.findall(rf"Ligne ({letter}\d\d) : non portée", notes.replace("\xa0", " ")))
    wanted = {f"{letter}{number:02}" for number in range(1, count + 1)}
    assert wanted - carried - explained == set()


@pytest.mark.parametrize("journey", ROWS)
def test_every_step_names_its_row_or_its_source(atlas: Atlas, journey: str) -> None:
    """A step that is not an outcome says on what it rests."""
    silent = [
        name
        for name, step in atlas[journey].steps.items()
        if step.kind != "outcome" and not step.row and not step.sources
    ]
    assert silent == []


@pytest.mark.parametrize("journey", ROWS)
def test_one_can_give_up_without_a_share(atlas: Atlas, journey: str) -> None:
    """Each journey can be given up; links to it carry no share and stay out of every sum."""
    steps = atlas[journey].steps
    gave_up = {name for name, step in steps.items() if step.result == "gave-up"}
    leading = [link for step in steps.values() for link in step.next or () if link.to in gave_up]
    assert {link.to for link in leading} == gave_up != set()
    assert [link.share for link in leading] == [None] * len(leading)


@pytest.mark.parametrize("journey", ROWS)
def test_every_persona_can_live_the_journey(atlas: Atlas, journey: str) -> None:
    """No persona of a journey meets a step that is closed to it."""
    for persona in atlas.personas_of(atlas[journey]):
        assert live(atlas[journey], atlas, persona).closed == ()


def test_what_changed_since_is_kept(atlas: Atlas) -> None:
    """Each journey keeps dated notes of what has changed since January 2018."""
    assert all(atlas[journey].notes for journey in ROWS)
    assert {atlas[journey].date for journey in ROWS} == {"2018-01"}


def test_there_are_six_invented_personas(atlas: Atlas) -> None:
    """At least six personas, each said to be invented in its portrait and its mark."""
    invented = [one for one in atlas.personas.values() if one.invented]
    assert len(invented) == len(atlas.personas) >= 6
    assert all("invent" in str(one.portrait).lower() for one in invented)


def test_both_counts_of_communes_are_said(atlas: Atlas) -> None:
    """The four groupings give 85 communes where Carte blanche counted 63: both are said."""
    territory = atlas.territories["cahors"]
    assert len(territory.communes) == 85
    assert "63" in str(territory.note)
    assert "85" in str(territory.note)
    assert all(one.coordinates and one.population for one in territory.communes.values())


def test_communes_stand_in_the_lot(atlas: Atlas) -> None:
    """Coordinates are latitude then longitude, and fall in the south of the Lot."""
    for commune in atlas.territories["cahors"].communes.values():
        assert commune.coordinates is not None
        latitude, longitude = commune.coordinates
        assert 44.1 < latitude < 44.8, commune.id
        assert 1.0 < longitude < 2.0, commune.id


def test_seven_business_networks_took_files(atlas: Atlas) -> None:
    """January 2018 had seven business networks: the seventh, for boatmen, lasted until 2019."""
    receiving = {
        name
        for name, counter in atlas.counters.items()
        if name.startswith("cfe-") and "receives" in counter.competence.values()
    }
    assert receiving >= NETWORKS


def test_every_figure_says_how_sure_it_is(atlas: Atlas) -> None:
    """No figure of the four journeys is without status or source, its own or its step's."""
    from carteblanche_journeys.measures.sureness import figures_of, status_of

    unsaid = [
        (journey, step.id, str(figure.value))
        for journey in ROWS
        for step in atlas[journey].steps.values()
        for figure in figures_of(step)
        if status_of(figure, step, atlas[journey]) is None
    ]
    assert unsaid == []


def test_known_couriers_are_there(atlas: Atlas) -> None:
    """The broken handoffs of the fact sheet are carried by the person, with the piece named."""
    carried = {
        (journey, piece)
        for journey in ROWS
        for step in atlas[journey].steps.values()
        for link in step.next or ()
        if link.carried == "person"
        for piece in link.carries
    }
    assert carried >= {
        ("avoir-un-enfant/as-is", "certificat-medical-naissance"),
        ("avoir-un-enfant/as-is", "certificat-inscription-scolaire"),
        ("perdre-son-autonomie/as-is", "decision-apa"),
        ("creer-son-entreprise/as-is", "attestation-depot-fonds"),
        ("creer-son-entreprise/as-is", "kbis"),
        ("creer-son-entreprise/as-is", "attestation-accre"),
    }
