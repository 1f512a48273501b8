"""The pages as people meet them: in a browser, from a disk, on a phone, without JavaScript."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
PAGES = (
    "index.html",
    "journeys/perdre-son-autonomie/as-is.html",
    "counters/departement.html",
    "evidence/piece-identite.html",
    "rules.html",
    "personas.html",
    "rules/user-as-courier.html",
    "waivers.html",
    "portfolio.html",
    "measures.html",
    "comparisons/perdre-son-autonomie/to-be.html",
    "proposals/perdre-son-autonomie/as-is.html",
    "redesigns.html",
    "moves.html",
    "journeys/perdre-son-autonomie/car.html",
)
JOURNEY = PAGES[1]
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
#: Material's search asks for this file where a page is read from the disk; its offline plugin,
#: which would write it, loads a script from another host, so it stays out.
SEARCH = "/search/search_index.js"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the real atlas, built once."""
    from carteblanche_journeys.publishing.publish import publish_atlas
    from carteblanche_journeys.reading import read_atlas
    from carteblanche_journeys.words import words_for

    folder = tmp_path_factory.mktemp("built") / "site"
    atlas = read_atlas(ROOT / "journeys").atlas
    publish_atlas(atlas, folder, date(2018, 1, 15), words_for("fr"), lambda text: None)
    return folder


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """A Chromium without a window."""
    from playwright.sync_api import sync_playwright

    from conftest import chromium

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture(autouse=True)
def closing(browser: Any) -> Iterator[None]:
    """Close what a test has opened."""
    yield
    for context in browser.contexts:
        context.close()


def opened(browser: Any, site: Path, page: str, width: int = 1440, **more: Any) -> Any:
    """A page of the site, opened from the disk."""
    context = browser.new_context(viewport={"width": width, "height": 900}, **more)
    tab = context.new_page()
    tab.asked, tab.faults = [], []
    tab.on(
        "console",
        lambda said: (
            said.type == "error"
            and tab.faults.append(f"{said.text} {said.location.get('url', '')}")
        ),
    )
    tab.on("pageerror", lambda error: tab.faults.append(str(error)))
    tab.on("request", lambda request: tab.asked.append(request.url))
    tab.goto((site / page).as_uri())
    return tab


@pytest.mark.parametrize("page", PAGES)
def test_no_page_calls_another_host(browser: Any, site: Path, page: str) -> None:
    """A page read from the disk asks nothing of any other host."""
    tab = opened(browser, site, page)
    tab.wait_for_timeout(300)
    assert [url for url in tab.asked if not url.startswith(("file:", "data:", "blob:"))] == []


@pytest.mark.parametrize("page", PAGES)
def test_no_page_reports_an_error(browser: Any, site: Path, page: str) -> None:
    """Read from the disk, a page reports no error but the search that Material has no file for."""
    tab = opened(browser, site, page)
    tab.wait_for_timeout(300)
    assert [fault for fault in tab.faults if SEARCH not in fault] == []


CUT_OFF = """[...document.querySelectorAll('.md-content *')].filter(one => {
  if (!one.checkVisibility() || one.closest('svg') !== null) return false;
  if (one.getBoundingClientRect().right <= innerWidth + 1) return false;
  for (let at = one.parentElement; at; at = at.parentElement)
    if (/auto|scroll/.test(getComputedStyle(at).overflowX)) return false;
  return true }).map(one => one.outerHTML.slice(0, 80))"""


@pytest.mark.parametrize("width", [320, 390])
@pytest.mark.parametrize("page", PAGES)
def test_nothing_is_wider_than_a_phone(browser: Any, site: Path, page: str, width: int) -> None:
    """At 320 and 390 pixels no page scrolls sideways, and nothing is cut off at its edge."""
    tab = opened(browser, site, page, width)
    assert tab.evaluate("document.documentElement.scrollWidth") <= width
    assert tab.evaluate(CUT_OFF) == []


