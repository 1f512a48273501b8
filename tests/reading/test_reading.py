"""From a folder to an atlas, and from each value back to its place."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from carteblanche_journeys.errors import UnreadableAtlas
from carteblanche_journeys.reading import Memory, Place, files, read_atlas

ATLAS = {
    "atlas.yml": "title: L'école\nlanguage: fr\nterritory: lot\n",
    "organisations.yml": "mairie: {name: Mairie, many: true}\n",
    "counters.yml": (
        "# guichets\nguichet:\n  name: Guichet\n  owner: mairie\n  channels: [on-site]\n"
    ),
    "evidence.yml": "identite: {name: Pièce d'identité, issuer: mairie}\n",
    "sources.yml": "f1: {title: Fiche}\n",
    "territories/lot.yml": "communes:\n  cahors: {name: Cahors, coordinates: [44.4, 1.4]}\n",
    "moment/as-is.yml": (
        "title: J'y vais\nsteps:\n  depot:\n    title: Déposer\n    at: guichet\n"
        "    asks: [identite, {piece: identite, form: copy}]\n    wait: {value: 5 d, sources: f1}\n"
        "    next: fin\n  fin: {title: Fini}\n"
    ),
}


def written(folder: Path, **changed: str) -> Path:
    """The atlas above in a folder, with files changed by their name without suffix."""
    for name, text in ATLAS.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(changed.get(path.stem.replace("-", "_"), text), encoding="utf-8")
    return folder


def refused(folder: Path) -> list[str]:
    """What is said of an atlas that cannot be read, by first line."""
    with pytest.raises(UnreadableAtlas) as refusal:
        read_atlas(folder, "en")
    return [str(fault).splitlines()[0] for fault in refusal.value.faults]


def test_a_folder_becomes_an_atlas(tmp_path: Path) -> None:
    """Each file lands where the model keeps what it holds, and the files are named in order."""
    reading = read_atlas(written(tmp_path))
    atlas = reading.atlas
    assert (atlas.title, atlas.language, list(atlas.journeys)) == (
        "L'école",
        "fr",
        ["moment/as-is"],
    )
    assert atlas.counters["guichet"].id == "guichet"
    assert atlas.territories["lot"].communes["cahors"].coordinates == (44.4, 1.4)
    assert atlas["moment/as-is"].steps["depot"].asks[1].form == "copy"
    assert atlas.source_list["f1"].title == "Fiche"
    assert reading.files == tuple(sorted(ATLAS))
    assert reading.notices == ()


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (("counters", "guichet"), ("counters.yml", 2, 1)),
        (("counters", "guichet", "owner"), ("counters.yml", 4, 10)),
        (("counters", "guichet", "channels", 0), ("counters.yml", 5, 14)),
        (("counters", "guichet", "appointment_wait"), ("counters.yml", 2, 1)),
        (("journeys", "moment/as-is"), ("moment/as-is.yml", 1, 1)),
        (("journeys", "moment/as-is", "steps", "depot"), ("moment/as-is.yml", 3, 3)),
        (("journeys", "moment/as-is", "steps", "depot", "asks", 0), ("moment/as-is.yml", 6, 12)),
        (("journeys", "moment/as-is", "steps", "depot", "asks", 0, "piece"),
         ("moment/as-is.yml", 6, 12)),
        (("journeys", "moment/as-is", "steps", "depot", "next", 0, "to"),
         ("moment/as-is.yml", 8, 11)),
        (("journeys", "moment/as-is", "steps", "depot", "wait", "value"),
         ("moment/as-is.yml", 7, 19)),
        (("territories", "lot", "communes", "cahors"), ("territories/lot.yml", 2, 3)),
        (("sources", "f1"), ("sources.yml", 1, 1)),
        (("source_list", "f1", "title"), ("sources.yml", 1, 13)),
        (("language",), ("atlas.yml", 2, 11)),
    ],
)  # fmt: skip
def test_a_value_has_a_place(
    path: tuple[str | int, ...], place: tuple[str, int, int], tmp_path: Path
) -> None:
    """A plain value is where it is written, a map or list where its key is; else what is around."""
    assert read_atlas(written(tmp_path)).places.of(path) == Place(*place)


def test_places_hold_after_the_files_have_changed(tmp_path: Path) -> None:
    """A place is that of what was read, not of what the folder holds since."""
    reading = read_atlas(written(tmp_path))
    (tmp_path / "counters.yml").write_text("")
    assert reading.places.of(("counters", "guichet")) == Place("counters.yml", 2, 1)


def test_a_journey_made_in_python_has_no_place(tmp_path: Path) -> None:
    """What no file holds is nowhere, and asking for it is no mistake."""
    places = read_atlas(written(tmp_path)).places
    assert places.of(("journeys", "other/to-be", "steps", "x")) == Place("", 0, 0)


def test_the_order_of_files_and_folders_changes_nothing(tmp_path: Path) -> None:
    """Journeys and territories come in the order of their ids, whatever the disk says."""
    folder = written(tmp_path / "a")
    for name in ("zz", "aa", "mm"):
        (folder / name).mkdir()
        (folder / name / "as-is.yml").write_text(ATLAS["moment/as-is.yml"], "utf-8")
    assert list(read_atlas(folder).atlas.journeys) == [
        "aa/as-is", "mm/as-is", "moment/as-is", "zz/as-is"
    ]  # fmt: skip


def test_hidden_folders_and_other_kinds_of_file_are_not_read(tmp_path: Path) -> None:
    """Schemas for editors, pictures and notes may lie in an atlas."""
    folder = written(tmp_path)
    (folder / ".schema").mkdir()
    (folder / ".schema" / "x.yml").write_text("[", "utf-8")
    (folder / "README.md").write_text("# Notes", "utf-8")
    assert read_atlas(folder).files == tuple(sorted(ATLAS))


def test_an_atlas_without_journeys_is_read_with_a_remark(tmp_path: Path) -> None:
    """A new atlas is no mistake, but never silently empty."""
    (tmp_path / "atlas.yml").write_text("title: x\n", "utf-8")
    (tmp_path / "moment").mkdir()
    reading = read_atlas(tmp_path)
    assert [str(notice) for notice in reading.notices] == [
        "moment: This folder holds no file of the atlas.",
        "atlas.yml: This atlas has no journey yet.\n"
        "  A journey is a file such as having-a-child/as-is.yml.",
    ]


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    """No traceback for a mistyped name."""
    assert refused(tmp_path / "none") == [f"The folder '{tmp_path / 'none'}' does not exist."]


def test_a_file_in_place_of_a_folder_is_said(tmp_path: Path) -> None:
    """The folder is wanted, not its atlas.yml."""
    (tmp_path / "atlas.yml").write_text("title: x\n", "utf-8")
    path = tmp_path / "atlas.yml"
    assert refused(path) == [f"'{path}' is a file; an atlas is a folder."]


def test_a_file_that_cannot_be_read_is_said_beside_the_other_mistakes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One unreadable file hides no mistake of another, and nothing is asked of what it held."""
    whole = files.read_bytes

    def guarded(path: Path) -> bytes:
        if path.name == "counters.yml":
            raise PermissionError(13, "Permission denied")
        return whole(path)

    monkeypatch.setattr("carteblanche_journeys.reading.gathering.read_bytes", guarded)
    folder = written(tmp_path, evidence="identite: {name: x, issuer: mairy}\n")
    assert refused(folder) == [
        "counters.yml: This file cannot be read (Permission denied).",
        "evidence.yml:1:29: No organisation is called 'mairy'.",
    ]


