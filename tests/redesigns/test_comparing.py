"""What becomes of a journey in another: steps, pieces, handoffs, findings, legal needs."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.strategies import atlases

from carteblanche_journeys.model import Atlas, Journey
from carteblanche_journeys.redesigns import begin, chosen, make, redesigned
from carteblanche_journeys.redesigns.comparisons.comparing import compare
from carteblanche_journeys.redesigns.comparisons.comparison import Comparison, StepFate
from carteblanche_journeys.redesigns.comparisons.since import compare_atlases
from carteblanche_journeys.reports import compare_json, compare_markdown, compare_text
from carteblanche_journeys.words import words_for

Steps = Mapping[str, Mapping[str, Any]]

ATLAS = Atlas(
    title="L'essai",
    language="fr",
    organisations={
        "mairie": {"name": "Mairie", "kind": "local"},
        "caf": {"name": "Caf", "kind": "social-security"},
        "ecole": {"name": "École", "kind": "state"},
    },
    counters={
        "accueil": {"name": "Accueil", "owner": "mairie", "channels": ["on-site", "phone"]},
        "agence": {"name": "Agence", "owner": "caf", "channels": ["on-site"]},
        "direction": {"name": "Direction", "owner": "ecole", "channels": ["on-site"]},
    },
    evidence={
        "livret": {"name": "Livret de famille", "issuer": "mairie"},
        "certificat": {"name": "Certificat", "issuer": "mairie"},
    },
)
STEPS: dict[str, dict[str, Any]] = {
    "demander": {"at": "accueil", "asks": ["livret"], "yields": ["certificat"]},
    "attendre": {"wait": "10 d"},
    "porter": {"at": "direction", "asks": ["livret", "certificat"]},
    "entrer": {"kind": "outcome", "result": "granted"},
}


def journey(steps: Steps, name: str = "x/as-is", **fields: Any) -> Journey:
    """A journey with these steps, each called by its id."""
    full = {key: {"title": f"Titre {key}", **step} for key, step in steps.items()}
    return Journey(id=name, title="J'essaie", steps=full, **fields)


def changed(**steps: dict[str, Any] | None) -> Comparison:
    """The journey compared with itself where steps are replaced; None removes one."""
    after = {**STEPS, **steps}
    kept = {name: step for name, step in after.items() if step is not None}
    return compare(journey(STEPS), journey(kept, "x/to-be"), ATLAS)


def fate_of(found: Comparison, step: str) -> StepFate:
    """What becomes of one step of the as-is."""
    return next(one for one in found.steps if step in (*one.before, *one.after))


def test_a_journey_compared_with_itself_is_kept_whole() -> None:
    """Every step is kept, no figure differs, no finding goes or comes."""
    one = journey(STEPS)
    found = compare(one, one, ATLAS)
    assert {fate.fate for fate in found.steps} == {"kept"}
    assert all(d and d.direction == "same" for each in found.burden.values() for d in each.values())
    assert (found.asks_spared, found.handoffs_moved, found.cleared, found.new) == ((), (), (), ())


def test_the_beginning_of_a_redesign_changes_nothing() -> None:
    """Links written out, and origins told, say the same as before."""
    one = journey(STEPS)
    found = compare(one, begin(one, ATLAS, "x/to-be").journey, ATLAS)
    assert {fate.fate for fate in found.steps} == {"kept"}
    assert all(d and d.direction == "same" for each in found.burden.values() for d in each.values())


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("wait", "5 d"),
        ("effort", "20 min"),
        ("asks", []),
        ("share", "50 %"),
        ("when", {"t": True}),
        ("tells", ["nom"]),
        ("deadlines", [{"within": "5 d"}]),
        ("visit", "matin"),
        ("actor", "mairie"),
    ],
)
def test_a_step_that_says_something_else_is_changed(field: str, value: Any) -> None:
    """And the comparison says in which field."""
    found = fate_of(changed(porter={**STEPS["porter"], field: value}), "porter")
    assert (found.fate, found.changes) == ("changed", (field,))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", "Autre titre"),
        ("note", "Vu sur place."),
        ("status", "observed"),
        ("row", ["C11"]),
        ("ways", [{"counter": "direction"}]),
        ("join", "any"),
        ("actor", "person"),
    ],
)
def test_other_words_for_the_same_are_no_change(field: str, value: Any) -> None:
    """Titles, notes, marks, and long forms of the same meaning."""
    assert fate_of(changed(porter={**STEPS["porter"], field: value}), "porter").fate == "kept"


def test_the_same_time_in_another_unit_is_no_change() -> None:
    """An hour is sixty minutes."""
    one, other = journey({"a": {"effort": "1 h"}}), journey({"a": {"effort": "60 min"}})
    assert compare(one, other, ATLAS).steps[0].fate == "kept"


@pytest.mark.parametrize(
    ("ways", "fate"),
    [
        ([{"counter": "agence"}], "moved"),
        ([{"counter": "accueil", "channel": "phone"}], "moved"),
        ([{"counter": "accueil"}, {"counter": "agence"}], "changed"),
        ([{"counter": "agence"}, {"counter": "accueil"}], "moved"),
        ([{"counter": "accueil", "near": "home"}], "changed"),
    ],
)
def test_a_step_at_another_door_is_moved(ways: list[dict[str, Any]], fate: str) -> None:
    """Where its first way, or one that there was, is elsewhere; one more at the end is a change."""
    step = {name: value for name, value in STEPS["demander"].items() if name != "at"}
    found = fate_of(changed(demander={**step, "ways": ways}), "demander")
    assert (found.fate, found.changes) == (fate, ("ways",))


def test_a_step_that_goes_is_removed_at_its_place() -> None:
    """Those around it stay as they are: what follows them is the same beyond it."""
    found = changed(attendre=None)
    assert [(one.fate, one.before) for one in found.steps] == [
        ("kept", ("demander",)),
        ("removed", ("attendre",)),
        ("kept", ("porter",)),
        ("kept", ("entrer",)),
    ]


def test_a_step_that_comes_is_added() -> None:
    """It has an id, and no origin."""
    steps = {"demander": STEPS["demander"], "nouveau": {"wait": "1 d"}, **STEPS}
    found = compare(journey(STEPS), journey(steps), ATLAS)
    assert [one.after for one in found.of("added")] == [("nouveau",)]
    assert len(found.of("kept")) == 4


def test_what_says_it_is_new_is_not_an_old_step_renamed() -> None:
    """A redesign that removes a step and adds one like it has done both."""
    new = {**STEPS["attendre"], "comes_from": []}
    found = changed(attendre=None, patience=new)
    assert [one.fate for one in found.steps].count("kept") == 3
    assert len(found.of("removed")) == len(found.of("added")) == 1


def test_a_step_of_several_origins_is_merged_and_one_of_several_heirs_split() -> None:
    """Told once, with all ids on both sides."""
    both = {"at": "accueil", "comes_from": ["demander", "porter"]}
    found = changed(demander=None, porter=None, guichet=both)
    assert [(one.before, one.after) for one in found.of("merged")] == [
        (("demander", "porter"), ("guichet",))
    ]
    parts = {name: {"wait": "5 d", "comes_from": ["attendre"]} for name in ("un", "deux")}
    found = changed(attendre=None, **parts)
    assert [(one.before, one.after) for one in found.of("split")] == [
        (("attendre",), ("un", "deux"))
    ]


def test_two_heirs_of_one_step_stay_two_in_another_version_of_a_redesign() -> None:
    """Two versions of one redesign, read apart, have the same steps and nothing merged."""
    heirs = {name: {"wait": "5 d", "comes_from": ["attendre"]} for name in ("un", "deux")}
    versions = [journey(heirs, "x/to-be") for _ in range(2)]
    assert [one.fate for one in compare(*versions, ATLAS).steps] == ["kept", "kept"]
    longer = {**heirs, "deux": {**heirs["deux"], "wait": "9 d"}}
    found = compare(versions[0], journey(longer, "x/to-be"), ATLAS)
    assert [(one.fate, one.after) for one in found.steps] == [
        ("kept", ("un",)),
        ("changed", ("deux",)),
    ]


def test_another_order_changes_the_steps_that_lead_elsewhere() -> None:
    """What follows a step is part of what it says."""
    after = {name: STEPS[name] for name in ("demander", "porter", "attendre", "entrer")}
    found = compare(journey(STEPS), journey(after), ATLAS)
    assert {one.before[0]: one.changes for one in found.of("changed")} == {
        "demander": ("next",),
        "porter": ("next",),
        "attendre": ("next",),
    }


def test_counters_that_were_merged_are_another_counter() -> None:
    """A step met at the merged counter is moved; one at a counter renamed is not."""
    merged = {"name": "Maison", "owner": "mairie", "channels": ["on-site"]}
    after = ATLAS.model_copy(
        update={
            "counters": Atlas(
                counters={"maison": {**merged, "comes_from": ["agence", "direction"]}}
            ).counters
        }
    )
    one = journey({"a": {"at": "agence"}, "b": {"at": "direction"}})
    other = journey({"a": {"at": "maison"}, "b": {"at": "maison"}})
    assert [f.fate for f in compare(one, other, ATLAS, after).steps] == ["moved", "moved"]


def test_counts_of_fates_add_up_to_both_journeys() -> None:
    """Every step of both stands in exactly one fate."""
    both = {"at": "accueil", "comes_from": ["demander", "porter"]}
    found = changed(demander=None, porter=None, attendre=None, guichet=both, neuf={"wait": "1 d"})
    before = [name for one in found.steps for name in one.before]
    after = [name for one in found.steps for name in one.after]
    assert sorted(before) == sorted(found.as_is.steps)
    assert sorted(after) == sorted(found.to_be.steps)


def test_a_piece_asked_less_often_is_told_with_where() -> None:
    """How often before and after, and at which steps it is no longer asked."""
    (spared,) = changed(porter={**STEPS["porter"], "asks": ["certificat"]}).asks_spared
    assert (spared.piece, spared.before, spared.after) == ("livret", 2, 1)
    assert spared.steps == ("porter",)


def test_a_handoff_that_an_organisation_takes_over_has_moved() -> None:
    """From the mairie to the school: the person carried it, now the mairie sends it."""
    steps = {
        "demander": {**STEPS["demander"], "next": [{"to": "porter", "carried": "person"}]},
        "porter": STEPS["porter"],
    }
    sent = {**steps, "demander": {**steps["demander"], "next": [
        {"to": "porter", "carried": "organisation"}]}}  # fmt: skip
    (moved,) = compare(journey(steps), journey(sent), ATLAS).handoffs_moved
    assert (moved.before.source, moved.before.target) == ("demander", "porter")
    assert moved.after is not None
    assert moved.after.carried == "organisation"
    assert compare(journey(sent), journey(steps), ATLAS).handoffs_moved == ()


def test_findings_go_come_and_stay() -> None:
    """A journey mended where one thing was wrong, and broken elsewhere."""
    one = journey({"a": {}, "b": {"next": []}, "c": {}})
    mended = journey({"a": {"next": []}, "b": {}, "c": {}})
    found = compare(one, mended, ATLAS)
    told = {kind: [(f.rule, f.cause) for f in getattr(found, kind)]
            for kind in ("cleared", "remaining", "new")}  # fmt: skip
    assert ("loose-end", "x/as-is b") in told["cleared"]
    assert ("loose-end", "x/as-is a") in told["new"]
    assert told["remaining"] == []


def test_a_finding_of_the_as_is_stays_a_finding_of_the_to_be() -> None:
    """Whatever the two journeys are called."""
    steps: Steps = {"a": {}, "b": {"next": []}, "c": {}}
    found = compare(journey(steps), journey(steps, "x/to-be"), ATLAS)
    assert (found.cleared, found.new) == ((), ())
    assert len(found.remaining) == 2


def test_a_finding_about_renamed_things_is_the_same() -> None:
    """Its cause names other ids for what has not changed."""
    one = journey({"a": {}, "b": {"next": []}, "c": {}})
    other = journey({"a": {}, "z": {"next": []}, "c": {}})
    found = compare(one, other, ATLAS)
    assert (found.cleared, found.new) == ((), ())
    assert len(found.remaining) == 2


def test_the_moves_between_say_what_they_need_in_law() -> None:
    """Each with its name; of journeys that are no redesign of each other nothing is said."""
    one = journey(STEPS)
    written = Journey(
        id="x/to-be",
        title="Y",
        redesigns="x/as-is",
        moves=[{"move": "announce-status", "step": "attendre"}],
    )
    atlas = ATLAS.model_copy(update={"journeys": {"x/as-is": one}})
    found = compare(one, redesigned(written, atlas), atlas)
    assert [(move, need.need) for move, need in found.legal] == [("announce-status", "nothing")]
    assert fate_of(found, "attendre").changes == ("wait",)
    assert compare(one, one, atlas).legal == ()


def test_a_persona_of_one_side_alone_cannot_be_compared() -> None:
    """Nothing is said of whoever lives only one of the two."""
    atlas = ATLAS.model_copy(
        update={"personas": Atlas(personas={n: {"name": n} for n in ("zoe", "leo")}).personas}
    )
    one, other = (journey(STEPS, personas=who) for who in (["zoe"], ["zoe", "leo"]))
    found = compare(one, other, atlas)
    assert list(found.burden) == ["zoe", "leo"]
    assert set(found.burden["leo"].values()) == {None}
    assert None not in found.burden["zoe"].values() or found.burden["zoe"]["minutes"]


# Renaming -----------------------------------------------------------------------------------


def renamed(atlas: Atlas, names: Mapping[str, str], mark: str) -> Atlas:
    """The atlas with other ids for steps, counters and pieces, and other titles everywhere.

    Parameters
    ----------
    names
        The new id of each; the same for all kinds, so that references need not know the kind.
    """
    written = atlas.model_dump(mode="json", by_alias=True, exclude_unset=True)

    def told(value: Any, key: str = "") -> Any:
        if isinstance(value, dict):
            return {names.get(k, k): told(v, k) for k, v in value.items()}
        if isinstance(value, list):
            return [told(one, key) for one in value]
        if key in ("title", "name", "label") and isinstance(value, str):
            return f"{value} {mark}"
        return names.get(value, value) if isinstance(value, str) else value

    after = Atlas.model_validate(told(written))
    journeys = {name: one.model_copy(update={"id": name}) for name, one in after.journeys.items()}
    return after.model_copy(update={"journeys": journeys})


@settings(max_examples=80, deadline=None)
@given(atlases(), st.sampled_from(["fresh", "turned"]))
def test_renaming_is_no_change_of_meaning(atlas: Atlas, how: str) -> None:
    """Whatever steps, counters and pieces are called, and by whatever ids: all is kept."""
    one = atlas.journeys["essai/as-is"]
    kinds = (one.steps, atlas.counters, atlas.evidence)
    names: dict[str, str] = {}
    for shelf in kinds:
        ids = list(shelf)
        fresh = [f"n-{name}" for name in ids] if how == "fresh" else ids[1:] + ids[:1]
        names |= dict(zip(ids, fresh, strict=True))
    after = renamed(atlas, names, "autrement")
    found = compare(one, after.journeys["essai/as-is"], atlas, after)
    assert {fate.fate for fate in found.steps} == {"kept"}
    assert all(d and d.direction == "same" for each in found.burden.values() for d in each.values())
    assert (found.asks_spared, found.handoffs_moved) == ((), ())
    assert (found.cleared, found.new) == ((), ())


def test_counters_of_no_step_that_change_names_change_nothing() -> None:
    """Two counters that the journey does not use may swap their ids: no figure changes."""
    one = {"name": "A", "owner": "mairie", "channels": []}
    other = {"name": "B", "owner": "mairie", "channels": ["on-site"]}
    sides = [
        ATLAS.model_copy(update={"counters": Atlas(counters=counters).counters})
        for counters in ({"c0": one, "c1": other}, {"c0": other, "c1": one})
    ]
    found = compare(journey(STEPS), journey(STEPS), *sides)
    assert {d and d.direction for each in found.burden.values() for d in each.values()} == {"same"}


@settings(max_examples=60, deadline=None)
@given(atlases())
def test_any_journey_compared_with_itself_is_kept(atlas: Atlas) -> None:
    """Also one that breaks the rules of the walk, of which no figure can be given."""
    one = atlas.journeys["essai/as-is"]
    found = compare(one, one.model_copy(), atlas)
    assert {fate.fate for fate in found.steps} == {"kept"}
    assert all(d and d.direction == "same" for each in found.burden.values() for d in each.values())


@settings(max_examples=40, deadline=None)
@given(atlases(), atlases())
def test_any_two_journeys_can_be_compared(one: Atlas, other: Atlas) -> None:
    """Every step of both stands in one fate, each low lies below its high, every report is made."""
    before, after = one.journeys["essai/as-is"], other.journeys["essai/as-is"]
    found = compare(before, after, one, other)
    assert sorted(name for fate in found.steps for name in fate.before) == sorted(before.steps)
    assert sorted(name for fate in found.steps for name in fate.after) == sorted(after.steps)
    for differences in found.burden.values():
        for each in differences.values():
            assert each is None or each.low <= (each.likely or each.low) <= each.high
    words = words_for("fr")
    json.loads(compare_json(found, words))
    assert compare_text(found, words)
    assert compare_markdown(found, words)


# Two versions of an atlas -------------------------------------------------------------------


def test_two_versions_of_an_atlas_are_compared_journey_by_journey() -> None:
    """What changed, what is new, what is gone, and what nobody touched."""
    old = {name: journey(STEPS, name) for name in ("a/as-is", "b/as-is", "c/as-is")}
    longer = {**STEPS, "attendre": {"wait": "20 d"}}
    new = {
        "a/as-is": old["a/as-is"],
        "b/as-is": journey(longer, "b/as-is"),
        "d/as-is": journey(STEPS, "d/as-is"),
    }
    found = compare_atlases(
        ATLAS.model_copy(update={"journeys": old}), ATLAS.model_copy(update={"journeys": new})
    )
    assert [one.to_be.id for one in found.compared] == ["b/as-is"]
    assert (found.same, found.new, found.gone) == (("a/as-is",), ("d/as-is",), ("c/as-is",))


def test_made_moves_can_be_compared_with_each_other() -> None:
    """Two redesigns of one journey share their origins."""
    variant = begin(journey(STEPS), ATLAS, "x/un")
    one = make(variant, [chosen({"move": "announce-status", "step": "attendre"})])
    found = compare(one.journey, variant.journey, ATLAS)
    assert [fate.changes for fate in found.of("changed")] == [("wait",)]
