"""The escapers: what is written shows, and does nothing."""

import csv
import html
import io
import re
from collections.abc import Callable
from html.parser import HTMLParser

import markdown
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from carteblanche_journeys.markup import (
    csv_cell,
    for_terminal,
    github_message,
    github_property,
    inert,
    md,
    url,
    visible,
)

EXTENSIONS = [
    "tables", "attr_list", "md_in_html", "toc", "admonition", "def_list", "footnotes", "abbr",
    "pymdownx.details", "pymdownx.superfences", "pymdownx.tasklist", "pymdownx.tilde",
    "pymdownx.caret", "pymdownx.mark", "pymdownx.keys", "pymdownx.emoji", "pymdownx.magiclink",
    "pymdownx.inlinehilite", "pymdownx.highlight",
]  # fmt: skip

NASTY = [
    "# Titre", "1. un", "- un", "* un", "    code", "a | b", "| a |\n|---|", "**gras**",
    "_x_ __y__",
    "`code`", "[x](javascript:alert(1))", "![x](y)", "<b>gras</b>", "<script>alert(1)</script>",
    "&amp; &lt;", "{: onclick=x }", "{#id}", "!!! note", "??? note", ": définition", "[^1]",
    "[x]: http://example.org", "http://example.org", "www.example.org", "a@example.org", "@nom",
    ":smile:", "~~x~~", "==x==", "^^x^^", "++ctrl++", "\\*x\\*", "Setext\n===", "---", "> citation",
    "<!-- x -->", "<?php ?>", "*[HTML]: x", "a\nb", "Étape 2 : le dépôt", "\x02klzzwxh:0000\x03",
    "[TOC]", "$x$", "```\nx\n```", "#!python x", "--8<-- x", "- [ ] x", "¿?", "x  \ny", "a::b",
]  # fmt: skip

#: Where a text may stand, and the tags found there.
PLACES = {
    "a paragraph": ("{}", ["p"]),
    "the middle of a paragraph": ("Avant {} après", ["p"]),
    "a heading": ("## {}", ["h2"]),
    "a list": ("- {}", ["ul", "li"]),
    "the words of a link": ("[{}](a.md)", ["p", "a"]),
    "bold words": ("**{}**", ["p", "strong"]),
    "a cell": (
        "| A | B |\n|---|---|\n| {} | b |",
        ["table", "thead", "tr", "th", "th", "tbody", "tr", "td", "td"],
    ),
    "an HTML block": ('<div markdown="1">\n\n{}\n\n</div>', ["div", "p"]),
}


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def _shown(place: str, text: str) -> tuple[str, list[str]]:
    around, _ = PLACES[place]
    page = markdown.markdown(around.replace("{}", md(text)), extensions=EXTENSIONS)
    reader = _Reader()
    reader.feed(page)
    return reader.text, reader.tags


def _bare(text: str) -> str:
    return re.sub(r"\s+", "", text)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("text", NASTY)
def test_what_means_something_to_markdown_shows_as_written(place: str, text: str) -> None:
    """No tag appears but those of the place, and the text is there whole."""
    shown, tags = _shown(place, text)
    assert tags == PLACES[place][1]
    assert _bare(visible(text)) in _bare(shown)


@settings(max_examples=150, deadline=None)
@given(st.text("<>&*_`[](){}#!|~=+-.:;?\"'\\/$%@^,\n\t 1aé", min_size=1, max_size=30),
       st.sampled_from(sorted(PLACES)))  # fmt: skip
@example("1.", "a paragraph")
def test_marks_in_any_order_show_as_written(text: str, place: str) -> None:
    """Any mixture of marks shows whole and adds no tag."""
    if not md(text):
        return
    shown, tags = _shown(place, text)
    assert tags == PLACES[place][1]
    assert _bare(text) in _bare(shown)


@settings(max_examples=100, deadline=None)
@given(st.text(min_size=1, max_size=60))
def test_any_text_shows_as_written(text: str) -> None:
    """Whatever the characters, the page shows them, controls as symbols."""
    if not _bare(text):
        return
    shown, tags = _shown("the middle of a paragraph", text)
    assert tags == ["p"]
    assert _bare(visible(text)) in _bare(shown)


@given(st.text())
def test_an_escaped_text_is_one_line(text: str) -> None:
    """A heading or a cell cannot be left through a line feed."""
    assert "\n" not in md(text)


def test_plain_prose_stays_readable_in_the_source() -> None:
    """The exported Markdown of ordinary French is ordinary French."""
    prose = "Aller-retour, à la CAF (sur place). « Oui », dit-elle ; l'été ?"
    assert md(prose) == prose


def test_a_contents_entry_holds_the_same_title() -> None:
    """The table of contents shows a heading as written."""
    page = markdown.Markdown(extensions=["toc", "attr_list"])
    page.convert(f"## {md('<b> *x* {#y}')}")
    assert html.unescape(page.toc_tokens[0]["name"]) == "<b> *x* {#y}"


@pytest.mark.parametrize("target", ["a b (1).md", "x_*y*_`z`.md", "a?b=c&copy=d", "é|è.md", "#a"])
def test_a_target_stays_one_link(target: str) -> None:
    """Whatever a path holds, the link is whole."""
    page = markdown.markdown(f"[x]({url(target)}) fin", extensions=EXTENSIONS)
    assert re.fullmatch(r'<p><a href="[^" ]+">x</a> fin</p>', page)


def test_a_target_that_runs_code_is_a_fault() -> None:
    """`url` refuses what `is_safe_target` refuses."""
    with pytest.raises(ValueError, match="may not lead"):
        url("javascript:alert(1)")


@given(st.text(st.characters(exclude_characters="\r\x00")))
def test_a_cell_is_read_back_and_never_a_formula(text: str) -> None:
    """A CSV reader finds the text, behind an apostrophe where a spreadsheet would run it."""
    read = next(csv.reader(io.StringIO(csv_cell(text), newline="")), [""])
    assert read[0].removeprefix("'") == inert(text).removeprefix("'")
    assert not read[0].startswith(("=", "@", "＝", "＠"))


@given(st.text())
def test_an_annotation_is_one_line(text: str) -> None:
    """A message cannot begin a second command."""
    assert not set("\r\n") & set(github_message(text))
    assert not set("\r\n:,") & set(github_property(text))


#: Every character of Unicode that turns the direction of a text (property Bidi_Control).
TURNING = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


@pytest.mark.parametrize("written", [for_terminal, github_message, github_property, csv_cell])
def test_no_name_turns_a_line_around(written: Callable[[str], str]) -> None:
    """Terminals, build logs and spreadsheets get none of the marks that turn a text."""
    assert not set(TURNING) & set(written(f"Guichet{TURNING} 3"))


@given(st.text())
def test_a_terminal_line_holds_no_control(text: str) -> None:
    """Nothing a file says moves the cursor or changes a colour."""
    assert for_terminal(text).isprintable() or not re.search(
        r"[\x00-\x1f\x7f-\x9f]", for_terminal(text)
    )


@given(st.text())
def test_visible_changes_no_length_and_is_stable(text: str) -> None:
    """One character for one, and twice is once."""
    assert len(visible(text)) == len(text)
    assert visible(visible(text)) == visible(text)
