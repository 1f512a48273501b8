"""The best set: what several moves save together, measured, and how sure it is the best."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, permutations
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from carteblanche_journeys.diagnosis import example_files
from carteblanche_journeys.model import Atlas, Journey
from carteblanche_journeys.reading import read_atlas
from carteblanche_journeys.redesigns import Move
from carteblanche_journeys.redesigns.move import Diagnosed
from carteblanche_journeys.redesigns.proposals import best_set, candidates
from carteblanche_journeys.redesigns.proposals.candidates import trial_of
from carteblanche_journeys.redesigns.proposals.diagnosing import faults_of
from carteblanche_journeys.redesigns.proposals.gains import Score, score_of, weights
from carteblanche_journeys.redesigns.proposals.proposal import BestSet, Limits
from carteblanche_journeys.redesigns.proposals.proposing import propose
from carteblanche_journeys.redesigns.proposals.trial import Start, Trial, tried
from carteblanche_journeys.redesigns.proposals.vetoes import veto
from carteblanche_journeys.redesigns.variant import begin
from faking import changed, fake, gone, use

TRUTH = Path(__file__).parents[1] / "truth"
STEPS = {
    "lire": {"title": "Lire", "effort": "20 min"},
    "remplir": {"title": "Remplir", "effort": "60 min"},
    "envoyer": {"title": "Envoyer", "effort": "10 min"},
    "fin": {"title": "Accordé", "kind": "outcome", "result": "granted"},
}
JOURNEY = Journey(id="x/as-is", title="Je demande", steps=STEPS)


def best(journey: Journey = JOURNEY, atlas: Atlas | None = None, **limits: object) -> BestSet:
    """The best set of a journey."""
    found = propose(journey, atlas or Atlas(), best=True, limits=Limits(**limits))
    assert found.best is not None
    return found.best


def names(found: BestSet) -> list[str]:
    """Its moves, in order."""
    return [one.move.name for one in found.proposal.moves] if found.proposal else []


#: Three ways to spare the same hour, and one that spares something else.
RIVALS = (
    fake("no-form", gone("remplir"), order=10),
    fake("short-form", changed("remplir", effort="15 min"), order=20),
    fake("help", changed("remplir", effort="30 min"), order=30),
    fake("no-leaflet", gone("lire"), order=40),
)


def test_saving_of_the_set_not_a_sum(monkeypatch: pytest.MonkeyPatch) -> None:
    """Savings are measured on the journey that the set yields: nothing is counted twice."""
    use(monkeypatch, *RIVALS)
    found = best()
    assert names(found) == ["no-form", "no-leaflet"]
    assert found.proposal.spared[""]["minutes"].likely == -80
    assert found.exact
    assert found.bound == 80


def test_canonical_order(monkeypatch: pytest.MonkeyPatch) -> None:
    """A set is made in the canonical order of its moves, whatever each gains alone."""
    use(
        monkeypatch,
        fake("late", gone("remplir"), order=90),
        fake("early", gone("lire"), order=10),
    )
    assert names(best()) == ["early", "late"]


def test_as_few_moves_as_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The set has no more moves than allowed, and no move that adds nothing."""
    use(monkeypatch, *RIVALS)
    assert names(best(moves=1)) == ["no-form"]
    assert len(names(best(moves=4))) == 2


def test_within_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    """No move of the set costs more than allowed, or needs another text."""
    use(
        monkeypatch,
        fake("dear", gone("remplir"), cost="high"),
        fake("law", gone("remplir"), need="law"),
        fake("small", gone("lire")),
    )
    assert names(best(cost="medium", legal=("agreement",))) == ["small"]


def test_a_vetoed_set_is_not_the_best(monkeypatch: pytest.MonkeyPatch) -> None:
    """A set that does together what no proposal may do is passed over for the next."""
    atlas = Atlas(
        organisations={"caf": {"name": "Caf"}},
        counters={"caf": {"name": "Caf", "owner": "caf", "channels": ["phone"]}},
    )
    steps = {
        "un": {"title": "Appeler", "at": "caf", "effort": "30 min"},
        "deux": {"title": "Rappeler", "at": "caf", "effort": "20 min"},
        "fin": STEPS["fin"],
    }
    use(monkeypatch, fake("no-first", gone("un")), fake("no-second", gone("deux")))
    assert names(best(Journey(id="x/as-is", title="X", steps=steps), atlas)) == ["no-first"]


