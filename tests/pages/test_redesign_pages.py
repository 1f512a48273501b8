"""The pages about redesigns: variants, comparisons, proposals, the register, the moves."""

from __future__ import annotations

import html
import os
import re
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carteblanche_journeys import pages
from carteblanche_journeys.model import Atlas, Counter, Journey
from carteblanche_journeys.model.frozen import FrozenMap
from carteblanche_journeys.pages.redesign_moves import STATES, law_state
from carteblanche_journeys.pages.spoken import say_difference, say_plainly
from carteblanche_journeys.pages.variants import existing, redesigns, redesigns_of, variant_name
from carteblanche_journeys.reading import read_atlas
from carteblanche_journeys.redesigns import all_moves, begin, chosen, make_one
from carteblanche_journeys.redesigns.comparisons.comparing import compare
from carteblanche_journeys.redesigns.comparisons.comparison import Difference
from carteblanche_journeys.words import words_for

JOURNEYS = Path(__file__).parents[2] / "journeys"
DAY = date(2018, 1, 15)
WORDS = words_for("fr")
AS_IS, TO_BE = "velo/as-is", "velo/car"
HOSTILE = '*a* <script>alert(1)</script> [d](javascript:alert(1)) | e | {.x} "f" # h'


def redesigned(label: str = "Car des services", title: str = "Je vais à vélo, par le car") -> Atlas:
    """A tiny atlas with one redesign: a wait announced, a counter that it alone has."""
    as_is = Journey(
        id=AS_IS,
        title="Je vais à vélo",
        personas=["zoe"],
        stages={"avant": "Avant", "apres": "Après"},
        steps={
            "chercher": {"title": "Chercher", "at": "mairie", "stage": "avant"},
            "deposer": {"title": "Déposer", "at": "mairie", "asks": ["rib"], "wait": "20 d"},
            "recevoir": {"title": "Recevoir", "stage": "apres"},
        },
    )
    atlas = Atlas(
        title="Vélos",
        language="fr",
        organisations={"ville": {"name": "La Ville"}},
        counters={"mairie": {"name": "Mairie", "owner": "ville", "channels": ["on-site"]}},
        evidence={"rib": {"name": "RIB", "issuer": "ville"}},
        personas={"zoe": {"name": "Zoé"}},
        journeys={AS_IS: as_is},
    )
    move = chosen({"move": "announce-status", "step": "deposer"})
    variant = make_one(begin(as_is, atlas, TO_BE), move)
    car = Counter(id="car", name=label, owner="ville", channels=["stop"], comes_from=["mairie"])
    variant = variant.with_things("counters", car)
    moved = variant.steps["chercher"].model_copy(update={"at": "car"})
    variant = variant.with_step(moved)
    told: dict[str, Any] = {"redesigns": AS_IS, "moves": (move.written,), "title": title}
    to_be = variant.with_journey(**told, variant="to-be").journey
    return atlas.model_copy(update={"journeys": FrozenMap({AS_IS: as_is, TO_BE: to_be})})


@pytest.fixture(scope="module")
def site() -> dict[str, str]:
    """The pages of the tiny atlas."""
    return texts(redesigned())


@pytest.fixture(scope="module")
def cahors() -> Atlas:
    """The atlas in journeys/."""
    return read_atlas(JOURNEYS).atlas


@pytest.fixture(scope="module")
def cahors_site(cahors: Atlas) -> dict[str, str]:
    """The pages of the real atlas."""
    return texts(cahors)


def texts(atlas: Atlas, lang: str | None = None) -> dict[str, str]:
    """The Markdown of a site, by path."""
    site = pages.site(atlas, DAY, lang)
    return {path: text.decode() for path, text in site.items() if path.endswith(".md")}


def anchors(page: str) -> set[str]:
    """Every place of a page that a link may name."""
    return set(re.findall(r'\bid="([^"]+)"', page)) | set(re.findall(r"\{ #([\w-]+)", page))


def test_a_redesign_stands_under_its_as_is_and_is_no_journey_of_its_own(
    site: dict[str, str],
) -> None:
    """Home has one card and one row, with a door to the redesign; counters count no step of it."""
    home = site["index.md"]
    assert len(re.findall(r"^### ", home, re.MULTILINE)) == 1
    assert "journeys/velo/car.md" in home
    assert "2 étapes de 1 parcours" in site["counters/mairie.md"]
    assert "velo/car.md" not in site["counters/index.md"]
    assert "velo/car.md" not in site["portfolio.md"]


def test_a_counter_tells_which_redesigns_would_meet_it_less(site: dict[str, str]) -> None:
    """The counter's page names the redesign, with its steps now and then."""
    assert "2 étapes aujourd'hui, 1 étape dans la refonte" in plain_text(site["counters/mairie.md"])


