"""What holds for every journey, however strange."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from carteblanche_journeys.diagnosis import diagnose, tell
from carteblanche_journeys.model import Atlas
from carteblanche_journeys.words import LANGUAGES, words_for

BODIES = ["mairie", "caf", "banque", "inconnu"]
PIECES = ["acte", "formulaire", "bilan", "inconnue"]
STEPS = [f"s{n}" for n in range(7)]
TRAITS = st.one_of(st.just({}), st.fixed_dictionaries({"age": st.sampled_from([1, 2])}))

LINKS = st.fixed_dictionaries(
    {"to": st.sampled_from(STEPS)},
    optional={
        "when": TRAITS,
        "share": st.sampled_from([0.2, 0.5, 0.8]),
        "always": st.booleans(),
        "back": st.booleans(),
        "carried": st.sampled_from(["person", "organisation", "notification", "none"]),
        "carries": st.lists(st.sampled_from(PIECES), max_size=2),
        "acknowledged": st.booleans(),
    },
)
ORDINARY = st.fixed_dictionaries(
    {"title": st.just("Étape")},
    optional={
        "kind": st.sampled_from(["action", "choice", "event"]),
        "at": st.sampled_from(BODIES),
        "asks": st.lists(st.sampled_from(PIECES), max_size=3),
        "yields": st.lists(st.sampled_from(PIECES), max_size=2),
        "schemes": st.lists(st.sampled_from(["aide", "prime", "rien"]), max_size=2),
        "actor": st.sampled_from(["person", "caf", "mairie"]),
        "next": st.lists(LINKS, max_size=3),
        "ends": st.booleans(),
        "join": st.sampled_from(["any", "all"]),
    },
)
OUTCOME = st.fixed_dictionaries(
    {"title": st.just("Issue"), "kind": st.just("outcome")},
    optional={"next": st.lists(LINKS, max_size=1), "scheme": st.sampled_from(["aide", "rien"])},
).flatmap(
    lambda step: st.sampled_from(["granted", "refused", "gave-up"]).map(
        lambda result: {**step, "result": result}
    )
)
ATLASES = st.dictionaries(
    st.sampled_from(STEPS), st.one_of(ORDINARY, ORDINARY, OUTCOME), min_size=1, max_size=7
)


def atlas_of(steps: dict) -> Atlas:
    """An atlas around these steps, in which some things are named that nobody describes."""
    return Atlas(
        organisations={
            "mairie": {"name": "Mairie", "kind": "local", "many": True},
            "caf": {"name": "Caf", "kind": "social-security"},
        },
        counters={
            "mairie": {"name": "M", "owner": "mairie", "competence": {"aide": "receives"}},
            "caf": {"name": "C", "owner": "caf", "competence": {"aide": "receives"}},
            "banque": {"name": "B", "owner": "banque", "competence": {"prime": "decides"}},
        },
        schemes={
            "aide": {"name": "Aide", "purpose": "aider", "decided_by": ["caf"]},
            "prime": {"name": "Prime", "purpose": "aider"},
        },
        evidence={
            "acte": {"name": "Acte", "issuer": "mairie", "facts": ["nom"]},
            "formulaire": {"name": "Formulaire", "issuer": "person", "kind": "form"},
            "bilan": {"name": "Bilan", "kind": "assessment"},
        },
        personas={"lea": {"name": "Léa", "traits": {"age": 1}}, "noe": {"name": "Noé"}},
        journeys={"x/as-is": {"title": "X", "personas": ["lea", "noe"], "steps": steps}},
    )


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=200)
@given(ATLASES)
def test_every_journey_can_be_diagnosed_and_every_finding_told(steps: dict) -> None:
    """No rule fails on any journey, and each finding names only places that there are."""
    atlas = atlas_of(steps)
    diagnosis = diagnose(atlas)
    assert diagnosis.internal_faults == ()
    for finding in diagnosis.findings:
        assert set(finding.where.steps) <= set(steps)
        assert finding.where.steps
        for lang in LANGUAGES:
            told = tell(finding, atlas, words_for(lang))
            assert "{" not in told.title + told.message + told.remedy + told.against


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=100)
@given(ATLASES)
def test_one_cause_is_told_once_and_alike_each_time(steps: dict) -> None:
    """No two findings share rule, kind and cause, and a second look finds the same."""
    atlas = atlas_of(steps)
    found = diagnose(atlas).findings
    keys = [(finding.rule, finding.kind, finding.cause) for finding in found]
    assert len(keys) == len(set(keys))
    assert diagnose(atlas).findings == found
