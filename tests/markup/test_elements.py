"""Elements: escaped by construction, and unable to hold what acts."""

from xml.etree import ElementTree

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from carteblanche_journeys.markup import el, is_safe_target, render, render_html, visible

NASTY = ["<b>\"&'</b>", "\x00\x1b[31m\x7f\x85", "\u202eabc\u2069", "\ud800", "a\nb\tc", "]]>"]


@given(st.text())
@example(NASTY[0])
@example(NASTY[1])
@example(NASTY[2])
@example(NASTY[3])
@example(NASTY[4])
@example(NASTY[5])
def test_any_text_is_read_back_from_xml_as_it_was_written(text: str) -> None:
    """A parser finds the same text, in an element and in an attribute."""
    read = ElementTree.fromstring(render(el("p", {"title": text}, text)))
    assert (read.text or "") == visible(text) == read.attrib["title"]


def test_html_writes_void_elements_without_an_end_and_others_with_one() -> None:
    """`<br>` has no end, an empty `<span>` has one."""
    assert render_html(el("p", None, el("br"), el("span"))) == "<p><br><span></span></p>"


def test_an_svg_inside_html_is_written_as_xml() -> None:
    """Its empty shapes close themselves."""
    assert render_html(el("div", None, el("svg", None, el("path")))) == (
        "<div><svg><path/></svg></div>"
    )


def test_nothing_stands_for_nothing() -> None:
    """None is left out, whether a child or an attribute; True is the name alone."""
    assert render(el("g", {"id": None, "hidden": True}, None, [None, "a"])) == (
        '<g hidden="hidden">a</g>'
    )


@pytest.mark.parametrize(
    "tag", ["script", "SCRIPT", "svg:script", "foreignObject", "iframe", "a b"]
)
def test_what_acts_is_no_element_of_ours(tag: str) -> None:
    """A refused tag is a fault of ours, raised at once."""
    with pytest.raises(ValueError, match="no page of ours"):
        el(tag)


@pytest.mark.parametrize("name", ["onclick", "ONLOAD", "style", "srcdoc", "a b", 'x"', ""])
def test_what_acts_is_no_attribute_of_ours(name: str) -> None:
    """An attribute that runs code, or styles in place, is a fault of ours."""
    with pytest.raises(ValueError, match="no element of ours"):
        el("p", {name: "x"})


@pytest.mark.parametrize(
    "target",
    ["javascript:alert(1)", "JaVaScript:x", "java\nscript:x", " javascript:x", "data:text/html,x",
     "vbscript:x", "//elsewhere.example", "/\\elsewhere.example", "\x01javascript:x", ""],
)  # fmt: skip
def test_a_link_never_leads_where_code_runs(target: str) -> None:
    """Only https, http, mailto, relative paths and places of the page."""
    assert not is_safe_target(target)
    with pytest.raises(ValueError, match="may not lead"):
        el("a", {"href": target})


@pytest.mark.parametrize(
    "target", ["https://example.org/a?b=c", "mailto:a@example.org", "../caf.md", "#c1", "a/b:c"]
)
def test_a_link_leads_to_pages_and_places(target: str) -> None:
    """What a page of ours needs is allowed."""
    assert is_safe_target(target)
    assert render(el("a", {"href": target}))


def test_numbers_are_written_short() -> None:
    """Two decimals at most, without trailing zeros."""
    assert (
        render(el("path", {"x": 12.0, "y": 1 / 3, "z": -0.001})) == '<path x="12" y="0.33" z="0"/>'
    )