def test_a_large_file_is_refused_without_being_read_whole(tmp_path: Path) -> None:
    """Twenty mebibytes are not taken into memory."""
    folder = written(tmp_path)
    (folder / "sources.yml").write_bytes(b"#" * 20 * 2**20)
    assert len(files.read_bytes(folder / "sources.yml")) == 8 * 2**20 + 1
    assert refused(folder) == ["sources.yml: This file is larger than 8 MiB."]


def test_links_are_not_followed_out_of_the_folder(tmp_path: Path) -> None:
    """A link inside the atlas is followed, one that leaves it is refused."""
    folder = written(tmp_path / "atlas")
    (tmp_path / "secret.yml").write_text("x: {title: Secret}\n", "utf-8")
    (folder / "sources.yml").unlink()
    (folder / "sources.yml").symlink_to(tmp_path / "secret.yml")
    (folder / "ailleurs").symlink_to(folder / "moment")
    (folder / "dehors").symlink_to(tmp_path)
    assert refused(folder) == [
        "dehors: This link leads out of the atlas's folder: it is not followed.",
        "sources.yml: This link leads out of the atlas's folder: it is not followed.",
    ]


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    """What is no plain file is refused at once."""
    folder = written(tmp_path)
    (folder / "facts.yml").unlink(missing_ok=True)
    os.mkfifo(folder / "facts.yml")
    assert refused(folder) == [
        "facts.yml: This file cannot be read (facts.yml is not a plain file)."
    ]


