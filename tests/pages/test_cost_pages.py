"""What a journey costs, as pages say it: every figure comes from the measures, with its range."""

from __future__ import annotations

import html
import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from carteblanche_journeys import pages
from carteblanche_journeys.diagnosis import diagnose, tell
from carteblanche_journeys.measures import parameters_of
from carteblanche_journeys.measures.formulas import NAMES
from carteblanche_journeys.measures.portfolio import measure_lives, portfolio
from carteblanche_journeys.measures.saying import amount_in_words
from carteblanche_journeys.model import Atlas, Journey
from carteblanche_journeys.reading import read_atlas
from carteblanche_journeys.words import LANGUAGES, words_for
from carteblanche_journeys.words.spans import value_in_words

DAY = date(2018, 1, 15)
CAHORS = read_atlas(Path(__file__).parents[2] / "journeys").atlas
FRENCH = words_for("fr")


@cache
def site(lang: str = "fr") -> dict[str, str]:
    """The site of the shipped atlas in one language."""
    return {path: text.decode() for path, text in pages.site(CAHORS, DAY, lang).items()}


def made(atlas: Atlas, page: str = "journeys/essai/as-is.md") -> str:
    """A page of an invented atlas."""
    return pages.site(atlas, DAY)[page].decode()


def essay(steps: dict[str, object], **more: object) -> Atlas:
    """An atlas of one invented journey."""
    people = {
        "zoe": {"name": "Zoé", "traits": {"age": 20}},
        "ali": {"name": "Ali", "traits": {"age": 80}},
    }
    journey = Journey(id="essai/as-is", title="J'écris", steps=steps, **more)
    return Atlas(
        title="Essai",
        language="fr",
        traits={"age": {"type": "number", "label": "Âge"}},
        personas=people,
        counters={"caf": {"name": "Caf", "owner": "caf", "channels": ["on-site"]}},
        organisations={"caf": {"name": "Caf"}},
        journeys={"essai/as-is": journey},
    )


def plain(text: str) -> str:
    """Letters and figures alone, entities read."""
    return re.sub(r"[\W_]+", "", html.unescape(text))


def section(page: str, anchor: str) -> str:
    """What stands under a heading, up to the next of the same rank."""
    head = re.search(rf"^(#+) .*{{ #{anchor} }}$", page, re.MULTILINE)
    assert head is not None, anchor
    rest = page[head.end() :]
    end = re.search(rf"^#{{1,{len(head[1])}}} ", rest, re.MULTILINE)
    return rest[: end.start()] if end else rest


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", list(CAHORS.journeys))
def test_a_journey_page_gives_every_measure_of_every_persona(name: str, lang: str) -> None:
    """Each measure stands in the table of its journey, as `measure` works it out, by persona."""
    words = words_for(lang)
    table = section(site(lang)[f"journeys/{name}.md"], "burden")
    for measured in measure_lives(CAHORS[name], CAHORS):
        for measure in NAMES:
            (row,) = re.findall(rf"^\|.*#measure-{measure.replace('_', '-')}\).*$", table, re.M)[:1]
            amount = measured[measure]
            if amount.likely is None and amount.high is None:
                said = words("unknown")
            else:
                said = amount_in_words(amount, words)
            assert plain(said) in plain(row), (measure, measured.persona)


def test_the_head_says_what_the_section_says() -> None:
    """One figure for one notion: the five of the head are the likely values of the section."""
    for name, journey in CAHORS.journeys.items():
        page = site()[f"journeys/{name}.md"]
        head, measured = section(page, "cost"), measure_lives(journey, CAHORS)[0]
        figures = [measured.time, *(measured[one] for one in ("trips", "elapsed_days", "fees"))]
        for amount in (*figures, measured["evidence_asked"]):
            if amount.likely:
                assert plain(value_in_words(amount.likely, amount.unit, FRENCH)) in plain(head)
                assert plain(value_in_words(amount.likely, amount.unit, FRENCH)) in plain(
                    section(page, "burden")
                )


def test_what_is_incomplete_is_said_to_be_at_least() -> None:
    """A sum of which a step is not known says « au moins », and for how many it is known."""
    steps = {"a": {"title": "A", "at": "caf", "fee": "10 EUR"}, "b": {"title": "B", "at": "caf"}}
    head = section(made(essay(steps)), "cost")
    assert "au moins 10" in head
    assert "connu pour 1 étape sur 2" in head


def test_what_is_not_known_is_no_zero() -> None:
    """Where no step says a wait, the days are unknown, and no bar is drawn for them."""
    page = made(essay({"a": {"title": "A", "at": "caf"}, "b": {"title": "B"}}))
    days = section(page, "who-carries").split("#measure-elapsed-days")[1].split("#measure-")[0]
    assert "<svg" not in days
    assert "⬚" in days


def test_every_bar_says_the_same_in_words() -> None:
    """Each bar has a name that holds its figure, and the same stands as text beside it."""
    for name in CAHORS.journeys:
        page = site()[f"journeys/{name}.md"]
        rows = re.findall(r'<div class="cb-range-row">(.*?)</div>', page)
        assert len(rows) > 10
        for row in rows:
            beside = plain(re.sub(r"<[^>]*>", "", row))
            for label in re.findall(r'aria-label="([^"]*)"', row):
                _, said = re.split(r"\s: ", html.unescape(label), maxsplit=1)
                assert said
                assert plain(said) in beside, label


