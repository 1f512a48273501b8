"""`carteblanche compare`: what becomes of a journey, in another or since a revision."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
AS_IS = "inscrire-a-l-ecole/as-is"
TO_BE = "inscrire-a-l-ecole/to-be"
TOP = [
    "as_is", "to_be", "steps", "evidence_no_longer_asked", "handoffs_moved", "burden", "findings",
    "legal",
]  # fmt: skip
FATES = ["kept", "changed", "merged", "split", "removed", "added", "moved"]
NAMES = [
    "minutes", "steps", "contacts", "counters", "organisations", "trips", "travel_km",
    "travel_minutes", "counter_wait_minutes", "effort_minutes", "elapsed_days", "fees",
    "evidence_asked", "evidence_distinct", "evidence_held", "facts_repeated", "handoffs_person",
    "handoffs_organisation", "handoffs_unacknowledged", "agent_minutes", "completion",
    "cycle_efficiency", "learning", "compliance", "psychological",
]  # fmt: skip

OLD = """\
title: J'inscris mon enfant
steps:
  demander: {title: Demander l'inscription, at: service-scolaire, asks: [livret-de-famille]}
  attendre: {title: Attendre la réponse, wait: 5..10..20 d}
  entrer: {title: L'enfant entre à l'école, kind: outcome, result: granted}
"""
NEW = """\
title: J'inscris mon enfant
steps:
  demander: {title: Demander l'inscription, at: service-scolaire}
  entrer: {title: L'enfant entre à l'école, kind: outcome, result: granted}
"""


@pytest.fixture
def two(atlas: Path, journey: Path) -> Path:
    """The new atlas with a journey, and beside it one that waits less and asks less."""
    journey.write_text(OLD, "utf-8")
    journey.with_name("to-be.yml").write_text(NEW, "utf-8")
    return atlas


def git(folder: Path, *arguments: str) -> None:
    """One command of git, with an author of its own."""
    who = [
        "-c",
        "user.name=Test",
        "-c",
        "user.email=test@example.org",
        "-c",
        "commit.gpgsign=false",
    ]
    subprocess.run(["git", "-C", folder, *who, *arguments], check=True, capture_output=True)


@pytest.fixture
def versions(atlas: Path, journey: Path) -> Path:
    """The new atlas in a repository, its journey as it was committed and as it is now."""
    journey.write_text(OLD, "utf-8")
    git(atlas.parent, "init", "-q", "-b", "main")
    git(atlas.parent, "add", "ecole")
    git(atlas.parent, "commit", "-q", "-m", "first")
    journey.write_text(NEW, "utf-8")
    return atlas


def test_json_has_every_key_in_its_order(run: Run, two: Path) -> None:
    """The shape is a contract with other programs."""
    ended = run("-C", two, "compare", AS_IS, TO_BE, "--format", "json")
    told = json.loads(ended.out)
    assert ended.code == 0
    assert list(told) == TOP
    assert list(told["steps"]) == FATES
    assert (told["as_is"], told["to_be"]) == (AS_IS, TO_BE)
    assert list(told["findings"]) == ["cleared", "remaining", "new"]
    (burden,) = told["burden"].values()
    assert list(burden)[: len(NAMES)] == NAMES
    assert burden["evidence_asked"] == {"low": -1, "likely": -1, "high": -1}


def test_json_says_what_becomes_of_steps(run: Run, two: Path) -> None:
    """Those kept, removed and added by id; others from which steps to which, and in what."""
    told = json.loads(run("-C", two, "compare", AS_IS, TO_BE, "--format", "json").out)
    assert told["steps"]["kept"] == ["entrer"]
    assert told["steps"]["removed"] == ["attendre"]
    assert told["steps"]["changed"] == [
        {"from": ["demander"], "to": ["demander"], "changes": ["asks"]}
    ]
    assert told["evidence_no_longer_asked"] == [
        {"evidence": "livret-de-famille", "before": 1, "after": 0, "steps": ["demander"]}
    ]


def test_what_cannot_be_said_is_said_so(run: Run, two: Path) -> None:
    """A new step of unknown price: in JSON a word, never a zero."""
    longer = NEW.replace("  entrer", "  payer: {title: Payer}\n  entrer")
    (two / "inscrire-a-l-ecole" / "to-be.yml").write_text(longer, "utf-8")
    told = json.loads(run("-C", two, "compare", AS_IS, TO_BE, "--format", "json").out)
    (burden,) = told["burden"].values()
    assert burden["fees"] == "cannot-be-said"


def test_text_says_who_gains_and_what_changes(run: Run, two: Path) -> None:
    """In the words of the atlas, likely first, then the range."""
    ended = run("-C", two, "compare", AS_IS, TO_BE)
    assert ended.code == 0
    assert "la personne y gagne du temps." in ended.out
    assert "retirée\u00a0: «\u00a0Attendre la réponse\u00a0»" in ended.out
    assert "changée\u00a0: «\u00a0Demander l'inscription\u00a0» (pièces demandées)" in ended.out
    assert "demandée 1 fois, plus jamais ensuite" in ended.out


def test_text_speaks_english_too(run: Run, two: Path) -> None:
    """With --lang en, all but the texts of the atlas."""
    ended = run("-C", two, "compare", AS_IS, TO_BE, "--lang", "en")
    assert "removed: “Attendre la réponse”" in ended.out
    assert "Who gains, who loses" in ended.out


def test_markdown_does_nothing_that_an_author_wrote(run: Run, two: Path) -> None:
    """A title that would be HTML, or a link, is shown as it was written."""
    wild = OLD.replace("Attendre la réponse", '"<b>Attendre</b> [ici](http://x.example)"')
    (two / "inscrire-a-l-ecole" / "as-is.yml").write_text(wild, "utf-8")
    ended = run("-C", two, "compare", AS_IS, TO_BE, "--format", "markdown")
    assert ended.code == 0
    assert ended.out.startswith(f"## De `{AS_IS}` à `{TO_BE}`\n")
    assert "<b>" not in ended.out
    assert "](http" not in ended.out


def test_a_journey_compared_with_itself_changes_in_nothing(run: Run, two: Path) -> None:
    """Said in one line; in JSON every difference is zero."""
    assert "Rien ne change" in run("-C", two, "compare", AS_IS, AS_IS).out
    told = json.loads(run("-C", two, "compare", AS_IS, AS_IS, "--format", "json").out)
    assert told["steps"]["kept"] == ["demander", "attendre", "entrer"]
    assert not any(told["steps"][fate] for fate in FATES[1:])
    (burden,) = told["burden"].values()
    assert all(one == {"low": 0, "likely": 0, "high": 0} for one in burden.values())


@pytest.mark.parametrize("place", [0, 1])
def test_an_unknown_journey_is_recognised(run: Run, two: Path, place: int) -> None:
    """With the one that was probably meant."""
    names = [AS_IS, AS_IS]
    names[place] = "inscrire-a-l-ecole/asis"
    ended = run("-C", two, "compare", *names)
    assert ended.code == 2
    assert f"Vouliez-vous «\u00a0{AS_IS}\u00a0»" in ended.err


@pytest.mark.parametrize(
    "arguments", [[], [AS_IS], ["--since", "main", AS_IS, TO_BE], [AS_IS, TO_BE, AS_IS]]
)
def test_wrong_usage_ends_with_2(run: Run, two: Path, arguments: list[str]) -> None:
    """Two journeys, or a revision and at most one."""
    ended = run("-C", two, "compare", *arguments)
    assert ended.code == 2
    assert "Usage:" in ended.err


def test_an_atlas_is_compared_with_what_it_was(run: Run, versions: Path) -> None:
    """Each journey that changed; those that came or went; those that stayed by their number."""
    (versions / "inscrire-a-l-ecole" / "autre.yml").write_text(OLD, "utf-8")
    ended = run("-C", versions, "compare", "--since", "main")
    assert ended.code == 0
    assert "retirée\u00a0: «\u00a0Attendre la réponse\u00a0»" in ended.out
    assert "inscrire-a-l-ecole/autre\u00a0: nouveau parcours." in ended.out
    told = json.loads(run("-C", versions, "compare", "--since", "main", "--format", "json").out)
    assert told["since"] == "main"
    assert told["new"] == ["inscrire-a-l-ecole/autre"]
    assert [one["steps"]["removed"] for one in told["comparisons"]] == [["attendre"]]
    markdown = run("-C", versions, "compare", "--since", "main", "--format", "markdown").out
    assert markdown.startswith("## Depuis main\n")


def test_one_journey_is_compared_with_what_it_was(run: Run, versions: Path) -> None:
    """The same shape as for two journeys."""
    ended = run("-C", versions, "compare", "--since", "HEAD", AS_IS, "--format", "json")
    told = json.loads(ended.out)
    assert list(told) == TOP
    assert (told["as_is"], told["to_be"]) == (AS_IS, AS_IS)
    assert told["steps"]["removed"] == ["attendre"]


def test_an_atlas_that_nobody_touched_changes_in_nothing(
    run: Run, versions: Path, journey: Path
) -> None:
    """The number of journeys that stayed, and no more."""
    journey.write_text(OLD, "utf-8")
    ended = run("-C", versions, "compare", "--since", "main")
    assert ended.out == "Depuis main\n\n1 parcours sans changement.\n"


def test_the_folder_may_be_the_whole_repository(run: Run, atlas: Path, journey: Path) -> None:
    """An atlas at the root of its repository is found there at the revision too."""
    journey.write_text(OLD, "utf-8")
    git(atlas, "init", "-q", "-b", "main")
    git(atlas, "add", ".")
    git(atlas, "commit", "-q", "-m", "first")
    journey.write_text(NEW, "utf-8")
    ended = run("-C", atlas, "compare", "--since", "main", "--format", "json")
    (one,) = json.loads(ended.out)["comparisons"]
    assert one["steps"]["removed"] == ["attendre"]


def test_an_unknown_revision_is_said_with_one_that_is_near(run: Run, versions: Path) -> None:
    """Branches and tags are what one can mistype."""
    ended = run("-C", versions, "compare", "--since", "mian")
    assert ended.code == 2
    assert "Le dépôt n'a pas de révision «\u00a0mian\u00a0»." in ended.err
    assert "Vouliez-vous «\u00a0main\u00a0»" in ended.err


@pytest.mark.parametrize("revision", ["--all", "-x", "", "a b", "HEAD:ecole", "\u202e"])
def test_what_is_no_revision_is_never_an_option_of_git(
    run: Run, versions: Path, revision: str
) -> None:
    """Whatever stands there is looked up, never obeyed."""
    ended = run("-C", versions, "compare", f"--since={revision}")
    assert ended.code == 2
    assert "Le dépôt n'a pas de révision" in ended.err
    assert "\u202e" not in ended.err


def test_a_folder_outside_any_repository_is_said(run: Run, two: Path) -> None:
    """With what to do."""
    ended = run("-C", two, "compare", "--since", "main")
    assert ended.code == 2
    assert "n'est pas dans un dépôt git" in ended.err


def test_without_git_it_is_said(
    run: Run, versions: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A locked-down machine may not have it; two journeys can still be compared."""
    monkeypatch.setenv("PATH", str(tmp_path))
    ended = run("-C", versions, "compare", "--since", "main")
    assert ended.code == 2
    assert "Le programme «\u00a0git\u00a0» est introuvable." in ended.err
    assert run("-C", versions, "compare", AS_IS, AS_IS).code == 0


def test_a_revision_before_the_atlas_is_said(run: Run, atlas: Path) -> None:
    """There was a repository, and no atlas in it yet."""
    (atlas.parent / "notes.txt").write_text("rien", "utf-8")
    git(atlas.parent, "init", "-q", "-b", "main")
    git(atlas.parent, "add", "notes.txt")
    git(atlas.parent, "commit", "-q", "-m", "first")
    ended = run("-C", atlas, "compare", "--since", "main")
    assert ended.code == 2
    assert "il n'y avait pas d'atlas" in ended.err


def test_an_atlas_that_was_broken_is_said_with_its_places(
    run: Run, versions: Path, journey: Path
) -> None:
    """Told as the revision and the file; no place of this machine is shown."""
    journey.write_text(OLD.replace("asks:", "ask:"), "utf-8")
    git(versions.parent, "commit", "-q", "-a", "-m", "second")
    journey.write_text(NEW, "utf-8")
    ended = run("-C", versions, "compare", "--since", "main")
    assert ended.code == 2
    assert f"main:{AS_IS}.yml:3:" in ended.err
    assert "/tmp" not in ended.err.replace(str(versions), "")


def test_a_journey_that_was_not_there_is_said(run: Run, versions: Path) -> None:
    """It is new: there is nothing to compare it with."""
    (versions / "inscrire-a-l-ecole" / "autre.yml").write_text(OLD, "utf-8")
    ended = run("-C", versions, "compare", "--since", "main", "inscrire-a-l-ecole/autre")
    assert ended.code == 2
    assert "n'existait pas à la révision main" in ended.err


def test_links_of_a_repository_lead_nowhere(run: Run, versions: Path, tmp_path: Path) -> None:
    """A file of an earlier version that was a link out of the atlas is not followed."""
    secret = tmp_path / "secret.yml"
    secret.write_text("title: Secret\nsteps: {a: {title: Secret}}\n", "utf-8")
    link = versions / "inscrire-a-l-ecole" / "lien.yml"
    link.symlink_to(secret)
    git(versions.parent, "add", "ecole")
    git(versions.parent, "commit", "-q", "-m", "second")
    link.unlink()
    ended = run("-C", versions, "compare", "--since", "main", "--format", "json")
    assert ended.code == 0
    assert json.loads(ended.out)["gone"] == []
    assert "Secret" not in ended.out


def test_the_working_tree_stays_as_it_is(run: Run, versions: Path) -> None:
    """Nothing is checked out, nothing is written beside the atlas."""

    def state() -> dict[str, bytes]:
        files = (p for p in versions.parent.rglob("*") if p.is_file())
        return {str(p): p.read_bytes() for p in files}

    before = state()
    assert run("-C", versions, "compare", "--since", "main").code == 0
    assert state() == before
