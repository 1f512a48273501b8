"""The site as one pure function: what every page promises."""

from __future__ import annotations

import html
import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import markdown
import pytest
from hypothesis import given, settings

from carteblanche_journeys import pages
from carteblanche_journeys.graph import links, order
from carteblanche_journeys.model import Atlas, Journey
from carteblanche_journeys.reading import read_atlas
from carteblanche_journeys.words import condition_in_words, words_for
from strategies import atlases

JOURNEYS = Path(__file__).parents[2] / "journeys"
DAY = date(2018, 1, 15)
HOSTILE = {
    "arabic": "طلب المساعدة في المنزل",
    "emoji": "Demander 👩‍👧 l'aide 🏠",
    "bold": "Un <b>gras</b> & <script>alert(1)</script>",
    "script": '"javascript:alert(1)"',
    "newline": "Sur deux\nlignes",
    "markdown": "*a* _b_ `c` [d](javascript:alert(1)) | e | {.x} ![f](g) # h",
    "long": "très " * 2000,
}


@pytest.fixture(scope="module")
def cahors() -> Atlas:
    """The atlas in journeys/."""
    return read_atlas(JOURNEYS).atlas


@pytest.fixture(scope="module")
def few(cahors: Atlas) -> Atlas:
    """The same with two life moments, of which one has a redesign."""
    kept = ("creer-son-entreprise/as-is", "devenir-independant/as-is", "devenir-independant/to-be")
    journeys = {name: one for name, one in cahors.journeys.items() if name in kept}
    return cahors.model_copy(update={"journeys": journeys})


def listed(page: str) -> dict[str, tuple[int, list[str], str]]:
    """The steps of a page's list, read back: number, targets of its links, text."""
    found = {}
    for block in re.split(r"(?=^#### <span class=\"cb-number\">)", page, flags=re.MULTILINE)[1:]:
        head = re.match(r"#### <span class=\"cb-number\">(\d+)</span>\s.*\{ #step-(\S+) \}", block)
        assert head is not None
        following = re.search(r"^- \*\*Ensuite\*\* (.*)$", block, re.MULTILINE)
        targets = re.findall(r"\]\(#step-([a-z0-9-]+)\)", following.group(1)) if following else []
        found[head.group(2)] = (int(head.group(1)), targets, block)
    return found


def expected(journey: Journey) -> dict[str, tuple[int, list[str]]]:
    """What the list must say of a journey: numbers and links, from the model alone."""
    out: dict[str, list[str]] = {name: [] for name in journey.steps}
    for passage in links(journey):
        out[passage.source].append(passage.target)
    return {name: (n, out[name]) for n, name in enumerate(order(journey), start=1)}


@given(atlases())
@settings(max_examples=40, deadline=None)
def test_the_list_says_every_step_and_link(atlas: Atlas) -> None:
    """Whatever the journey, its list read back gives all its steps, numbers and links."""
    page = pages.site(atlas, DAY)["journeys/essai/as-is.md"].decode()
    found = {name: (number, targets) for name, (number, targets, _) in listed(page).items()}
    assert found == expected(atlas["essai/as-is"])


def test_the_list_of_the_real_journeys_says_every_condition(cahors: Atlas) -> None:
    """Every step, link and condition of the shipped journeys stands in their lists."""
    words, site = words_for("fr"), pages.site(cahors, DAY)
    for name, journey in cahors.journeys.items():
        found = listed(site[f"journeys/{name}.md"].decode())
        assert {n: (number, to) for n, (number, to, _) in found.items()} == expected(journey)
        for passage in links(journey):
            if passage.link.when:
                said = condition_in_words(passage.link.when, cahors, words)
                assert plain(said) in plain(found[passage.source][2]), (name, passage.id)


def plain(text: str) -> str:
    """Letters and figures alone, entities read."""
    return re.sub(r"\W+", "", html.unescape(text))


