"""Every mistake in a file is said as the YAML cases beside this file have it, word for word."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from carteblanche_journeys.errors import UnreadableAtlas
from carteblanche_journeys.reading import read_atlas

HERE = Path(__file__).parent
SCHOOL: dict[str, str] = yaml.safe_load((HERE / "school" / "files.yaml").read_text("utf-8"))
CASES = [
    pytest.param(case, id=f"{file.stem}: {case['it']}")
    for file in sorted(HERE.glob("*.yml"))
    for case in yaml.safe_load(file.read_text("utf-8"))
]


def write_atlas(folder: Path, files: dict[str, str | None]) -> Path:
    """Write the school's atlas with some files changed, added or left out."""
    for name, text in {**SCHOOL, **files}.items():
        if text is not None:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8", newline="")
    return folder


def said_of(folder: Path, lang: str | None) -> str:
    """Everything that is said about an atlas, its folder left out."""
    with pytest.raises(UnreadableAtlas) as refusal:
        read_atlas(folder, lang, rules=["redundant-counters", "user-as-courier"])
    return str(refusal.value).replace(str(folder), "FOLDER")


@pytest.mark.parametrize("case", CASES)
def test_a_mistake_is_said_with_its_place_and_what_to_do(
    case: dict[str, Any], tmp_path: Path
) -> None:
    """What is said about a wrong file is known to the letter."""
    folder = write_atlas(tmp_path / "atlas", case["files"])
    assert said_of(folder, case.get("lang")) == case["says"].rstrip("\n").replace("␠", "\u00a0")


def test_the_school_of_the_cases_reads_without_a_mistake(tmp_path: Path) -> None:
    """The atlas that the cases change is the smallest one of the documentation, and valid."""
    reading = read_atlas(write_atlas(tmp_path / "atlas", {}))
    assert list(reading.atlas["inscription/as-is"].steps) == ["inscription", "admission", "rentree"]
