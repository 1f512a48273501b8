"""The YAML loader: nothing is lost, nothing runs, nothing but our own exception is raised."""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from carteblanche_journeys.errors import UnreadableAtlas
from carteblanche_journeys.reading import read_atlas
from carteblanche_journeys.reading.yaml_loader import LARGEST, load

#: Characters that a text of an atlas may hold.
TEXTS = st.text(
    st.characters(
        exclude_categories=("Cs", "Cc", "Zl", "Zp"), exclude_characters="\ufffe\uffff\ufeff"
    ),
    min_size=1,
    max_size=60,
)
VALID = """\
title: L'école
steps:
  depot: {title: "Déposer : ici", at: caf, asks: [a, {any_of: [b, c]}], wait: 5..10 d}
  fin:
    title: >-
      Une phrase
      sur deux lignes
    next: [{to: depot, share: 20 %}]
"""
SIGNS = [*":-[]{}#&*!|>'\"%@`,?\t \n\\~", "\n  ", ": ", "- ", "<<: ", "---\n", "é", "\x00"]


def only_value(text: str) -> Any:
    """The value under the key `x` of a text that reads without a mistake."""
    loaded = load("x.yml", text.encode())
    assert loaded.mistakes == ()
    return loaded.value["x"]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("no", "no"), ("yes", "yes"), ("on", "on"), ("y", "y"), ("012", 12), ("0o14", 12),
        ("0x1F", 31), ("1_000", "1_000"), ("12:30", "12:30"), ("2018-01-15", "2018-01-15"),
        ("1.5", 1.5), ("-3", -3), ("+4", 4), ("1e3", 1000.0), ("true", True), ("FALSE", False),
        ("'12'", "12"), ('"true"', "true"), ("30 min", "30 min"), ("5..10 d", "5..10 d"),
        ("nULL", "nULL"), ("1.2.3", "1.2.3"), ("=", "="), (".5", 0.5), ("9" * 200, "9" * 200),
    ],
)  # fmt: skip
def test_a_plain_value_is_what_the_core_schema_of_yaml_says(written: str, value: object) -> None:
    """Neither dates nor old ways to write yes, octal or sixties change what an author wrote."""
    found = only_value(f"x: {written}")
    assert (found, type(found)) == (value, type(value))


@given(TEXTS)
def test_any_text_in_quotes_reads_back_as_it_was(text: str) -> None:
    """What an author puts in quotes is never changed."""
    assert only_value(yaml.safe_dump({"x": text}, allow_unicode=True, default_style='"')) == text


@given(TEXTS.filter(lambda text: text.strip() == text and not any(c in text for c in '"\\\n')))
def test_the_line_that_is_advised_reads_as_the_text_that_was_meant(text: str) -> None:
    """Where the reading advises quotes, the advised line holds the whole text."""
    mistakes = load("x.yml", f"x: {text}\n".encode()).mistakes
    advised = [
        one.values["mended"] for one in mistakes if one.code in ("syntax.colon", "syntax.sign")
    ]
    if len(advised) == len(mistakes) == 1 and " # " not in text and len(text) < 60:
        assert only_value(str(advised[0])) == text


@settings(max_examples=300, deadline=timedelta(seconds=5))
@given(st.binary(max_size=200))
def test_no_bytes_make_the_loader_raise(raw: bytes) -> None:
    """Whatever a file holds, the loader answers with a value or with mistakes at places."""
    loaded = load("x.yml", raw)
    assert loaded.value is not None or loaded.mistakes
    assert all(mistake.file == "x.yml" for mistake in loaded.mistakes)


@settings(max_examples=300, deadline=timedelta(seconds=5))
@given(st.lists(st.tuples(st.integers(0, len(VALID)), st.sampled_from(SIGNS)), max_size=4),
       st.integers(0, len(VALID)), st.integers(0, 6))  # fmt: skip
def test_no_slip_of_the_hand_makes_the_loader_raise(
    typed: list[tuple[int, str]], cut: int, length: int
) -> None:
    """A valid file with signs typed in and a piece cut out never ends in anything but mistakes."""
    text = VALID[:cut] + VALID[cut + length :]
    for where, sign in typed:
        text = text[:where] + sign + text[where:]
    for in_python in (False, True):
        loaded = load("x.yml", text.encode(), in_python=in_python)
        lines = text.count("\n") + 1
        assert all(0 <= mistake.line <= lines for mistake in loaded.mistakes)