def test_nothing_to_gain(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing saves anything there is no best set."""
    use(monkeypatch, fake("slower", changed("lire", effort="90 min")))
    assert best().proposal is None


def test_many_candidates(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of many sets a good one is found by growing and swapping; what bounds it is all there is."""
    steps = {f"pas-{n:02}": {"title": "X", "effort": f"{n + 1} min"} for n in range(20)}
    moves = [fake(f"no-{n:02}", gone(f"pas-{n:02}")) for n in range(20)]
    use(monkeypatch, *moves)
    found = best(Journey(id="x/as-is", title="X", steps={**steps, "fin": STEPS["fin"]}))
    assert not found.exact
    assert found.tried <= best_set.MOST_TRIED
    assert names(found) == ["no-15", "no-16", "no-17", "no-18", "no-19"]
    assert found.proposal.spared[""]["minutes"].likely == -90
    assert found.bound == sum(range(1, 21))


def test_bound_that_cannot_be_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where it cannot be said what the journey takes, nothing bounds what could be saved."""
    steps: dict[str, object] = {f"pas-{n:02}": {"title": "X"} for n in range(20)}
    steps["rond"] = {"title": "Tourner", "next": ["pas-19", "fin"]}
    use(monkeypatch, *(fake(f"no-{n:02}", gone(f"pas-{n:02}")) for n in range(19)))
    found = best(Journey(id="x/as-is", title="X", steps={**steps, "fin": STEPS["fin"]}), moves=3)
    assert (found.proposal, found.bound) == (None, None)


# Against brute force: every set, in every order ------------------------------------------


def every_order(start: Start, single: list[Trial], most: int) -> Iterator[Trial]:
    """Every set of moves within so many, in each order in which they fit one after another."""
    for size in range(1, most + 1):
        for chosen in combinations(single, size):
            for order in permutations(chosen):
                whole = Trial(start)
                for one in order:
                    move = one.moves[0]
                    if move.hindrances(whole.after) or move.done(whole.after):
                        break
                    whole = tried(whole, move)
                else:
                    yield whole


def brute(journey: Journey, atlas: Atlas, most: int) -> Score:
    """The most that any set gains, in any order, that no veto sets aside."""
    variant = begin(journey, atlas)
    start = Start(variant, atlas.personas_of(journey))
    weighted = weights(start, "worst-off")
    found, _ = candidates.candidates(Diagnosed(variant, faults_of(variant)))
    made = [trial_of(one, start) for one in found if one.linked is None]
    single = [one for one in made if one is not None and veto(one) is None]
    scores = [
        score_of(whole, weighted)
        for whole in every_order(start, single, most)
        if veto(whole) is None
    ]
    return min(scores, key=lambda one: one.order, default=Score(0.0, 0.0))


def score(found: BestSet, journey: Journey, atlas: Atlas) -> Score:
    """What a best set gains, made anew."""
    start = Start(begin(journey, atlas), atlas.personas_of(journey))
    whole = Trial(start)
    for one in found.proposal.moves if found.proposal else ():
        whole = tried(whole, one)
    return score_of(whole, weights(start, "worst-off"))


STEP = st.sampled_from(["lire", "remplir", "envoyer"])
MADE = st.one_of(
    st.tuples(st.just("gone"), STEP, st.just(0)),
    st.tuples(st.just("shorter"), STEP, st.integers(0, 70)),
)


def moves_of(drawn: list[tuple[str, str, int]]) -> Iterator[Move]:
    """Moves that take steps away, or make them take so long; those that go come first."""
    for place, (kind, step, minutes) in enumerate(drawn):
        make = gone(step) if kind == "gone" else changed(step, effort=f"{minutes} min")
        yield fake(f"{kind}-{place}", make, order=10 if kind == "gone" else 20)


@settings(max_examples=40)
@given(st.lists(MADE, min_size=1, max_size=5), st.integers(1, 3))
def test_as_good_as_brute_force(drawn: list[tuple[str, str, int]], most: int) -> None:
    """On small cases no set in any order gains more than the one found."""
    with pytest.MonkeyPatch.context() as patched:
        use(patched, *moves_of(drawn))
        found = best(moves=most)
        assert found.exact
        assert score(found, JOURNEY, Atlas()).order <= brute(JOURNEY, Atlas(), most).order


@pytest.mark.parametrize("path", sorted(TRUTH.glob("*.yml")), ids=lambda path: path.stem)
def test_as_good_as_brute_force_with_real_moves(path: Path, tmp_path: Path) -> None:
    """With real moves on invented journeys the canonical order loses nothing, two by two."""
    for name, body in example_files(yaml.safe_load(path.read_text("utf-8"))["files"]).items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(body, "utf-8")
    atlas = read_atlas(tmp_path).atlas
    (journey,) = [one for one in atlas.journeys.values() if not one.redesigns]
    found = best(journey, atlas, moves=2)
    assert score(found, journey, atlas).order <= brute(journey, atlas, 2).order
