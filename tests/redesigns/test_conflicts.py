"""Moves that touch the same thing: after the first, the second is done, or no longer fits."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from carteblanche_journeys.diagnosis import example_files
from carteblanche_journeys.reading import read_atlas
from carteblanche_journeys.redesigns import DoesNotFit, Variant, begin, chosen, make, make_one

HERE = Path(__file__).parent
CASES = [
    pytest.param(case, id=case["fact"])
    for case in yaml.safe_load((HERE / "conflicts.yml").read_text("utf-8"))
]


def begun(name: str, folder: Path) -> Variant:
    """The as-is journey of an atlas whose diagnosis is known."""
    book = yaml.safe_load((HERE.parent / "truth" / f"{name}.yml").read_text("utf-8"))
    for file, body in example_files(book["files"]).items():
        path = folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(body, "utf-8")
    atlas = read_atlas(folder).atlas
    return begin(next(iter(atlas.journeys.values())), atlas)


@pytest.mark.parametrize("case", CASES)
def test_conflict(case: dict[str, Any], tmp_path: Path) -> None:
    """After the first moves, the second is refused, or has nothing left to do."""
    before = begun(case["atlas"], tmp_path)
    after = make(before, map(chosen, case["first"]))
    assert after is not before
    second = chosen(case["then"])
    if case.get("unchanged"):
        assert make_one(after, second) is after
        return
    with pytest.raises(DoesNotFit) as refusal:
        make_one(after, second)
    assert [one.code for one in refusal.value.hindrances] == case["refused"]