def test_on_a_phone_the_drawing_is_the_list(browser: Any, site: Path) -> None:
    """On a phone the blueprint is left out and the list is there; on a wide screen both are."""
    phone, wide = (opened(browser, site, JOURNEY, width) for width in (390, 1440))
    assert phone.locator("figure.cb-band").count() > 0
    assert phone.locator("figure.cb-band:visible").count() == 0
    assert wide.locator("figure.cb-band").first.is_visible()
    assert phone.locator("#step-chute").is_visible()
    assert wide.locator("#step-chute").is_visible()


def test_the_list_is_read_without_javascript(browser: Any, site: Path) -> None:
    """Without JavaScript every step of the journey can be seen, and what is folded opens."""
    from carteblanche_journeys.reading import read_atlas

    steps = read_atlas(ROOT / "journeys").atlas.journeys["perdre-son-autonomie/as-is"].steps
    tab = opened(browser, site, JOURNEY, java_script_enabled=False)
    assert [step for step in steps if not tab.locator(f'[id="step-{step}"]').is_visible()] == []
    fold = tab.locator("details.cb-more").first
    inside = fold.locator("> :not(summary)").first
    assert not inside.is_visible()
    fold.locator("summary").click()
    assert inside.is_visible()


@pytest.mark.parametrize("page", PAGES)
def test_every_link_within_a_page_arrives(browser: Any, site: Path, page: str) -> None:
    """Each link to a place of the same page has that place."""
    tab = opened(browser, site, page)
    dead = tab.evaluate(
        """[...document.querySelectorAll('.md-content a[href^="#"]')]
        .map(a => a.getAttribute('href').slice(1))
        .filter(id => id && !document.getElementById(id))"""
    )
    assert dead == []


@pytest.mark.parametrize("page", [JOURNEY, *PAGES[2:4]])
def test_every_link_to_a_step_arrives(browser: Any, site: Path, page: str) -> None:
    """Each link to a step, from its own page or from another, has that step at its end."""
    tab = opened(browser, site, page)
    links = set(
        tab.evaluate(
            """[...document.querySelectorAll('.md-content a[href*="#step-"]')]
            .map(a => a.href)"""
        )
    )
    assert links
    dead = []
    for address, names in groupby(sorted(links), key=lambda link: link.partition("#")[0]):
        tab.goto(address)
        there = set(tab.evaluate("[...document.querySelectorAll('[id]')].map(one => one.id)"))
        dead += [name for name in names if unquote(name.partition("#")[2]) not in there]
    assert dead == []


@pytest.mark.parametrize("page", PAGES)
def test_a_page_has_one_title_and_says_its_language(browser: Any, site: Path, page: str) -> None:
    """Each page has one first heading, is in French, and no id stands twice in our content."""
    tab = opened(browser, site, page)
    assert tab.locator(".md-content h1").count() == 1
    assert tab.locator("html").get_attribute("lang") == "fr"
    twice = tab.evaluate(
        """(ids => ids.filter((id, at) => ids.indexOf(id) !== at))
        ([...document.querySelectorAll('.md-content [id]')].map(one => one.id))"""
    )
    assert twice == []


@pytest.mark.parametrize("page", [*PAGES[:2], "rules/user-as-courier.html", "portfolio.html"])
def test_every_picture_has_a_name_and_hides_no_link(browser: Any, site: Path, page: str) -> None:
    """A picture is named for who does not see it, and holds no link, which it would hide."""
    tab = opened(browser, site, page)
    bad = tab.evaluate(
        """[...document.querySelectorAll('.md-content svg[role=img]')].filter(svg =>
          svg.querySelector('a') || !((svg.getAttribute('aria-label') || '').trim() ||
          (svg.getAttribute('aria-labelledby') || '').split(' ').map(id =>
            document.getElementById(id)?.textContent.trim() || '').join('')))
        .map(svg => svg.outerHTML.slice(0, 80))"""
    )
    assert bad == []
    assert tab.locator(".md-content svg[role=img]").count() > 0


