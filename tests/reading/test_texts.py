"""An atlas from the texts of its files, as from a folder that holds them."""

from __future__ import annotations

from pathlib import Path

import pytest

from carteblanche_journeys.errors import UnreadableAtlas
from carteblanche_journeys.reading import atlas_in, read_atlas

JOURNEYS = Path(__file__).parents[2] / "journeys"


def test_texts_are_read_as_files_are() -> None:
    """The files of the shipped atlas give the same atlas whether read or handed over as texts."""
    texts = {
        path.relative_to(JOURNEYS).as_posix(): path.read_text("utf-8")
        for path in sorted(JOURNEYS.rglob("*.yml"))
        if not path.name.startswith(".")
    }
    assert atlas_in(texts) == read_atlas(JOURNEYS).atlas


def test_a_mistake_in_a_text_is_told() -> None:
    """What a folder would be refused for, texts are refused for."""
    with pytest.raises(UnreadableAtlas) as caught:
        atlas_in({"atlas.yml": "title: X", "velo/as-is.yml": "title: J\nsteps: {a: {at: nowhere}}"})
    assert "nowhere" in str(caught.value)
