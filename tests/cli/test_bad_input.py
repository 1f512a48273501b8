"""Bad input: exit 2, a message one can act on, nothing half-written."""

from __future__ import annotations

import errno
import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from carteblanche_journeys.publishing import MARKER
from carteblanche_journeys.reading import files

Run = Callable[..., Any]

JOURNEY = "inscrire-a-l-ecole/as-is.yml"
TO_BE = "inscrire-a-l-ecole/to-be.yml"
MOVES = "title: Mieux\nredesigns: inscrire-a-l-ecole/as-is\nmoves:\n"
STEPS = "title: J'inscris\nsteps:\n  depot:\n    title: Déposer\n    at: service-scolaire\n"


def text(name: str, content: str) -> Callable[[Path], None]:
    """A file of the atlas that holds this text."""
    return lambda atlas: (atlas / name).write_text(content, "utf-8") and None


def octets(name: str, content: bytes) -> Callable[[Path], None]:
    """A file of the atlas that holds these bytes."""
    return lambda atlas: (atlas / name).write_bytes(content) and None


def second_file(atlas: Path) -> None:
    """The same journey in a file whose ending alone differs."""
    path = atlas / JOURNEY
    path.with_suffix(".yaml").write_bytes(path.read_bytes())


def no_folder(atlas: Path) -> None:
    """The whole atlas is elsewhere."""
    atlas.rename(atlas.with_name("ailleurs"))


BAD: dict[str, tuple[Callable[[Path], None], str, str]] = {
    "a colon without quotes": (
        text(JOURNEY, "title: Étape 2 : le dépôt\nsteps: {a: {title: A}}\n"),
        f"{JOURNEY}:1:",
        'title: "Étape 2 : le dépôt"',
    ),
    "a text that starts with @": (text(JOURNEY, "title: @mairie\n"), f"{JOURNEY}:1:", '"@mairie"'),
    "a text that starts with *": (
        text(JOURNEY, "title: *à vérifier\n"), f"{JOURNEY}:1:", "guillemets"
    ),
    "a text that starts with a dash": (
        text(JOURNEY, "title: - le dépôt\n"), f"{JOURNEY}:1:", '"- le dépôt"'
    ),
    "a text that starts with a backtick": (
        text(JOURNEY, "title: `dépôt`\n"), f"{JOURNEY}:1:", '"`dépôt`"'
    ),
    "a missing folder": (no_folder, "ecole", "atlas.yml"),
    "an empty file": (text("counters.yml", ""), "counters.yml", "vide"),
    "a line indented by a tab": (
        text(JOURNEY, "title: x\nsteps:\n\tdepot: {title: x}\n"), f"{JOURNEY}:3:1", "espaces"
    ),
    "a wrong key": (
        text(JOURNEY, STEPS + "    askes: [livret-de-famille]\n"), f"{JOURNEY}:6:5", "« asks »"
    ),
    "a mistyped id": (
        text(JOURNEY, STEPS.replace("service-scolaire", "service-scolair")),
        f"{JOURNEY}:5:9",
        "« service-scolaire »",
    ),
    "a duplicate key": (
        text(JOURNEY, STEPS + "    title: Remettre\n"), f"{JOURNEY}:6:5", "deux fois"
    ),
    "a duplicate id in two files": (second_file, JOURNEY.replace(".yml", ".yaml"), JOURNEY),
    "two ids equal but for case": (
        text(
            "evidence.yml",
            "livret: {name: L, issuer: mairie}\nLivret: {name: L, issuer: mairie}\n",
        ),
        "evidence.yml:2:1",
        "« livret »",
    ),
    "a unit that does not exist": (
        text(JOURNEY, STEPS + "    wait: 10 jours\n"), f"{JOURNEY}:6:11", "d (jour)"
    ),
    "a share of 120 %": (
        text(JOURNEY, STEPS + "    share: 120 %\n"), f"{JOURNEY}:6:12", "100 %"
    ),
    "a negative wait": (
        text(JOURNEY, STEPS + "    wait: -5 d\n"), f"{JOURNEY}:6:11", "au-dessous de zéro"
    ),
    "an alias bomb": (
        text(
            "facts.yml",
            "a: &a [x, x]\n" + "".join(f"{n}: &{n} [*{p}, *{p}, *{p}]\n" for p, n in
                                       zip("abcdefgh", "bcdefghi", strict=True)),
        ),
        "facts.yml:1:4",
        "écrivez",
    ),
    "a file of 20 MiB": (octets("facts.yml", b"#" * 20 * 2**20), "facts.yml", "8 Mio"),
    "a thousand nested brackets": (
        text("facts.yml", "a: " + "[" * 1000 + "]" * 1000 + "\n"), "facts.yml:1:", "40"
    ),
    "a tag": (
        text(JOURNEY, "title: !!python/object/apply:os.system [ls]\n"),
        f"{JOURNEY}:1:8",
        "supprimez",
    ),
    "a file that is not UTF-8": (
        octets(JOURNEY, "title: Étape\n".encode("latin-1")), f"{JOURNEY}:1:", "UTF-8"
    ),
    "a move that does not exist": (
        text(TO_BE, MOVES + "  - {move: anounce-status, step: inscription}\n"),
        f"{TO_BE}:4:12",
        "« announce-status »",
    ),
    "a move on an unknown step": (
        text(TO_BE, MOVES + "  - move: announce-status\n    step: inscripton\n"),
        f"{TO_BE}:5:11",
        "« inscription »",
    ),
    "an argument that a move does not have": (
        text(TO_BE, MOVES + "  - {move: announce-status, steps: inscription}\n"),
        f"{TO_BE}:4:29",
        "« step »",
    ),
    "an impossible argument": (
        text(TO_BE, MOVES + "  - {move: announce-status, step: inscription, after: 3 km}\n"),
        f"{TO_BE}:4:55",
        "wk (semaine)",
    ),
    "a move that does not fit": (
        text(TO_BE, MOVES + "  - {move: announce-status, step: rentree}\n"),
        f"{TO_BE}:4:35",
        "rien à annoncer",
    ),
    "a redesign of itself": (
        text(TO_BE, "title: Mieux\nredesigns: to-be\n"), f"{TO_BE}:2:12", "lui-même"
    ),
    "a redesign of nothing": (
        text(TO_BE, "title: Mieux\nredesigns: inscrire-a-l-ecole/asis\n"),
        f"{TO_BE}:2:12",
        "« inscrire-a-l-ecole/as-is »",
    ),
    "a hand change of an unknown step": (
        text(TO_BE, MOVES.replace("moves", "edits") + "  - {step: rentre, set: {wait: 3 d}}\n"),
        f"{TO_BE}:4:12",
        "« rentree »",
    ),
}  # fmt: skip


