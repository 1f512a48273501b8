"""`carteblanche check`: the findings, for people, programs and builds."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from carteblanche_journeys.diagnosis import rule as rules

Run = Callable[..., Any]
JOURNEY = "inscrire-a-l-ecole/as-is"
KEYS = [
    "rule", "kind", "severity", "confidence", "journeys", "personas", "where", "cause", "also",
    "title", "message", "remedy", "against", "cost", "waived", "file", "line", "column",
    "fingerprint",
]  # fmt: skip


@pytest.fixture
def second(atlas: Path, journey: Path) -> Path:
    """A second journey, with a structural error, and a question on top of the first's fault."""
    path = atlas / "quitter-l-ecole" / "as-is.yml"
    path.parent.mkdir()
    path.write_text(
        "title: Je quitte l'école\nsteps:\n  a: {title: A, next: []}\n  b: {title: B}\n", "utf-8"
    )
    (atlas / "personas.yml").write_text("lea: {name: Léa}\nnoe: {name: Noé}\n", "utf-8")
    return path


def found(ended: Any) -> list[str]:
    """The rules of the findings that a check printed as JSON."""
    return [one["rule"] for one in json.loads(ended.out)["findings"]]


def test_findings_say_where_why_and_what_to_do(run: Run, atlas: Path) -> None:
    """In text: the severity, the line of the file, the reason, the remedy, the rule, the day."""
    ended = run("-C", atlas, "check", "--today", "2018-01-15")
    assert ended.code == 1
    for words in (
        f"{JOURNEY}  ", "SÉRIEUX", f"{JOURNEY}.yml:10:3", "Pourquoi", "Que faire",
        "user-as-courier", "15 janvier 2018",
    ):  # fmt: skip
        assert words in ended.out


def test_progress_is_on_stderr(run: Run, atlas: Path) -> None:
    """What the work is at never mixes with its result."""
    ended = run("-C", atlas, "check", "--format", "json")
    assert [line.split()[0] for line in ended.err.splitlines()] == ["Lecture", "Examen"]


def test_json_has_every_key_in_its_order(run: Run, atlas: Path) -> None:
    """The shape is a contract with other programs."""
    told = json.loads(run("-C", atlas, "check", "--format", "json", "--today", "2018-01-15").out)
    assert list(told) == ["findings", "today"]
    assert told["today"] == "2018-01-15"
    finding = told["findings"][-1]
    assert list(finding) == KEYS
    assert finding["where"] | {"steps": [], "links": [], "counters": [], "organisations": []} == {
        "steps": [], "links": [], "counters": [], "organisations": [],
        "evidence": ["certificat-inscription"], "facts": [], "schemes": [],
    }  # fmt: skip
    assert (finding["file"], finding["line"]) == (f"{JOURNEY}.yml", 10)


def test_json_is_never_cut_to_ten(run: Run, atlas: Path) -> None:
    """Text shows ten and says how many more there are, `--all` all, JSON all."""
    path = atlas / "moment" / "as-is.yml"
    path.parent.mkdir()
    steps = "".join(f"  s{n}: {{title: Étape {n}, next: []}}\n" for n in range(15))
    path.write_text(f"title: x\nsteps:\n{steps}", "utf-8")
    every = len(found(run("-C", atlas, "check", "--format", "json")))
    assert every > 20
    shown = [run("-C", atlas, "check", *more).out for more in ([], ["--all"])]
    assert [text.count("  Règle  ") for text in shown] == [10, every]
    assert str(every - 10) in shown[0].splitlines()[-2]


@pytest.mark.parametrize("form", ["text", "json", "sarif", "github"])
def test_every_format_ends_alike(run: Run, atlas: Path, form: str) -> None:
    """The form changes nothing about the verdict, and stdout holds nothing but it."""
    ended = run("-C", atlas, "check", "--format", form)
    assert ended.code == 1
    if form in ("json", "sarif"):
        json.loads(ended.out)
    if form == "github":
        assert all(line.startswith("::") for line in ended.out.splitlines())


