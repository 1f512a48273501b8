"""What is known to be true of services: each known diagnosis, on an invented journey."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from carteblanche_journeys.diagnosis import Finding, diagnose, example_files
from carteblanche_journeys.reading import read_atlas

HERE = Path(__file__).parent
CASES = [
    pytest.param(yaml.safe_load(path.read_text("utf-8")), id=path.stem)
    for path in sorted(HERE.glob("*.yml"))
]


def faults_of(case: dict[str, Any], folder: Path) -> tuple[Finding, ...]:
    """The faults found in the journey of a case; questions are not faults."""
    for name, body in example_files(case["files"]).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(body, "utf-8")
    found = diagnose(read_atlas(folder).atlas)
    assert found.internal_faults == ()
    return tuple(one for one in found.findings if one.kind != "question")


@pytest.mark.parametrize("case", CASES)
def test_known_diagnosis(case: dict[str, Any], tmp_path: Path) -> None:
    """What is known to hurt is found, and what does not is left alone."""
    faults = faults_of(case, tmp_path)
    told = {one.rule for one in faults}
    also = told.union(*(one.also for one in faults))
    assert set(case["fires"]) <= told
    assert set(case.get("fires_also", ())) <= also
    assert not case.get("fires_one_of") or told & set(case["fires_one_of"])
    assert not told & set(case["silent"])


def test_no_known_journey_has_a_broken_walk(tmp_path: Path) -> None:
    """The invented journeys are sound, so that what is found in them is about services."""
    for number, case in enumerate(param.values[0] for param in CASES):
        faults = faults_of(case, tmp_path / str(number))
        assert [one.rule for one in faults if one.kind == "structural"] == []