@pytest.mark.parametrize("label", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_label_shows_as_written_and_harms_nothing(label: str) -> None:
    """A label in any script, with markup or of 10,000 characters, is text on every page."""
    atlas = Atlas(
        title=label,
        language="fr",
        organisations={"o": {"name": label}},
        counters={"c": {"name": label, "owner": "o", "channels": ["on-site"], "note": label}},
        evidence={"e": {"name": label, "issuer": "o", "note": label}},
        personas={"p": {"name": label, "portrait": label}},
        journeys={
            "essai/as-is": Journey(
                id="essai/as-is",
                title=label,
                personas=["p"],
                stages={"une": label},
                steps={
                    "a": {"title": label, "at": "c", "asks": ["e"], "note": label, "stage": "une"},
                    "b": {"title": "Recevoir", "quotes": [label]},
                },
            )
        },
    )
    for path, content in pages.site(atlas, DAY).items():
        if not path.endswith(".md"):
            continue
        body = content.decode().split("---\n", 2)[2]
        shown = markdown.markdown(
            body, extensions=["attr_list", "md_in_html", "tables", "toc"], output_format="html"
        )
        assert not re.search(r"<(script|b)\b", shown), path
        assert 'href="javascript' not in shown, path
        if path == "journeys/essai/as-is.md":
            assert plain(re.sub(r"<[^>]*>", "", shown)).count(plain(label)) >= 3


@given(atlases(most_steps=6))
@settings(max_examples=15, deadline=None)
def test_no_link_leads_nowhere(atlas: Atlas) -> None:
    """Whatever the atlas, each link between our pages leads to a page that exists."""
    site = pages.site(atlas, DAY)
    for path, content in site.items():
        folder = Path(path).parent
        for target in re.findall(r"\]\(([^)#]+\.md)", content.decode()):
            assert os.path.normpath(folder / target) in site, (path, target)


def test_both_languages_have_the_same_pages(cahors: Atlas) -> None:
    """The site exists in French and in English, with the same addresses and anchors."""
    french, english = pages.site(cahors, DAY, "fr"), pages.site(cahors, DAY, "en")
    anchors = {
        path: re.findall(r"#step-[a-z0-9-]+ \}", text.decode()) for path, text in french.items()
    }
    assert anchors == {
        path: re.findall(r"#step-[a-z0-9-]+ \}", text.decode()) for path, text in english.items()
    }


def test_a_forward_cycle_still_has_a_page() -> None:
    """A journey with a forward cycle is published: steps in file order, the fault on top."""
    journey = Journey(
        id="essai/as-is",
        title="Essai",
        steps={"a": {"title": "A", "next": "b"}, "b": {"title": "B", "next": "a"}},
    )
    page = pages.site(Atlas(language="fr", journeys={"essai/as-is": journey}), DAY)
    text = page["journeys/essai/as-is.md"].decode()
    assert [number for number, _, _ in listed(text).values()] == [1, 2]
    assert text.index("défaut de construction") < text.index("#cost")


def test_same_atlas_same_bytes(tmp_path: Path) -> None:
    """The same atlas gives the same bytes whatever the hash seed, folder and time zone."""
    script = (
        "import sys, hashlib\nfrom datetime import date\n"
        "from carteblanche_journeys import pages, reading\n"
        "site = pages.site(reading.read_atlas(sys.argv[1]).atlas, date(2018, 1, 15))\n"
        "print(hashlib.sha256(b'\\0'.join(k.encode() + v for k, v in site.items())).hexdigest())\n"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", script, str(JOURNEYS)],
            capture_output=True,
            check=True,
            cwd=tmp_path,
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C"},
        ).stdout
        for seed, zone in (("0", "UTC"), ("7", "Asia/Tokyo"))
    }
    assert len(digests) == 1


def test_memory_gives_the_same_pages(few: Atlas) -> None:
    """What `serve` keeps between builds never changes what is built."""
    memory = pages.Memory()
    first = pages.site(few, DAY, memory=memory)
    assert pages.site(few, DAY, memory=memory) == first == pages.site(few, DAY)


def test_memory_follows_an_edit(few: Atlas) -> None:
    """After an edit of one journey or of what all share, kept pages are those made afresh."""
    memory = pages.Memory()
    pages.site(few, DAY, memory=memory)
    name, journey = next(iter(few.journeys.items()))
    steps = dict(journey.steps)
    first = next(iter(steps))
    steps[first] = steps[first].model_copy(update={"title": "Un autre titre"})
    counter, place = next(iter(few.counters.items()))
    renamed = {**few.counters, counter: place.model_copy(update={"name": "Ailleurs"})}
    for changed in (
        {"journeys": {**few.journeys, name: journey.model_copy(update={"steps": steps})}},
        {"journeys": dict(reversed(few.journeys.items()))},
        {"counters": renamed},
        {"counters": dict(reversed(few.counters.items()))},
    ):
        edited = few.model_copy(update=changed)
        assert pages.site(edited, DAY, memory=memory) == pages.site(edited, DAY)


def test_a_step_whose_id_ends_in_a_number_can_be_linked_to() -> None:
    """An anchor is the id as it is written, whatever stands beside its hyphens."""
    steps = {"rdv-1": {"title": "Prendre rendez-vous"}, "rdv-2": {"title": "Y aller"}}
    atlas = Atlas(
        language="fr",
        journeys={"essai/as-is": Journey(id="essai/as-is", title="Essai", steps=steps)},
    )
    page = pages.site(atlas, DAY)["journeys/essai/as-is.md"].decode()
    assert "](#step-rdv-2)" in page
    assert "{ #step-rdv-2 }" in page
