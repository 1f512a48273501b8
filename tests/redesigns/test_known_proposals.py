"""What is known to help: each known remedy is proposed, and what would hurt is not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from carteblanche_journeys.diagnosis import example_files
from carteblanche_journeys.reading import read_atlas
from carteblanche_journeys.redesigns.proposals.proposal import Proposals
from carteblanche_journeys.redesigns.proposals.proposing import propose

HERE = Path(__file__).parents[1] / "truth"
CASES = [
    pytest.param(yaml.safe_load(path.read_text("utf-8")), id=path.stem)
    for path in sorted(HERE.glob("*.yml"))
]


def found_in(case: dict[str, Any], folder: Path) -> Proposals:
    """What is proposed for the as-is journey of a case."""
    for name, body in example_files(case["files"]).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(body, "utf-8")
    atlas = read_atlas(folder).atlas
    (journey,) = [one for one in atlas.journeys.values() if not one.redesigns]
    found = propose(journey, atlas)
    assert found.faults == ()
    return found


@pytest.mark.parametrize("case", CASES)
def test_known_proposals(case: dict[str, Any], tmp_path: Path) -> None:
    """The remedies that are known are among the first three, and what would hurt is nowhere."""
    found, expected = found_in(case, tmp_path), case["proposes"]
    shown = [move.move.name for one in found.shown for move in one.moves]
    assert set(expected.get("first_three", ())) <= set(shown[:3])
    assert set(expected.get("anywhere", ())) <= set(shown)
    further = {move.move.name for one in found.further for move in one.moves}
    assert not {*shown, *further} & set(expected.get("never", ()))
    vetoed = {(one.moves[0].move.name, one.veto.code) for one in found.rejected}
    assert {tuple(one) for one in expected.get("vetoed", ())} <= vetoed


@pytest.mark.parametrize("case", CASES)
def test_worse_is_told(case: dict[str, Any], tmp_path: Path) -> None:
    """Each proposal says what gets worse; of some moves it is known what that is."""
    found = found_in(case, tmp_path)
    for one in (*found.shown, *found.further):
        assert one.worse
        assert one.legal
    told = {(move, worse.kind) for one in found.shown for move, worse in one.worse}
    assert {tuple(one) for one in case["proposes"].get("worse", ())} <= told


@pytest.mark.parametrize("case", CASES)
def test_one_of_each_move_and_cause(case: dict[str, Any], tmp_path: Path) -> None:
    """Among those shown, no two are of one move for one cause."""
    found = found_in(case, tmp_path)
    pairs = [(one.moves[0].move.name, cause) for one in found.shown for cause in one.causes]
    assert len(pairs) == len(set(pairs))
    assert len(found.shown) <= 10


@pytest.mark.parametrize("case", CASES)
def test_counters_kept(case: dict[str, Any], tmp_path: Path) -> None:
    """No proposal closes a counter, but where a full merge is what is known to help."""
    found = found_in(case, tmp_path)
    closed = {name for one in found.shown for name in one.journey.additions.gone}
    assert closed == set(case["proposes"].get("closes", ()))


def test_five_days_untouched(tmp_path: Path) -> None:
    """Whatever is proposed for a birth, it is declared within five days, at the same counter."""
    case = next(param.values[0] for param in CASES if param.id == "birth-on-paper")
    found = found_in(case, tmp_path)
    for one in (*found.shown, *found.further):
        declared = one.journey.steps["mairie"]
        assert [deadline.within.likely for deadline in declared.deadlines] == [5]
        assert declared.at == "etat-civil" or "etat-civil" in {w.counter for w in declared.ways}


def test_facade_is_no_gain(tmp_path: Path) -> None:
    """A generalist without operator links is set aside: nothing that it would spare counts."""
    case = next(param.values[0] for param in CASES if param.id == "rural-senior-with-a-facade")
    found = found_in(case, tmp_path)
    bare = [one for one in found.rejected if one.veto.code == "facade-counter"]
    assert [one.moves[0].written["move"] for one in bare] == ["delegate"]
    assert "operators" not in bare[0].moves[0].written
    linked = next(one for one in found.shown if one.moves[0].move.name == "delegate")
    assert linked.spared["odette"]["trips"].likely < 0
    assert "facade-counter" in {finding.rule for finding in linked.clears}
