"""The sheet: who lives a step, who acts, what passes on, how long one waits."""

import pytest
from hypothesis import given, settings

from carteblanche_journeys.diagnosis.finding import Finding, Where
from carteblanche_journeys.drawing.sheet import Flag, SheetStep, SheetWait
from carteblanche_journeys.drawing.sheet_filling import fill_sheet
from carteblanche_journeys.graph import order
from carteblanche_journeys.model import Atlas, Journey, Persona
from sheets import ATLAS, FRENCH, journey, journeys, sheet_of


def _step(**said: object) -> SheetStep:
    """The sheet's entry of a journey's only step."""
    return sheet_of(journey({"a": {"title": "A", **said}})).steps[0]


@settings(max_examples=40, deadline=None)
@given(journeys())
def test_numbers_follow_the_reading_order(one: Journey) -> None:
    """The same numbers as in every list, from 1."""
    steps = sheet_of(one).steps
    assert [step.id for step in steps] == list(order(one))
    assert [step.number for step in steps] == list(range(1, len(steps) + 1))


@settings(max_examples=40, deadline=None)
@given(journeys())
def test_what_leaves_one_step_arrives_at_another(one: Journey) -> None:
    """Links out and arrivals say the same."""
    steps = sheet_of(one).steps
    out = {(link.source, link.target) for step in steps for link in step.out}
    into = {(source, step.number) for step in steps for source in step.arrivals}
    assert out == into


@pytest.mark.parametrize(
    ("said", "lane", "by_agent"),
    [
        ({}, "person", False),
        ({"actor": "fille"}, "person", False),
        ({"actor": "agente"}, "backstage", True),
        ({"actor": "caf"}, "backstage", True),
        ({"actor": "agente", "presence": ["signature"]}, "person", True),
        ({"actor": "agente", "at": "visite"}, "person", True),
        ({"at": "visite", "presence": ["assessment"]}, "person", True),
        ({"at": "accueil", "presence": ["deposit"]}, "person", False),
        ({"ways": [{"counter": "accueil", "done_by": "medecin"}]}, "backstage", True),
    ],
)
def test_the_lane_says_who_lives_it_and_the_filling_who_acts(
    said: dict[str, object], lane: str, by_agent: bool
) -> None:
    """Below the line stands what others do while the person is not there."""
    step = _step(**said)
    assert (step.lane, step.by_agent) == (lane, by_agent)


def test_a_professional_who_files_is_the_one_who_acts() -> None:
    """The person meets nobody."""
    step = _step(ways=[{"counter": "accueil", "done_by": "medecin"}])
    assert (step.who, step.counters) == ("Médecin", ())


def test_a_counter_shows_its_channels_in_order() -> None:
    """By name, as the person meets it."""
    (counter,) = _step(at="accueil").counters
    assert (counter.name, counter.channels) == ("Accueil de la Caf", ("on-site", "phone"))


@pytest.mark.parametrize(
    ("link", "line"),
    [
        ({}, "goes-on"),
        ({"carried": "person"}, "carried"),
        ({"carried": "organisation"}, "backstage"),
        ({"carried": "notification"}, "notice"),
        ({"carried": "none"}, "goes-on"),
    ],
)
def test_the_line_says_who_carries_the_case(link: dict[str, object], line: str) -> None:
    """Thick, dashed or dotted."""
    steps = {"a": {"title": "A", "next": [{"to": "b", **link}]}, "b": {"title": "B"}}
    assert sheet_of(journey(steps)).steps[0].out[0].line == line


def test_a_link_below_the_line_of_which_nobody_says_who_carries_is_dotted() -> None:
    """It is not taken for an act of the person."""
    one = journey({"a": {"title": "A"}, "b": {"title": "B", "actor": "agente"}})
    assert sheet_of(one).steps[0].out[0].line == "notice"


def test_a_link_says_its_label_else_its_condition_then_its_share() -> None:
    """What leads this way, in words."""
    atlas = Atlas(traits={"rsa": {"label": "Au RSA"}})
    links = [
        {"to": "b", "when": {"rsa": True}, "share": "20 %"},
        {"to": "b", "label": "Sinon", "when": {"rsa": False}},
        {"to": "b", "share": "5 %"},
    ]
    one = journey({"a": {"title": "A", "kind": "choice", "next": links}, "b": {"title": "B"}})
    made = fill_sheet(one, atlas, Persona(name="Jeanne"), FRENCH)
    said = [link.label for link in made.steps[0].out]
    assert said == ["au RSA (20 %)", "Sinon", "5 %"]


