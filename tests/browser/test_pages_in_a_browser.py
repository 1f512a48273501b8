"""The pages as people meet them: in a browser, from a disk, on a phone, without JavaScript."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

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
)
JOURNEY = PAGES[1]
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


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


def opened(browser: Any, site: Path, page: str, width: int = 1440, **more: Any) -> Any:
    """A page of the site, opened from the disk."""
    context = browser.new_context(viewport={"width": width, "height": 900}, **more)
    tab = context.new_page()
    tab.asked = []
    tab.on("request", lambda request: tab.asked.append(request.url))
    tab.goto((site / page).as_uri())
    return tab


@pytest.mark.parametrize("page", PAGES)
def test_no_page_calls_another_host(browser: Any, site: Path, page: str) -> None:
    """A page read from the disk asks nothing of any other host."""
    tab = opened(browser, site, page)
    tab.wait_for_timeout(300)
    assert [url for url in tab.asked if not url.startswith(("file:", "data:", "blob:"))] == []


@pytest.mark.parametrize("width", [320, 390])
@pytest.mark.parametrize("page", PAGES)
def test_nothing_is_wider_than_a_phone(browser: Any, site: Path, page: str, width: int) -> None:
    """At 320 and 390 pixels no page scrolls sideways."""
    tab = opened(browser, site, page, width)
    assert tab.evaluate("document.documentElement.scrollWidth") <= width


def test_on_a_phone_the_drawing_is_the_list(browser: Any, site: Path) -> None:
    """On a phone the blueprint is left out and the list is there; on a wide screen both are."""
    for width, shown in ((390, False), (1440, True)):
        tab = opened(browser, site, JOURNEY, width)
        assert tab.locator("figure.cb-band").first.is_visible() is shown
        assert tab.locator("#step-chute").is_visible()


def test_the_list_is_read_without_javascript(browser: Any, site: Path) -> None:
    """Without JavaScript every step is there, and what is folded opens."""
    tab = opened(browser, site, JOURNEY, java_script_enabled=False)
    assert tab.locator(".cb-step").count() == tab.locator("[id^=step-]").count() > 60
    fold = tab.locator("details.cb-more").first
    fold.locator("summary").click()
    assert fold.get_attribute("open") is not None


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


@pytest.mark.parametrize("page", PAGES[:2])
def test_every_picture_has_a_name_and_hides_no_link(browser: Any, site: Path, page: str) -> None:
    """A picture is named for who does not see it, and holds no link, which it would hide."""
    tab = opened(browser, site, page)
    bad = tab.evaluate(
        """[...document.querySelectorAll('.md-content svg[role=img]')].filter(svg =>
          svg.querySelector('a') || !(svg.getAttribute('aria-label') ||
          document.getElementById((svg.getAttribute('aria-labelledby') || '').split(' ')[0])))
        .map(svg => svg.outerHTML.slice(0, 80))"""
    )
    assert bad == []
    assert tab.locator(".md-content svg[role=img]").count() > 0


CONTRAST = """(() => {
  const light = text => { const [r, g, b] = text.match(/[\\d.]+/g).map(Number).map(v => v / 255)
    .map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b };
  const ground = one => { for (let at = one; at; at = at.parentElement) {
    const colour = getComputedStyle(at).backgroundColor;
    if (!/, 0\\)$/.test(colour) && colour !== 'transparent') return colour; }
    return 'rgb(255, 255, 255)' };
  const texts = '.md-content p, .md-content li, .md-content a, .md-content td';
  return [...document.querySelectorAll(texts)]
    .filter(one => one.textContent.trim() && one.offsetParent).map(one => {
      const a = light(getComputedStyle(one).color), b = light(ground(one));
      return [(Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05), one.textContent.slice(0, 40)] })
    .filter(([ratio]) => ratio < 4.5) })()"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("page", PAGES[:3])
def test_text_can_be_read(browser: Any, site: Path, page: str, scheme: str) -> None:
    """All our text has a contrast of at least 4.5 on its ground, in light and in dark."""
    tab = opened(browser, site, page, color_scheme=scheme)
    tab.wait_for_timeout(300)
    assert tab.evaluate(CONTRAST) == []


def test_the_keyboard_reaches_the_content(browser: Any, site: Path) -> None:
    """The tabulator reaches a link of the content, and shows where it is."""
    tab = opened(browser, site, JOURNEY)
    for _ in range(40):
        tab.keyboard.press("Tab")
        if tab.evaluate("!!document.activeElement.closest('.md-content')"):
            break
    assert tab.evaluate("!!document.activeElement.closest('.md-content')")
    assert tab.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"


@pytest.mark.parametrize(("wanted", "ends"), [("", 0), ("required", 1)])
def test_without_a_browser_these_tests_say_so(tmp_path: Path, wanted: str, ends: int) -> None:
    """Without a Chromium a browser test is skipped, or fails where browsers are required."""
    (tmp_path / "conftest.py").write_bytes((ROOT / "tests" / "conftest.py").read_bytes())
    test = "import pytest\n@pytest.mark.browser\ndef test_one(): pass\n"
    (tmp_path / "test_one.py").write_text(test)
    (tmp_path / "pytest.ini").write_text("[pytest]\nmarkers = browser: needs a Chromium\n")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PATH": "", "CARTEBLANCHE_BROWSER": wanted, "CARTEBLANCHE_CHROMIUM": ""},
    )
    assert done.returncode == ends
    assert ("1 skipped" in done.stdout) is (ends == 0)
