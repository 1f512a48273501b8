"""Widths of text: cautious, and lines that lose nothing."""

import re

from hypothesis import example, given
from hypothesis import strategies as st

from carteblanche_journeys.markup import text_width, wrap


def _letters(text: str) -> str:
    return re.sub(r"[\s-]", "", text)


@given(st.text(max_size=200), st.floats(5, 400))
@example("Équipe médico-sociale", 60.0)
@example("e\u0301" * 40, 20.0)
def test_wrapped_lines_hold_every_character_in_order(text: str, width: float) -> None:
    """Wrapping loses no character but white space, and adds none but hyphens."""
    assert _letters("".join(wrap(text, width, 12.5))) == _letters(text)


@given(st.text(st.characters(codec="latin-1", categories=["L", "P", "Zs", "N"]), max_size=200))
def test_a_line_is_never_wider_than_the_room(text: str) -> None:
    """Where one character and a hyphen fit, every line fits."""
    assert all(text_width(line, 12.5, "bold") <= 60.001 for line in wrap(text, 60, 12.5, "bold"))


def test_a_line_breaks_at_spaces_then_hyphens_then_inside_a_word() -> None:
    """The three ways to break stand in this order."""
    assert wrap("un médico-social", 75, 12.5) == ("un", "médico-", "social")
    assert wrap("anticonstitutionnellement", 75, 12.5)[0].endswith("-")


def test_a_no_break_space_keeps_its_words_together() -> None:
    """« Le dépôt : » never breaks before its colon."""
    assert wrap("le dépôt\u00a0: ici", 55, 12.5) == ("le", "dépôt\u00a0:", "ici")


def test_an_accent_does_not_widen_a_letter() -> None:
    """é is as wide as e, composed or not."""
    assert text_width("é", 10) == text_width("e", 10) == text_width("e\u0301", 10)


def test_ideographs_and_pictures_get_a_whole_square() -> None:
    """What the table does not know is taken to be wide."""
    assert text_width("家", 10) >= 10
    assert text_width("🏠", 10) >= 12


def test_bold_is_wider_than_regular() -> None:
    """Each weight has its own widths."""
    word = "Recommencer auprès de sa caisse"
    assert text_width(word, 12) < text_width(word, 12, "semibold") < text_width(word, 12, "bold")