def everything_below(folder: Path) -> dict[str, bytes]:
    """Every file of a folder, with what it holds."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.mark.parametrize("command", [["publish"], ["export", "pages"]], ids=" ".join)
@pytest.mark.parametrize("bad", BAD)
def test_bad_input_ends_with_2_and_writes_nothing(
    run: Run, atlas: Path, old_site: Path, tmp_path: Path, bad: str, command: list[str]
) -> None:
    """The message names the file, the line and what to do; the site that was there stays."""
    spoil, place, advice = BAD[bad]
    spoil(atlas)
    before = everything_below(tmp_path)
    ended = run("-C", atlas, *command, "-o", old_site, "--lang", "fr")
    assert ended.code == 2
    assert ended.out == ""
    message = ended.err.partition("\n")[2].replace("\u00a0", " ")
    assert place in message.splitlines()[0]
    assert advice in message
    assert everything_below(tmp_path) == before


@pytest.mark.parametrize("bad", BAD)
def test_no_command_goes_on_with_bad_input(run: Run, atlas: Path, bad: str) -> None:
    """`check` and `draw` refuse what `publish` refuses, with the same words."""
    BAD[bad][0](atlas)
    checked = run("-C", atlas, "check", "--lang", "fr")
    drawn = run("-C", atlas, "draw", "inscrire-a-l-ecole/as-is", "--lang", "fr")
    assert checked == drawn
    assert (checked.code, checked.out) == (2, "")


def test_all_mistakes_are_told_in_one_run(run: Run, atlas: Path) -> None:
    """Two files with a mistake each, and one file with two: three messages, each with its line."""
    text(JOURNEY, STEPS + "    wait: -5 d\n    share: 120 %\n")(atlas)
    text("evidence.yml", "livret: {nam: L}\n")(atlas)
    told = run("-C", atlas, "check").err
    assert [place in told for place in (f"{JOURNEY}:6:", f"{JOURNEY}:7:", "evidence.yml:1:")] == [
        True
    ] * 3
    assert "\n  | " in told


@pytest.mark.parametrize("command", [["publish"], ["export", "pages"], ["schema"]], ids=" ".join)
def test_a_folder_of_someone_else_is_left_alone(
    run: Run, atlas: Path, tmp_path: Path, command: list[str]
) -> None:
    """An output folder that holds files that are not ours is refused, with one of them named."""
    theirs = tmp_path / "photos"
    theirs.mkdir()
    (theirs / "vacances.jpg").write_bytes(b"mer")
    before = everything_below(tmp_path)
    ended = run("-C", atlas, *command, "-o", theirs)
    assert ended.code == 2
    assert "vacances.jpg" in ended.err
    assert everything_below(tmp_path) == before


@pytest.mark.parametrize("command", [["publish"], ["export", "pages"]], ids=" ".join)
def test_an_atlas_is_never_an_output(run: Run, atlas: Path, command: list[str]) -> None:
    """What `new` makes is its author's: no publish replaces it."""
    before = everything_below(atlas)
    assert run("-C", atlas, *command, "-o", atlas).code == 2
    assert everything_below(atlas) == before