@settings(max_examples=60, deadline=timedelta(seconds=5))
@given(data=st.data())
def test_no_file_makes_reading_raise_anything_else(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """An atlas with a damaged journey is read, or refused with its mistakes."""
    folder = tmp_path_factory.mktemp("atlas")
    (folder / "j").mkdir()
    (folder / "atlas.yml").write_text("title: x\n", "utf-8")
    where = data.draw(st.integers(0, len(VALID)))
    sign = data.draw(st.sampled_from(SIGNS))
    text = VALID[:where] + sign + VALID[where + data.draw(st.integers(0, 12)) :]
    (folder / "j" / "as-is.yml").write_text(text, "utf-8", newline="")
    with suppress(UnreadableAtlas):
        assert read_atlas(folder).atlas["j/as-is"].title


@pytest.mark.parametrize("in_python", [False, True])
def test_both_parsers_say_the_same(in_python: bool) -> None:
    """Without the C parser the same mistake is found at the same place."""
    loaded = load("x.yml", b"a: 1\ntitle: \xc3\x89tape 2 : x\n", in_python=in_python)
    (mistake,) = loaded.mistakes
    assert (mistake.code, mistake.line, mistake.column) == ("syntax.colon", 2, 16)


def test_a_mark_of_byte_order_is_accepted() -> None:
    """Some editors write one; the text and its places are as without it."""
    loaded = load("x.yml", b"\xef\xbb\xbftitle: a: b\n")
    assert (loaded.mistakes[0].line, loaded.mistakes[0].column) == (1, 9)
    assert load("x.yml", b"\xef\xbb\xbftitle: a\n").value == {"title": "a"}


def test_lines_are_counted_as_an_editor_counts_them() -> None:
    """Windows line ends change no place."""
    loaded = load("x.yml", b"a: 1\r\nb: 2\r\ntitle: a: b\r\n")
    assert (loaded.mistakes[0].line, loaded.mistakes[0].column) == (3, 9)


def test_a_file_that_is_not_utf_8_is_refused_at_its_first_wrong_character() -> None:
    """The place is that of the character, not of the file."""
    (mistake,) = load("x.yml", "a: 1\ntitle: \xc9tape\n".encode("latin-1")).mistakes
    assert (mistake.code, mistake.line, mistake.column) == ("not-utf-8", 2, 8)


def test_a_thousand_brackets_are_refused_and_break_nothing() -> None:
    """Depth is counted before anything is built."""
    (mistake,) = load("x.yml", b"x: " + b"[" * 1000).mistakes
    # Where it is found depends on the parser: some count themselves, and give up at a thousand.
    assert (mistake.code, mistake.line) == ("depth", 1)
    (sooner,) = load("x.yml", b"x: " + b"[" * 999).mistakes
    assert (sooner.code, sooner.line, sooner.column) == ("depth", 1, 43)


def test_forty_levels_are_read() -> None:
    """What is allowed is allowed to the last level."""
    assert load("x.yml", b"[" * 40 + b"]" * 40).mistakes == ()


def test_a_bomb_of_aliases_is_refused_and_never_grows() -> None:
    """Nothing is built of what repeats itself."""
    bomb = "a: &a [x, x]\n" + "".join(
        f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join([f'*{chr(97 + n)}'] * 9)}]\n" for n in range(9)
    )
    loaded = load("x.yml", bomb.encode())
    assert {mistake.code for mistake in loaded.mistakes} == {"anchor"}
    assert len(str(loaded.value)) < 1000


def test_a_file_beyond_the_limit_is_refused() -> None:
    """Eight mebibytes are read, one byte more is not."""
    (mistake,) = load("x.yml", b"#" * (LARGEST + 1)).mistakes
    assert mistake.code == "too-large"


def test_a_list_of_texts_is_a_list_of_texts(tmp_path: Path) -> None:
    """Texts with emoji, Arabic, markup, or ten thousand characters are read as written."""
    texts = ["طلب", "🙂", "<b>gras</b>", 'javascript:"x"', "deux\nlignes", "x" * 10_000]
    (tmp_path / "atlas.yml").write_text(yaml.safe_dump({"title": "x"}), "utf-8")
    (tmp_path / "j").mkdir()
    steps = {f"s{n}": {"title": text} for n, text in enumerate(texts)}
    journey = yaml.safe_dump({"title": "x", "steps": steps}, allow_unicode=True, sort_keys=False)
    (tmp_path / "j" / "as-is.yml").write_text(journey, "utf-8")
    steps_read = read_atlas(tmp_path).atlas["j/as-is"].steps
    assert [step.title for step in steps_read.values()] == texts
