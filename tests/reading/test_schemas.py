"""JSON Schemas for editors accept what the reading accepts, and refuse what it refuses."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from carteblanche_journeys.reading import schemas
from carteblanche_journeys.reading.yaml_loader import load

ROOT = Path(__file__).parents[2]
SCHEMAS = schemas()
SHIPPED = [
    path
    for folder in (ROOT / "journeys", ROOT / "tests" / "atlases")
    for path in sorted(folder.rglob("*.yml"))
    if ".schema" not in path.parts
]
SHARED = {name.removesuffix(".schema.json") for name in SCHEMAS} - {"journey", "territory"}


def schema_of(path: Path) -> dict[str, Any]:
    """The schema that a file of an atlas answers to."""
    kind = path.stem if path.stem in SHARED else "journey"
    kind = "territory" if path.parent.name == "territories" else kind
    return SCHEMAS[f"{kind}.schema.json"]


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_a_schema_is_one_and_says_which(name: str) -> None:
    """Each names its dialect and its kind, is valid itself, and never offers null."""
    schema = SCHEMAS[name]
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["title"] == name.removesuffix(".schema.json")
    assert "'null'" not in str(schema)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_shipped_file_satisfies_its_schema(path: Path) -> None:
    """An editor marks nothing in the files that this project ships."""
    value = load(path.name, path.read_bytes()).value
    errors = Draft202012Validator(schema_of(path)).iter_errors(value)
    assert [f"{list(error.path)}: {error.message[:200]}" for error in errors] == []


@pytest.mark.parametrize(
    "step",
    [
        {"title": "x"},
        {"title": {"fr": "x", "en": "y"}, "at": "caf", "asks": ["a", {"any_of": ["b", "c"]}]},
        {"title": "x", "asks": "a", "yields": "b", "next": "y", "wait": "10 d", "times": 3},
        {"title": "x", "ways": "caf", "next": [{"to": "y", "share": 0.2}], "share": "20 %"},
        {"title": "x", "wait": {"value": "5..10 d", "cause": "queue"}, "times": {"per": "homes"}},
        {"title": "x", "deadlines": {"within": "3 d", "of": {"step": "a", "branch": "b"}}},
        {"title": "x", "deadlines": [{"before": "a"}], "when": {"age": {"min": 3}, "gir": [1, 2]}},
        {"title": "x", "kind": "outcome", "result": "refused", "appeal": False, "measured_by": "y"},
    ],
)
def test_short_and_long_forms_are_both_offered(step: dict[str, Any]) -> None:
    """What the documentation shows first is no error in an editor."""
    journey = {"title": "x", "date": 2018, "steps": {"a": step}}
    assert list(Draft202012Validator(SCHEMAS["journey.schema.json"]).iter_errors(journey)) == []


@pytest.mark.parametrize(
    "step",
    [
        {"titel": "x", "title": "x"},
        {"title": "x", "kind": "actoin"},
        {"title": "x", "next": {"too": "y"}},
        {"title": None},
        {"title": "x", "at": 3},
    ],
)
def test_wrong_keys_and_words_are_refused(step: dict[str, Any]) -> None:
    """An editor marks what the reading would refuse."""
    journey = {"title": "x", "steps": {"a": step}}
    assert list(Draft202012Validator(SCHEMAS["journey.schema.json"]).iter_errors(journey))


def test_a_key_that_is_no_id_is_refused() -> None:
    """Ids are lower-case words joined by hyphens, in editors too."""
    journey = {"title": "x", "steps": {"Étape_1": {"title": "x"}}}
    assert list(Draft202012Validator(SCHEMAS["journey.schema.json"]).iter_errors(journey))
