"""The register of what was accepted: by whom, why, until when, and whether it still holds."""

from __future__ import annotations

from datetime import date

from carteblanche_journeys import pages
from carteblanche_journeys.model import Atlas, Journey, Waiver

DAY = date(2018, 1, 15)
STEPS = {
    "a": {"title": "Écrire", "next": []},
    "b": {"title": "Attendre", "next": []},
    "c": {"title": "Recevoir"},
}
IN_FORCE = {
    "rule": "loose-end",
    "at": ["a"],
    "reason": "Essai en cours",
    "by": "Le comité",
    "legal": "Convention du 1er mars",
    "until": "2018-12-31",
}


def register(*waivers: dict[str, object], of_atlas: tuple[Waiver, ...] = ()) -> dict[str, str]:
    """The site of an atlas of one journey with these waivers."""
    journey = Journey(id="essai/as-is", title="J'écris", steps=STEPS, waivers=waivers)
    atlas = Atlas(title="Essai", language="fr", journeys={"essai/as-is": journey}, waivers=of_atlas)
    return {path: text.decode() for path, text in pages.site(atlas, DAY).items()}


def test_an_atlas_without_waiver_says_so() -> None:
    """Where nothing was accepted the register says it plainly, and how to accept something."""
    page = register()["waivers.md"]
    assert "Rien n'a été accepté" in page
    assert "###" not in page


def test_a_waiver_in_force_is_told_whole() -> None:
    """Of an accepted finding one reads: rule, where, reason, by whom, legal text, until when."""
    page = register(IN_FORCE)["waivers.md"]
    told = page.split("{ #in-force }")[1]
    for said in (
        "rules/loose-end.md",
        "#step-a",
        "Essai en cours",
        "Le comité",
        "Convention du 1er mars",
        "31 décembre 2018",
        "Rien ne suit",
    ):
        assert said in told, said
    assert "{ #expired }" not in page
    assert "{ #unused }" not in page


def test_what_a_waiver_leaves_unsaid_is_said_to_be_unsaid() -> None:
    """A waiver without author, text or end says that each is missing."""
    page = register({"rule": "loose-end", "reason": "Brouillon"})["waivers.md"]
    for said in ("on ne sait pas qui", "aucun texte", "sans date de fin", "partout"):
        assert said in page


def test_expired_and_unused_waivers_stand_apart() -> None:
    """One whose day has passed and one that covers nothing are each under their own heading."""
    page = register(
        IN_FORCE,
        {"rule": "loose-end", "at": ["b"], "reason": "Trop tard", "until": "2017-12-31"},
        {"rule": "forward-cycle", "reason": "À côté"},
    )["waivers.md"]
    parts = [page.index(f"{{ #{state} }}") for state in ("in-force", "expired", "unused")]
    assert parts == sorted(parts)
    assert parts[1] < page.index("Trop tard") < parts[2] < page.index("À côté")
    assert "1 en vigueur, 1 expirée et 1 sans objet" in page


def test_a_waiver_of_the_atlas_is_in_the_register() -> None:
    """What atlas.yml accepts stands in the register like what a journey accepts."""
    waiver = Waiver(rule="loose-end", reason="Pour tout l'atlas")
    assert "Pour tout l'atlas" in register(of_atlas=(waiver,))["waivers.md"]


def test_a_journey_page_leads_to_the_register() -> None:
    """A journey with an accepted finding says it, why, until when, and links to the register."""
    page = register(IN_FORCE)["journeys/essai/as-is.md"]
    accepted = page.split("1 constat accepté")[1]
    assert "Essai en cours" in accepted
    assert "31 décembre 2018" in accepted
    assert "](../../waivers.md)" in accepted