@pytest.mark.parametrize("command", [["publish"], ["check"]], ids=" ".join)
def test_a_file_that_cannot_be_read_is_said(
    run: Run, atlas: Path, old_site: Path, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    """The one reader is refused a file: its name and the system's reason are told."""
    whole = files.read_bytes

    def guarded(path: Path) -> bytes:
        if path.name == "counters.yml":
            raise PermissionError(errno.EACCES, "Permission denied")
        return whole(path)

    monkeypatch.setattr("carteblanche_journeys.reading.gathering.read_bytes", guarded)
    output = ["-o", old_site] if command == ["publish"] else []
    ended = run("-C", atlas, *command, *output)
    assert ended.code == 2
    assert "counters.yml: " in ended.err
    assert "Permission denied" in ended.err
    assert (old_site / "index.html").read_bytes() == b"old"


def full_disk(monkeypatch: pytest.MonkeyPatch, after: int) -> None:
    """Let the one writer write so many files, then no more."""
    writes = iter(range(after))
    write = Path.write_bytes

    def guarded(path: Path, content: bytes) -> int:
        if next(writes, None) is None:
            raise OSError(errno.ENOSPC, "No space left on device")
        return write(path, content)

    monkeypatch.setattr(Path, "write_bytes", guarded)


@pytest.mark.parametrize("after", [0, 5])
@pytest.mark.parametrize("command", [["publish"], ["export", "pages"]], ids=" ".join)
def test_a_full_disk_leaves_the_old_site(
    run: Run,
    atlas: Path,
    old_site: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    command: list[str],
    after: int,
) -> None:
    """The disk fills up at the first file or midway: exit 2, and what was there is there."""
    before = everything_below(tmp_path)
    full_disk(monkeypatch, after)
    ended = run("-C", atlas, *command, "-o", old_site)
    monkeypatch.undo()
    assert ended.code == 2
    assert "No space left on device" in ended.err
    assert everything_below(tmp_path) == before
    assert [entry.name for entry in tmp_path.iterdir() if entry.name.startswith(".")] == []


def test_a_disk_that_fills_while_the_builder_writes_leaves_the_old_site(
    run: Run, atlas: Path, old_site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pages are written by the site builder: its full disk is told as ours."""

    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("mkdocs.utils.write_file", refuse)
    before = everything_below(tmp_path)
    ended = run("-C", atlas, "publish", "-o", old_site)
    assert ended.code == 2
    assert "No space left on device" in ended.err
    assert everything_below(tmp_path) == before


@pytest.mark.parametrize("command", [["new", "autre"], ["schema", "-o", "autre"]], ids=" ".join)
def test_a_full_disk_leaves_nothing_new(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    """Half an atlas, or half the schemas, is never left behind."""
    monkeypatch.chdir(tmp_path)
    full_disk(monkeypatch, 3)
    ended = run(*command)
    monkeypatch.undo()
    assert ended.code == 2
    assert "No space left on device" in ended.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("moment", ["Lecture", "Mise en page", "Construction"])
def test_ctrl_c_leaves_the_old_site(
    start: Run, atlas: Path, old_site: Path, tmp_path: Path, moment: str
) -> None:
    """Interrupted at whatever it is doing, publish ends with 130 and nothing half-written."""
    before = everything_below(tmp_path)
    process = start("-C", atlas, "publish", "-o", old_site)
    while not process.stderr.readline().startswith(moment):
        assert process.poll() is None
    time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "Traceback" not in err
    assert everything_below(tmp_path) == before
    assert [entry.name for entry in tmp_path.iterdir() if entry.name.startswith(".")] == []


def test_being_told_to_end_leaves_the_old_site(
    start: Run, atlas: Path, old_site: Path, tmp_path: Path
) -> None:
    """What ends a job on a build machine leaves no more behind than Ctrl-C."""
    before = everything_below(tmp_path)
    process = start("-C", atlas, "publish", "-o", old_site)
    while not process.stderr.readline().startswith("Construction"):
        assert process.poll() is None
    process.send_signal(signal.SIGTERM)
    _, err = process.communicate(timeout=60)
    assert (process.returncode, "Traceback" in err) == (143, False)
    assert everything_below(tmp_path) == before
    assert [entry.name for entry in tmp_path.iterdir() if entry.name.startswith(".")] == []


def test_an_interruption_between_two_moves_loses_no_site(
    run: Run, atlas: Path, old_site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C just when the old site has been moved away puts it back."""
    rename = Path.rename

    def interrupted(path: Path, target: Path) -> Path:
        if path.name.startswith(".site.") and target == old_site:
            raise KeyboardInterrupt
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", interrupted)
    ended = run("-C", atlas, "export", "pages", "-o", old_site)
    assert ended.code == 130
    assert (old_site / "index.html").read_bytes() == b"old"
    assert (old_site / MARKER).is_file()
    assert [entry.name for entry in tmp_path.iterdir() if entry.name.startswith(".")] == []
