"""Colours of the drawings: what is read can be read, on every ground, in light and dark."""

import re
from collections.abc import Mapping

import pytest

from carteblanche_journeys.drawing.style import (
    DARK,
    FORCED,
    LIGHT,
    TYPES,
    blueprint_rules,
    declarations,
)

GROUNDS = ("page", "band", "under")


def _light(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours (WCAG 2.2, 1.4.3)."""
    high, low = sorted((_light(one), _light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", GROUNDS)
def test_text_stands_out_on_every_ground(colours: Mapping[str, str], ground: str) -> None:
    """Ink, muted text and the person's colour: 5.4 at least, where 4.5 is asked."""
    for name in ("ink", "muted", "person"):
        assert contrast(colours[name], colours[ground]) >= 5.4


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", GROUNDS)
def test_a_border_that_means_something_is_seen(colours: Mapping[str, str], ground: str) -> None:
    """3 at least (WCAG 2.2, 1.4.11)."""
    assert contrast(colours["border"], colours[ground]) >= 3


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_text_in_a_filled_shape_stands_out(colours: Mapping[str, str]) -> None:
    """A number in a node, a code in a flag: 7 at least."""
    assert contrast(colours["on-person"], colours["person"]) >= 7
    assert contrast(colours["on-finding"], colours["finding"]) >= 7


def test_every_palette_has_the_same_names() -> None:
    """No colour is missing in the dark or under forced colours."""
    assert set(LIGHT) == set(DARK) == set(FORCED)


def test_no_text_is_smaller_than_eleven_pixels() -> None:
    """The floor of a drawing."""
    assert min(one.size for one in TYPES.values()) >= 11


def test_the_site_s_rules_hold_no_colour_of_their_own() -> None:
    """Colours come from the custom properties, so that a theme can change them in one place."""
    assert not re.search(r"#[0-9a-f]{6}", blueprint_rules())
    wanted = set(re.findall(r"var\(--cb-([a-z-]+)\)", blueprint_rules()))
    assert wanted <= set(LIGHT)
    assert (
        declarations({"ink": "#000000", "page": "#ffffff"}) == "--cb-ink:#000000;--cb-page:#ffffff"
    )