def test_builds_are_told_files_from_where_they_run(
    run: Run, atlas: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Annotations and SARIF name files from the current folder, JSON from the atlas's."""
    monkeypatch.chdir(atlas.parent)
    place = f"{atlas.name}/{JOURNEY}.yml"
    assert f"file={place},line=10," in run("-C", atlas, "check", "--format", "github").out
    sarif = json.loads(run("-C", atlas, "check", "--format", "sarif").out)
    (location,) = sarif["runs"][0]["results"][0]["locations"]
    assert location["physicalLocation"]["artifactLocation"]["uri"] == place


@pytest.mark.parametrize(("severity", "code"), [("error", 0), ("warning", 1), ("info", 1)])
def test_the_severity_that_fails_is_chosen(run: Run, atlas: Path, severity: str, code: int) -> None:
    """The example's findings are warnings: they fail a check from `warning` down."""
    assert run("-C", atlas, "check", "--fail-on", severity).code == code


def test_questions_never_fail_a_check(run: Run, atlas: Path, journey: Path) -> None:
    """What the atlas does not say is asked, and counts for nothing."""
    passed = "next: {to: admission, carried: organisation, carries: [certificat-inscription]}"
    text = journey.read_text("utf-8").replace("yields: [certificat-inscription]", passed)
    again = "asks: [livret-de-famille, certificat-inscription]"
    journey.write_text(text.replace(again, "asks: []"), "utf-8")
    ended = run("-C", atlas, "check", "--fail-on", "info", "--format", "json")
    assert {one["kind"] for one in json.loads(ended.out)["findings"]} == {"question"}
    assert ended.code == 0


def test_a_check_can_be_about_one_journey_or_one_rule(run: Run, atlas: Path, second: Path) -> None:
    """`--journey` and `--rule` narrow the check, and may be given several times."""
    check = ("-C", atlas, "check", "--format", "json")
    here = ["repeated-evidence", "user-as-courier"]
    assert found(run(*check)) == ["loose-end", "unreached-step", *here]
    assert found(run(*check, "--journey", JOURNEY)) == here
    assert found(run(*check, "--rule", "loose-end")) == ["loose-end"]
    assert found(run(*check, "--rule", "loose-end", "--rule", "user-as-courier")) == [
        "loose-end",
        "user-as-courier",
    ]


def test_a_check_can_be_about_one_persona(run: Run, atlas: Path, second: Path) -> None:
    """`--persona` looks at journeys as lived by that persona alone."""
    check = ("-C", atlas, "check", "--format", "json", "--rule", "user-as-courier")
    (finding,) = json.loads(run(*check, "--persona", "lea").out)["findings"]
    assert finding["personas"] == ["lea"]


@pytest.mark.parametrize(
    ("arguments", "near"),
    [
        (["--journey", "inscrire-a-l-ecole/as_is"], JOURNEY),
        (["--persona", "leo"], "lea"),
        (["--rule", "user-as-couriers"], "user-as-courier"),
    ],
)
def test_an_unknown_name_ends_with_2_and_is_recognised(
    run: Run, atlas: Path, second: Path, arguments: list[str], near: str
) -> None:
    """The message names what was probably meant, in the atlas's language."""
    ended = run("-C", atlas, "check", *arguments)
    assert (ended.code, ended.out) == (2, "")
    assert f"Vouliez-vous «\u00a0{near}\u00a0»\u00a0?" in ended.err


@pytest.mark.parametrize("option", ["--format", "--fail-on", "--lang"])
def test_an_unknown_value_is_wrong_usage(run: Run, atlas: Path, option: str) -> None:
    """The values there are stand in the message."""
    ended = run("-C", atlas, "check", option, "x")
    assert ended.code == 2
    assert "'x' is not one of" in ended.err


def test_a_baseline_leaves_known_findings_aside(
    run: Run, atlas: Path, second: Path, tmp_path: Path
) -> None:
    """What an earlier check printed is not told again; what is new is."""
    text = second.read_text("utf-8")
    second.write_text(text.replace("a: {title: A, next: []}", "a: {title: A}"), "utf-8")
    baseline = tmp_path / "known.json"
    baseline.write_text(run("-C", atlas, "check", "--format", "json").out, "utf-8")
    quiet = run("-C", atlas, "check", "--baseline", baseline, "--format", "json")
    assert (quiet.code, found(quiet)) == (0, [])
    assert "2 constats déjà connus" in quiet.err
    second.write_text(text, "utf-8")
    loud = run("-C", atlas, "check", "--baseline", baseline, "--format", "json")
    assert (loud.code, found(loud)) == (1, ["loose-end", "unreached-step"])


@pytest.mark.parametrize("content", [None, b"", b"[]", b'{"findings": [1]}', b"\xff\xfe{\x00"])
def test_a_baseline_that_is_none_is_said(
    run: Run, atlas: Path, tmp_path: Path, content: bytes | None
) -> None:
    """A missing file, an empty one, other JSON, another encoding: exit 2, its name."""
    baseline = tmp_path / "known.json"
    if content is not None:
        baseline.write_bytes(content)
    ended = run("-C", atlas, "check", "--baseline", baseline)
    assert (ended.code, ended.out) == (2, "")
    assert "known.json" in ended.err


def test_a_waiver_holds_until_its_day(run: Run, atlas: Path) -> None:
    """The day decides, and the output says which day that is."""
    (atlas / "atlas.yml").write_text(
        "title: x\nlanguage: fr\nrules: {severity: {repeated-evidence: 'off'}}\n"
        "waivers: [{rule: user-as-courier, reason: Essai, until: 2018-01-31}]\n",
        "utf-8",
    )
    check = ("-C", atlas, "check", "--today")
    assert run(*check, "2018-01-31").code == 0
    late = run(*check, "2018-02-01")
    assert late.code == 1
    assert "1 février 2018" in late.out.replace("1er", "1")


@pytest.mark.parametrize("form", ["text", "json", "sarif", "github"])
def test_waivers_that_hold_no_more_are_told_in_every_format(
    run: Run, atlas: Path, form: str
) -> None:
    """An expired waiver, and one that covers nothing: with rule, places and reason."""
    (atlas / "atlas.yml").write_text(
        "title: x\nlanguage: fr\nwaivers:\n"
        "  - {rule: user-as-courier, reason: Essai, until: 2018-01-31}\n"
        "  - {rule: repeated-evidence, at: [livret-de-famile], reason: Voulu}\n",
        "utf-8",
    )
    ended = run("-C", atlas, "check", "--format", form, "--today", "2018-02-01")
    told = " ".join((ended.out if form == "text" else ended.err).split())
    assert ended.code == 1
    assert "Dérogation à user-as-courier expirée le 31 janvier 2018" in told
    assert "Dérogation à repeated-evidence (livret-de-famile) sans objet" in told


def test_a_waiver_may_stand_in_the_journey(run: Run, atlas: Path, journey: Path) -> None:
    """It accepts the findings of its rule there, and is shown with its reason by `--all`."""
    waiver = "waivers: [{rule: user-as-courier, reason: Le registre est ouvert en mai.}]\n"
    journey.write_text(waiver + journey.read_text("utf-8"), "utf-8")
    check = ("-C", atlas, "check", "--rule", "user-as-courier")
    assert run(*check).code == 0
    assert "Le registre est ouvert en mai." in run(*check, "--all").out
    (one,) = json.loads(run(*check, "--format", "json").out)["findings"]
    assert one["waived"]["reason"] == "Le registre est ouvert en mai."


@pytest.mark.parametrize(
    ("preset", "severity"),
    [("exploration", "info"), ("recommended", "warning"), ("strict", "error")],
)
def test_a_preset_moves_every_severity(run: Run, atlas: Path, preset: str, severity: str) -> None:
    """A workshop explores, a release is strict; a severity set by hand stays."""
    rules = f"{{preset: {preset}, severity: {{repeated-evidence: info}}}}"
    (atlas / "atlas.yml").write_text(f"title: x\nlanguage: fr\nrules: {rules}\n", "utf-8")
    told = json.loads(run("-C", atlas, "check", "--format", "json").out)["findings"]
    by_rule = {one["rule"]: one["severity"] for one in told}
    assert by_rule == {"user-as-courier": severity, "repeated-evidence": "info"}


COUNTERS = """title: Je demande
steps:
"""


def asked_at(folder: Path, counters: list[int], *, before: str = "") -> None:
    """An atlas of a journey in which so many counters ask for one piece, in this order."""
    files = {
        "atlas.yml": "title: x\nlanguage: fr\n",
        "evidence.yml": "avis: {name: Avis}\n",
        "organisations.yml": "".join(f"o{n}: {{name: O{n}, kind: state}}\n" for n in counters),
        "counters.yml": "".join(f"k{n}: {{name: K{n}, owner: o{n}}}\n" for n in counters),
        "demander/as-is.yml": f"{before}title: Je demande\nsteps:\n"
        + "".join(f"  s{n}: {{title: S{n}, at: k{n}, asks: [avis]}}\n" for n in counters),
    }
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")


@pytest.mark.parametrize(
    ("counters", "before"),
    [
        ([1, 2, 3, 4, 5, 6], "# relu en mai\n\n\n"),
        ([6, 3, 5, 1, 2, 4], ""),
        ([1, 2, 3, 7, 4, 5, 6], ""),
    ],
    ids=["lines inserted", "steps reordered", "a seventh counter"],
)
def test_a_baseline_outlives_edits(
    run: Run, tmp_path: Path, counters: list[int], before: str
) -> None:
    """The piece asked at six counters is known, wherever its lines and steps have gone."""
    folder, known = tmp_path / "x", tmp_path / "known.json"
    asked_at(folder, [1, 2, 3, 4, 5, 6])
    check = ("-C", folder, "check", "--rule", "repeated-evidence", "--fail-on", "info")
    first = run(*check, "--format", "json")
    assert (first.code, found(first)) == (1, ["repeated-evidence"])
    known.write_text(first.out, "utf-8")
    asked_at(folder, counters, before=before)
    assert run(*check).code == 1
    assert run(*check, "--baseline", known).code == 0


@pytest.mark.parametrize("form", ["text", "json", "sarif", "github"])
def test_a_rule_that_fails_is_a_fault_of_ours(
    run: Run, atlas: Path, second: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    """101 wins over 1; the rule is named, the other rules' findings are still reported."""

    def broken(_: object) -> Any:
        raise ZeroDivisionError("a fault of ours")

    whole = rules.all_rules()
    changed = tuple(replace(r, find=broken) if r.name == "loose-end" else r for r in whole)
    monkeypatch.setattr("carteblanche_journeys.diagnosis.runner.all_rules", lambda: changed)
    ended = run("-C", atlas, "check", "--format", form)
    assert ended.code == 101
    assert "loose-end" in (ended.out + ended.err).replace("`", "")
    assert "ZeroDivisionError" in ended.out + ended.err
    assert "user-as-courier" in ended.out


def test_a_clean_atlas_ends_with_0(run: Run, atlas: Path, journey: Path) -> None:
    """Nothing found is said, and the day with it."""
    journey.write_text("title: x\nsteps: {a: {title: A}, b: {title: B}, c: {title: C}}\n", "utf-8")
    ended = run("-C", atlas, "check", "--today", "2018-01-15")
    assert ended.code == 0
    assert "Aucun constat" in ended.out
    assert "15 janvier 2018" in ended.out


def test_an_atlas_without_journeys_is_never_silently_clean(
    run: Run, atlas: Path, journey: Path
) -> None:
    """The remark says that there is no journey yet."""
    journey.unlink()
    journey.parent.rmdir()
    ended = run("-C", atlas, "check")
    assert ended.code == 0
    assert "n'a encore aucun parcours" in ended.err


def test_the_same_atlas_gives_the_same_findings_anywhere(
    run: Run, atlas: Path, second: Path, tmp_path: Path
) -> None:
    """The folder's name is in no JSON: a baseline made here holds elsewhere."""
    check = ("check", "--format", "json", "--today", "2018-01-15")
    here = run("-C", atlas, *check)
    atlas.rename(tmp_path / "ailleurs")
    assert run("-C", tmp_path / "ailleurs", *check).out == here.out


def test_a_label_forges_no_annotation(run: Run, atlas: Path, journey: Path) -> None:
    """A newline in a title ends no line of a build's log, and colours no terminal."""
    text = journey.read_text("utf-8")
    title = '"Voir\\n::error file=x::forged\\u001b[31m"'
    journey.write_text(text.replace("title: Voir la directrice", f"title: {title}"), "utf-8")
    refused = run("-C", atlas, "check", "--format", "github")
    shown = refused.out + run("-C", atlas, "check").out
    assert not [line for line in shown.splitlines() if line.startswith("::error")]
    assert "\x1b" not in shown + refused.err