def test_what_a_redesign_alone_has_stands_on_its_page(site: dict[str, str]) -> None:
    """A counter that only a redesign has gets no page; its name leads to the redesign's page."""
    page = site["journeys/velo/car.md"]
    assert "counters/car.md" not in site
    assert "](#own-counters-car)" in page
    assert "own-counters-car" in anchors(page)
    assert "../../journeys/velo/car.md#own-counters-car" in site["comparisons/velo/car.md"] or (
        "own-counters-car" not in site["comparisons/velo/car.md"]
    )


@pytest.mark.parametrize("page", [AS_IS, TO_BE])
def test_every_variant_has_the_switch_with_itself_marked(page: str, site: dict[str, str]) -> None:
    """The as-is and the redesign lead to each other; the one that is read is marked."""
    text = site[f"journeys/{page}.md"]
    switch = text[text.index("cb-switch") : text.index("</div>", text.index("cb-switch"))]
    assert switch.count('aria-current="page"') == 1
    assert "proposals/velo/as-is.md" in switch
    assert ("comparisons/velo/car.md" in switch) == (page == TO_BE)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_no_link_of_the_real_pages_leads_nowhere(cahors: Atlas, lang: str) -> None:
    """Each link of the real site, anchors too, leads to what exists, in both languages."""
    site = texts(cahors, lang)
    known = {path: anchors(text) for path, text in site.items()}
    for path, text in site.items():
        for target, anchor in re.findall(r"\]\(([^)#\s<>]*?)(?:#([\w-]+))?\)", text):
            if target.startswith(("http", "mailto")):
                continue
            there = os.path.normpath(Path(path).parent / target) if target else path
            assert there in site, (path, target)
            if anchor and not anchor.startswith(("step-", "finding-", "measure-")):
                assert anchor in known[there] or f"#{anchor}" in site[there], (path, there, anchor)


def test_the_list_of_a_comparison_is_equal_to_its_drawing(
    cahors: Atlas, cahors_site: dict[str, str]
) -> None:
    """Every fate has one line; what is drawn leads to its line, which tells the same steps."""
    for journey in redesigns(cahors):
        page = cahors_site[f"comparisons/{journey.id}.md"]
        found = compare(cahors[journey.redesigns or ""], journey, cahors)
        rows = dict(re.findall(r'^\| <span id="(fate-[^"]+)">(.*)$', page, re.MULTILINE))
        assert len(rows) == len(found.steps)
        told = re.findall(
            r'<a href="#(fate-[^"]+)"[^>]*data-step="([^"]+)" data-side="(\w+)" data-mark="(\w+)"',
            page,
        )
        for key, step, side, mark in told:
            path = journey.id if side == "after" else journey.redesigns
            assert f"journeys/{path}.md#step-{step})" in rows[key]
            word = WORDS(f"overlay.word.{mark}", 1)[2:]
            assert word in html.unescape(rows[key])
        changing = {key for key, row in rows.items() if "Sans changement" not in row}
        assert changing <= {key for key, _, _, _ in told}


def test_the_register_tells_every_legal_need_the_hardest_first(
    cahors: Atlas, cahors_site: dict[str, str]
) -> None:
    """Each need of each move of each redesign is a row; what is in force already comes last."""
    rows = [r for r in cahors_site["redesigns.md"].splitlines() if "cb-state--" in r]
    register = rows[-_needs(cahors) :]
    states = [re.findall(r"cb-state--([\w-]+)", row)[0] for row in register]
    assert states == sorted(states, key=STATES.index)
    assert len(states) == _needs(cahors)


def _needs(atlas: Atlas) -> int:
    count = 0
    for journey in redesigns(atlas):
        variant = begin(atlas[journey.redesigns or ""], atlas)
        for written in journey.moves:
            one = chosen(written)
            needs = one.legal(variant)
            assert all(law_state(need) in STATES for need in needs)
            count += len(needs)
            variant = make_one(variant, one)
    return count


def test_every_redesign_of_an_atlas_is_listed(cahors: Atlas, cahors_site: dict[str, str]) -> None:
    """The register leads to each redesign, its comparison, and the proposals of each as-is."""
    page = cahors_site["redesigns.md"]
    for journey in redesigns(cahors):
        assert f"](journeys/{journey.id}.md)" in page
        assert f"](comparisons/{journey.id}.md)" in page
    for journey in existing(cahors):
        assert f"](proposals/{journey.id}.md)" in page


def test_every_move_has_its_section(site: dict[str, str]) -> None:
    """The page of moves tells of each move there is."""
    assert {f"move-{move.name}" for move in all_moves()} <= anchors(site["moves.md"])


def test_each_proposal_tells_who_loses_first(cahors_site: dict[str, str]) -> None:
    """Beside a proposal stands who loses, then law, cost and findings; below, what is against."""
    page = cahors_site["proposals/perdre-son-autonomie/as-is.md"]
    cards = page.split('<div class="cb-proposal"')[1:]
    assert cards
    for card in cards:
        places = [
            card.index(WORDS(f"proposed.{key}"))
            for key in ("who-loses", "law", "cost", "findings", "against")
        ]
        assert places == sorted(places)
        assert card.index(WORDS("moves.watch")) > places[-1]