# Each piece of text outside the drawings, its colour laid over all the grounds that lie under it.
CONTRAST = """(() => {
  const parts = text => { const [r, g, b, a] = text.match(/[\\d.]+/g).map(Number);
    return [r, g, b, a ?? 1] };
  const over = (top, under) => [0, 1, 2].map(at => top[at] * top[3] + under[at] * (1 - top[3]));
  const light = colour => { const [r, g, b] = colour.map(v => v / 255)
    .map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b };
  const ground = one => { const layers = [];
    for (let at = one; at; at = at.parentElement)
      layers.push(parts(getComputedStyle(at).backgroundColor));
    return layers.reverse().reduce((under, top) => over(top, under), [255, 255, 255]) };
  const ratios = [];
  const walker = document.createTreeWalker(document.querySelector('.md-content'), 4);
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent.trim(), one = walker.currentNode.parentElement;
    if (!text || one.closest('svg') || !one.checkVisibility()) continue;
    const under = ground(one), a = light(over(parts(getComputedStyle(one).color), under));
    const b = light(under);
    ratios.push([(Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05), text.slice(0, 40)]) }
  return ratios })()"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("page", [*PAGES[:3], "rules/user-as-courier.html", "portfolio.html"])
def test_text_can_be_read(browser: Any, site: Path, page: str, scheme: str) -> None:
    """All our text has a contrast of at least 4.5 on its ground, in light and in dark."""
    tab = opened(browser, site, page, color_scheme=scheme)
    tab.wait_for_timeout(300)
    worn = {"light": "default", "dark": "slate"}[scheme]
    assert tab.locator("body").get_attribute("data-md-color-scheme") == worn
    ratios = tab.evaluate(CONTRAST)
    assert len(ratios) > 50
    assert [(ratio, text) for ratio, text in ratios if ratio < 4.5] == []


def test_marks_keep_their_text_in_forced_colours(browser: Any, site: Path) -> None:
    """With the reader's own colours the text of a mark and its ground differ, and stay ours."""
    tab = opened(browser, site, JOURNEY, forced_colors="active")
    marks = tab.evaluate(
        """[...document.querySelectorAll('.cb-flag--error, .cb-number')].slice(0, 20)
        .map(one => getComputedStyle(one))
        .map(s => [s.forcedColorAdjust, s.color, s.backgroundColor])"""
    )
    assert marks
    assert {adjust for adjust, _, _ in marks} == {"none"}
    assert [pair for _, *pair in marks if pair[0] == pair[1]] == []


@pytest.mark.parametrize("width", [320, 390, 1440])
def test_bars_that_compare_stand_on_one_axis(browser: Any, site: Path, width: int) -> None:
    """Whatever the width, the bars of one measure begin and end at the same places."""
    tab = opened(browser, site, JOURNEY, width)
    edges = tab.evaluate(
        """[...document.querySelectorAll('.cb-ranges:not(.cb-profile)')].map(group =>
        [...group.querySelectorAll('svg.cb-range')].map(bar => bar.getBoundingClientRect())
        .map(box => [Math.round(box.left), Math.round(box.right)]))"""
    )
    assert len(edges) >= 3
    for group in edges:
        assert len({tuple(edge) for edge in group}) == 1
        assert group[0][1] - group[0][0] >= 120


def test_rows_of_figures_are_a_list_on_a_phone(browser: Any, site: Path) -> None:
    """On a phone each figure of a row stands under another, its label before it."""
    tab = opened(browser, site, "portfolio.html", 390)
    row = tab.locator(".cb-rows tbody tr").first
    cells = row.locator("td[data-label]")
    tops = [cells.nth(at).bounding_box()["y"] for at in range(cells.count())]
    assert len(tops) >= 6
    assert tops == sorted(set(tops))
    label = cells.first.evaluate("one => getComputedStyle(one, '::before').content")
    assert cells.first.get_attribute("data-label") in label


def test_the_keyboard_reaches_the_content(browser: Any, site: Path) -> None:
    """The tabulator comes into the content at its first link, and shows where it is."""
    tab = opened(browser, site, JOURNEY)
    for _ in range(40):
        tab.keyboard.press("Tab")
        if tab.evaluate("!!document.activeElement.closest('.md-content')"):
            break
    first = "document.activeElement === document.querySelector('.md-content a[href]')"
    assert tab.evaluate(first)
    outline = "(({outlineStyle, outlineWidth}) => [outlineStyle, parseFloat(outlineWidth)])"
    style, width = tab.evaluate(f"{outline}(getComputedStyle(document.activeElement))")
    assert style != "none"
    assert width > 0