def test_who_carries_the_most_is_said_in_words() -> None:
    """The persona with the longest bar is named, in a sentence and beside the bar."""
    steps = {
        "a": {"title": "A", "effort": "10 min"},
        "b": {"title": "B", "effort": "3 h", "when": {"age": {"min": 60}}},
    }
    told = section(made(essay(steps, personas=["zoe", "ali"])), "who-carries")
    assert "Ali porte le plus" in told
    assert told.count("· porte le plus") == 1


def test_a_known_zero_is_no_unknown() -> None:
    """Where nobody has to go anywhere, the page says zero, and draws neither bar nor question."""
    told = section(made(essay({"a": {"title": "A", "effort": "10 min"}})), "who-carries")
    trips = told.split("#measure-trips")[1].split("#measure-")[0]
    assert "Zéro" in trips
    assert "⬚" not in trips


def test_a_journey_that_makes_no_sense_says_which_figures_are_missing_and_why() -> None:
    """With a structural error the section on cost names the rule that stands in the way."""
    page = made(essay({"a": {"title": "A", "next": "b"}, "b": {"title": "B", "next": "a"}}))
    assert "forward-cycle" in section(page, "burden")


def test_findings_stand_in_the_order_of_the_diagnosis_with_their_cost() -> None:
    """The costliest comes first; five are in sight; each says its cost, or that nobody can."""
    found = diagnose(CAHORS, list(CAHORS.journeys), today=DAY).findings
    for name in CAHORS.journeys:
        mine = [f for f in found if name in f.journeys and f.kind != "question" and not f.waived]
        blocks = section(site()[f"journeys/{name}.md"], "findings")
        shown = re.findall(r"^### <span[^>]*>C\d+</span> (.*) \{ #finding-c\d+ \}$", blocks, re.M)
        titles = [plain(tell(one, CAHORS, FRENCH).title) for one in mine]
        assert [plain(title) for title in shown] == titles
        assert len(re.findall(r"oûte à |oût\s: on ne peut pas", blocks)) >= len(mine)
        if len(mine) > 5:
            assert "#finding-c5 }" in blocks.split("<details")[0]
            assert "#finding-c6 }" not in blocks.split("<details")[0]


def test_the_portfolio_ranks_journeys_by_time_without_a_total() -> None:
    """As-is journeys stand by the time they take; there is no total row, and the page says why."""
    page = site()["portfolio.md"]
    table = section(page, "journeys")
    ranked = [one.journey.id for one in portfolio(CAHORS)]
    linked = re.findall(r"^\| \d+\. \[.*?\]\(journeys/(.+?)\.md\)", table, re.M)
    assert linked == ranked
    assert not re.search(r"^\| \**Total", table, re.MULTILINE)
    assert "Il n'y a pas de ligne" in html.unescape(page)


def test_the_portfolio_has_every_life() -> None:
    """Each persona of each as-is journey has a row of its own."""
    rows = re.findall(r"^\| \[.*$", section(site()["portfolio.md"], "personas"), re.MULTILINE)
    lives = sum(len(one.people) for one in portfolio(CAHORS))
    assert len(rows) == lives


def test_home_and_portfolio_say_the_same_figures() -> None:
    """The time of a journey's persona is the same on its card, on its page and in the portfolio."""
    for one in portfolio(CAHORS):
        time = plain(amount_in_words(one.people[0].time, FRENCH))
        for page in ("index.md", "portfolio.md", f"journeys/{one.journey.id}.md"):
            assert time in plain(site()[page]), (one.journey.id, page)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_of_measures_explains_each_and_what_is_assumed(lang: str) -> None:
    """Each measure has its formula and source; each parameter its value, origin and status."""
    page, words = site(lang)["measures.md"], words_for(lang)
    for name in NAMES:
        (row,) = re.findall(rf'^.*id="measure-{name.replace("_", "-")}".*$', page, re.MULTILINE)
        assert plain(words(f"formula.{name}")) in plain(row)
        assert row.count("data-label") == 3
    for parameter in parameters_of(CAHORS).known.values():
        (row,) = re.findall(rf"^\|.*`{parameter.name}`.*$", page, re.MULTILINE)
        likely = parameter.value.likely
        unit = "km" if parameter.unit == "km/h" else parameter.unit
        assert plain(value_in_words(likely, unit, words)) in plain(row)
        assert plain(words(f"status.{parameter.status}")) in plain(row)


def test_every_measure_on_a_page_leads_to_its_formula() -> None:
    """Each link to a measure arrives at a row of the page of measures."""
    there = set(re.findall(r'id="(measure-[a-z-]+)"', site()["measures.md"]))
    for page in (f"journeys/{next(iter(CAHORS.journeys))}.md", "portfolio.md"):
        linked = set(re.findall(r"measures\.md#(measure-[a-z-]+)\)", site()[page]))
        assert linked
        assert linked <= there
