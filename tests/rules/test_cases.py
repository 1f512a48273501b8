"""Every rule against its cases: what it must find, and what it must leave alone."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from carteblanche_journeys.diagnosis import Finding, diagnose, example_files, rule_names, tell
from carteblanche_journeys.model import Atlas
from carteblanche_journeys.reading import read_atlas
from carteblanche_journeys.words import words_for

HERE = Path(__file__).parent
CASES = [
    pytest.param(book["rule"], book.get("files", ""), case, id=f"{book['rule']}: {case['fact']}")
    for book in (yaml.safe_load(path.read_text("utf-8")) for path in sorted(HERE.glob("*.yml")))
    for case in book["cases"]
]


def atlas_of(folder: Path, *texts: str) -> Atlas:
    """The atlas of these files; a later text replaces files of an earlier one."""
    files = {name: body for text in texts for name, body in example_files(text).items()}
    for name, body in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(body, "utf-8")
    return read_atlas(folder).atlas


def seen(finding: Finding, expected: dict[str, Any], atlas: Atlas) -> dict[str, Any]:
    """Of a finding what a case speaks about, as the case would write it."""
    told = tell(finding, atlas, words_for(atlas.language))
    where = {name: list(getattr(finding.where, name)) for name in finding.where.__slots__}
    plain = {name: getattr(finding, name) for name in ("cause", "kind", "severity", "confidence")}
    lists = {name: list(getattr(finding, name)) for name in ("personas", "journeys", "also")}
    # No-break spaces cannot be told from others in a file of cases.
    texts = {name: getattr(told, name).replace("\u00a0", " ") for name in told.__slots__}
    costs = {name: likely(finding, name) for name in expected.get("cost", ())}
    every = plain | lists | where | texts | {"cost": costs}
    return {name: every[name] for name in expected}


def likely(finding: Finding, part: str) -> float | None:
    """What a finding likely costs, in minutes, trips, days or money; None where nobody can say."""
    amount = getattr(finding.cost, part) if finding.cost else None
    return None if amount is None or amount.likely is None else round(amount.likely, 1)


@pytest.mark.parametrize(("rule", "files", "case"), CASES)
def test_case(rule: str, files: str, case: dict[str, Any], tmp_path: Path) -> None:
    """A rule finds what its case says, at the places it says, and nothing else."""
    atlas = atlas_of(tmp_path, files, case["files"])
    found = diagnose(atlas, rules=[rule]).findings
    expected = case["finds"]
    padded = [*expected, *[{"cause": "nothing more"}] * (len(found) - len(expected))]
    assert [seen(*pair, atlas) for pair in zip(found, padded, strict=False)] == expected


def test_every_rule_has_cases() -> None:
    """Each rule has a file of cases with its name, and no file is left without a rule."""
    assert {path.stem for path in HERE.glob("*.yml")} == rule_names()