def test_too_many_steps_and_too_many_shared_things_are_refused(tmp_path: Path) -> None:
    """Ten thousand steps and twenty thousand shared things are the limits."""
    steps = "".join(f"  s{n}: {{title: x}}\n" for n in range(10_001))
    sources = "".join(f"f{n}: {{title: x}}\n" for n in range(20_001))
    folder = written(tmp_path, as_is=f"title: x\nsteps:\n{steps}", sources=sources)
    assert refused(folder) == [
        "atlas.yml: This atlas shares 20004 things (counters, evidence, personas…).",
        "moment/as-is.yml:2:1: This journey has 10001 steps.",
    ]


def test_no_more_mistakes_of_a_file_are_told_than_one_can_read(tmp_path: Path) -> None:
    """Whatever a hostile file repeats, what is said of it stays short, and so does the wait."""
    for kind in ("sources", "counters", "as_is"):
        many = {
            "sources": "".join(f"f{n}: {{titel: x}}\n" for n in range(900)),
            "counters": "".join(f"c{n}: {{name: x, owner: zz{n}}}\n" for n in range(900)),
            "as_is": "title: x\nsteps:\n" + "- \n" * 900,
        }
        folder = written(tmp_path / kind, **{kind: many[kind]})
        said = refused(folder)
        assert any("has more than 500 mistakes: the rest are not told." in line for line in said)
        assert len(said) < 520


def test_what_was_read_is_not_read_twice(tmp_path: Path) -> None:
    """With a memory, an unchanged file gives the very same journey; a changed one a new one."""
    memory, folder = Memory(), written(tmp_path)
    first = read_atlas(folder, memory=memory).atlas
    assert read_atlas(folder, memory=memory).atlas["moment/as-is"] is first["moment/as-is"]
    changed = ATLAS["moment/as-is.yml"].replace("Déposer", "Remettre")
    (folder / "moment" / "as-is.yml").write_text(changed, "utf-8")
    again = read_atlas(folder, memory=memory).atlas
    assert again["moment/as-is"].steps["depot"].title == "Remettre"
    assert again.counters["guichet"] is first.counters["guichet"]


def test_a_memory_hides_no_reference_that_has_become_wrong(tmp_path: Path) -> None:
    """A journey that has not changed may name a counter that is gone."""
    memory, folder = Memory(), written(tmp_path)
    read_atlas(folder, memory=memory)
    (folder / "counters.yml").write_text("autre: {name: Autre, owner: mairie}\n", "utf-8")
    with pytest.raises(UnreadableAtlas, match="guichet"):
        read_atlas(folder, memory=memory)


def test_a_journey_of_a_redesign_needs_no_steps_of_its_own(tmp_path: Path) -> None:
    """It names the journey that it redesigns."""
    folder = written(tmp_path)
    (folder / "moment" / "to-be.yml").write_text("title: x\nredesigns: moment/as-is\n", "utf-8")
    assert read_atlas(folder).atlas["moment/to-be"].redesigns == "moment/as-is"
    (folder / "moment" / "to-be.yml").write_text("title: x\nredesigns: moment/asis\n", "utf-8")
    assert refused(folder) == ["moment/to-be.yml:2:12: No journey is called 'moment/asis'."]


def test_an_excerpt_shows_what_a_terminal_would_obey(tmp_path: Path) -> None:
    """Control and direction characters are spelled out, long lines are cut around the place."""
    folder = written(tmp_path, atlas="title: x\nlanguage: en\nterritory: \u202elot\n")
    with pytest.raises(UnreadableAtlas) as refusal:
        read_atlas(folder)
    (fault,) = refusal.value.faults
    assert fault.excerpt == "territory: \\u202elot"
    folder = written(
        tmp_path, atlas=f"title: x\nnote: {'a' * 10_000}\nlangage: en\nstatus: {'b' * 999}\n"
    )
    with pytest.raises(UnreadableAtlas) as refusal:
        read_atlas(folder)
    assert all(len(str(fault)) < 700 for fault in refusal.value.faults)