def test_the_rejected_stand_with_their_veto(cahors_site: dict[str, str]) -> None:
    """What is set aside is told with its reason; where nothing is, the page says so."""
    for path, page in cahors_site.items():
        if path.startswith("proposals/"):
            part = page[page.index("{ #rejected }") :]
            told = "cb-veto-sign" in part or WORDS("proposed.rejected.none") in html.unescape(part)
            assert told, path


def test_a_hostile_redesign_shows_as_written_and_harms_nothing() -> None:
    """A title or a counter with markup is text on the pages of a redesign, everywhere."""
    for path, text in texts(redesigned(HOSTILE, HOSTILE)).items():
        shown = markdown.markdown(
            text.split("---\n", 2)[2], extensions=["attr_list", "md_in_html", "tables", "toc"]
        )
        assert "<script" not in shown, path
        assert 'href="javascript' not in shown, path
    page = texts(redesigned(HOSTILE, HOSTILE))["comparisons/velo/car.md"]
    assert "<script>alert" not in page


def test_kept_pages_follow_an_edit_of_a_redesign() -> None:
    """After a redesign changes, or goes, what is kept gives the pages that are made afresh."""
    memory, atlas = pages.Memory(), redesigned()
    pages.site(atlas, DAY, memory=memory)
    journeys = dict(atlas.journeys)
    journeys[TO_BE] = journeys[TO_BE].model_copy(update={"title": "Je vais à vélo, autrement"})
    for changed in (journeys, {AS_IS: journeys[AS_IS]}):
        edited = atlas.model_copy(update={"journeys": FrozenMap(changed)})
        assert pages.site(edited, DAY, memory=memory) == pages.site(edited, DAY)


def test_a_redesign_is_called_by_what_it_adds() -> None:
    """Its name is its title without the life moment; without one of its own, its moves."""
    atlas = redesigned()
    assert variant_name(atlas[TO_BE], atlas, WORDS) == "Par le car"
    plain = redesigned(title="Je vais à vélo")
    assert variant_name(plain[TO_BE], plain, WORDS) == "Délai annoncé et nouvelles du dossier"
    assert [one.id for one in redesigns_of(atlas[AS_IS], atlas)] == [TO_BE]


ENDS = st.floats(-5000, 5000, allow_nan=False)


@given(ENDS, ENDS, ENDS, st.sampled_from(["min", "d", "EUR", ""]), st.booleans())
def test_a_difference_is_never_said_with_a_minus(
    one: float, two: float, three: float, unit: str, least: bool
) -> None:
    """Gained or lost, less or more, from how much to how much: never a sign before a number."""
    low, likely, high = sorted((one, two, three))
    found = Difference(low, likely, high, unit, "assumed", least)
    for name in ("minutes", "trips"):
        said = say_difference(found, WORDS, name)
        assert not re.search(r"[-−]\d", f"{said.verdict} {said.between}")
    assert not re.search(r"[-−]\d", say_plainly(found, WORDS))


def test_a_range_that_crosses_zero_is_no_verdict() -> None:
    """Where someone may gain or lose, the page says that it cannot be settled."""
    said = say_difference(Difference(-420, -180, 60, "min"), WORDS)
    assert said.verdict == "on ne peut pas trancher"
    assert "1 h" in said.between
    assert "7 h" in said.between
    assert say_difference(None, WORDS).verdict == "on ne peut pas le dire"


def plain_text(page: str) -> str:
    """A page without its escapes and its spaces that do not break."""
    return html.unescape(page).replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(
    ("journey", "told"),
    [
        ("perdre-son-autonomie/car", ("508", "96 %", "7 min", "2 600")),
        ("perdre-son-autonomie/agent-polyvalent", ("28", "508")),
        ("perdre-son-autonomie/mobilite", ("331", "227", "50", "22 %")),
        ("creer-son-entreprise/centre-rh", ("8",)),
        ("avoir-un-enfant/donnees-partagees", ("rien n'a été publié",)),
    ],
)
def test_an_experiment_says_what_was_measured(
    journey: str, told: tuple[str, ...], cahors_site: dict[str, str]
) -> None:
    """Each of the five experiments of Cahors says what was published of it, or that nothing was."""
    page = unescape(cahors_site[f"journeys/{journey}.md"]).replace("\u202f", " ")
    section = page.replace("\u00a0", " ").partition("{ #tried }")[2].partition("\n## ")[0]
    assert [one for one in told if one not in section] == []


def test_the_real_redesigns_keep_the_five_day_step(cahors: Atlas) -> None:
    """No redesign of a birth touches its declaration, nor the time that the law gives for it."""
    name = "declaration-naissance"
    kept = cahors["avoir-un-enfant/as-is"].steps[name].deadlines
    redesigns = [
        one for one in cahors.journeys.values() if one.redesigns == "avoir-un-enfant/as-is"
    ]
    assert [one.steps[name].deadlines for one in redesigns] == [kept, kept]