def test_what_is_carried_goes_by_its_name() -> None:
    """A piece of evidence, not its id."""
    link = {"to": "b", "carried": "person", "carries": ["attestation"]}
    one = journey({"a": {"title": "A", "next": [link]}, "b": {"title": "B"}})
    assert sheet_of(one).steps[0].out[0].words == "Attestation de loyer"


def test_the_back_office_that_passes_on_names_the_body_reached() -> None:
    """« Transmet », then the other body."""
    link = {"to": "b", "carried": "organisation"}
    steps = {"a": {"title": "A", "at": "etat-civil", "next": [link]},
             "b": {"title": "B", "at": "accueil"}}  # fmt: skip
    step = sheet_of(journey(steps)).steps[0]
    assert (step.behind, step.others) == (("Transmet",), ("Caf",))


def test_a_notification_is_a_notice_to_another_body() -> None:
    """Nothing is decided on it."""
    link = {"to": "b", "carried": "notification"}
    steps = {"a": {"title": "A", "at": "visite", "next": [link]},
             "b": {"title": "B", "at": "etat-civil"}}  # fmt: skip
    step = sheet_of(journey(steps)).steps[0]
    assert (step.behind, step.others) == ((), ("Mairie\u202f: avis",))


def test_a_counter_that_only_receives_forwards() -> None:
    """The body behind it is named."""
    step = _step(at="etat-civil", schemes=["aide"])
    assert (step.behind, step.others) == (("Transmet",), ("Caf",))


@pytest.mark.parametrize(
    ("said", "wait"),
    [
        ({"wait": "10 d"}, SheetWait("known", "10 jours", None, 1)),
        ({"wait": {"value": "2 mo", "status": "published"}},
         SheetWait("known", "2 mois", "published", 9)),
        ({"at": "accueil"}, SheetWait("unknown")),
        ({"actor": "agente"}, SheetWait("unknown")),
        ({}, SheetWait("none")),
        ({"kind": "event"}, SheetWait("none")),
        ({"kind": "outcome", "result": "done", "at": "accueil"}, SheetWait("none")),
    ],
)  # fmt: skip
def test_a_wait_is_known_unknown_or_none(said: dict[str, object], wait: SheetWait) -> None:
    """What a person does alone makes nobody wait; an unknown wait is never zero."""
    assert _step(**said).wait == wait


def test_the_law_s_time_stands_beside_an_unknown_wait() -> None:
    """A legal delay is not a wait: both are said."""
    deadline = {"within": "4 mo", "binds": "organisation", "silence": "refused"}
    wait = _step(at="accueil", deadlines=[deadline]).wait
    assert (wait.state, wait.weeks) == ("unknown", 0)
    assert wait.legal == "légal\u202f: 4 mois au plus, silence = refus"


def test_findings_are_numbered_in_their_order_and_questions_are_not() -> None:
    """C1, C2…: the codes of the page."""
    one = journey({"a": {"title": "A"}, "b": {"title": "B"}}).model_copy(update={"id": "m/as-is"})

    def finding(kind: str, severity: str, *steps: str) -> Finding:
        where = Where(steps=steps)
        return Finding("r", kind, severity, "high", "c", where, journeys=("m/as-is",))  # type: ignore[arg-type]

    findings = [finding("fault", "error", "b"), finding("question", "info", "a"),
                finding("structural", "warning", "a", "b")]  # fmt: skip
    made = fill_sheet(one, ATLAS, Persona(name="Jeanne"), FRENCH, findings)
    assert made.steps[0].flags == (Flag("C2", "warning"),)
    assert made.steps[1].flags == (Flag("C1", "error"), Flag("C2", "warning"))


def test_a_step_without_stage_belongs_with_the_one_above() -> None:
    """As it does in reading order."""
    steps = {"a": {"title": "A", "stage": "s"}, "b": {"title": "B"}}
    made = sheet_of(journey(steps, stages={"s": "Début"}))
    assert [(step.stage, step.stage_name) for step in made.steps] == [("s", "Début")] * 2


def test_a_way_that_the_persona_cannot_take_is_left_out() -> None:
    """Who is not at ease online does not go online."""
    atlas = Atlas(counters={"caf": {"name": "Caf", "owner": "caf", "channels": ["online", "post"]}})
    one = journey({"a": {"title": "A", "at": "caf"}})
    ill_at_ease = Persona(name="Jeanne", people=[{"online": 0}])
    made = fill_sheet(one, atlas, ill_at_ease, FRENCH)
    assert made.steps[0].counters[0].channels == ("post",)
