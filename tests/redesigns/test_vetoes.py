"""Vetoes: what no proposal may do, however much it saves."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from carteblanche_journeys.diagnosis import Mention
from carteblanche_journeys.model import Atlas, Counter, Evidence, Journey, Step
from carteblanche_journeys.redesigns import Variant
from carteblanche_journeys.redesigns.proposals import trial, vetoes
from carteblanche_journeys.redesigns.proposals.proposing import propose
from faking import changed, fake, gone, use

Make = Callable[[Variant], Variant]


def journey(steps: dict[str, Any], **more: Any) -> Journey:
    """A journey of these steps, for one persona."""
    return Journey(id="demander/as-is", title="Je demande", personas=["zoe"], steps=steps, **more)


def atlas(**more: Any) -> Atlas:
    """Two bodies with a counter each, a generalist, and someone who is not online."""
    plain: dict[str, Any] = {
        "organisations": {name: {"name": name} for name in ("caf", "cpam", "commune")},
        "counters": {
            "caf": {"name": "Caf", "owner": "caf", "channels": ["on-site"],
                    "competence": {"logement": "decides"}},
            "cpam": {"name": "CPAM", "owner": "cpam", "channels": ["on-site"],
                     "competence": {"sante": "decides"}},
            "maison": {"name": "Maison", "owner": "commune", "channels": ["on-site"],
                       "competence": {"logement": "receives", "sante": "receives"}},
        },
        "schemes": {"logement": {"name": "Aide au logement"}, "sante": {"name": "Santé"}},
        "personas": {"zoe": {"name": "Zoé", "people": [{"online": 0}]}},
    }  # fmt: skip
    return Atlas(**{**plain, **more})


#: Two visits to two bodies, and what one may be granted.
VISITS = {
    "logement": {"title": "Voir la Caf", "at": "caf", "effort": "60 min"},
    "sante": {"title": "Voir la CPAM", "at": "cpam", "effort": "60 min"},
    "fin": {"title": "Accordé", "kind": "outcome", "result": "granted", "scheme": "logement"},
}


def verdicts(
    monkeypatch: pytest.MonkeyPatch, make: Make, as_is: Journey, known: Atlas
) -> tuple[list[str], list[str], list[str]]:
    """Codes of vetoes; then what is shown with the vetoes, and what would be without."""
    use(monkeypatch, fake("tempting", make))
    found = propose(as_is, known)
    with monkeypatch.context() as patched:
        patched.setattr(vetoes, "CHECKS", ())
        free = propose(as_is, known)
    names = [[one.moves[0].move.name for one in each.shown] for each in (found, free)]
    return [one.veto.code for one in found.rejected], names[0], names[1]


def one_stop(**counter: Any) -> Make:
    """One visit to the generalist in place of two, whose counter is as given."""

    def make(variant: Variant) -> Variant:
        if "sante" not in variant.steps:
            return variant
        plain = {name: getattr(variant.atlas.counters["maison"], name)
                 for name in variant.atlas.counters["maison"].model_fields_set}  # fmt: skip
        made = Step(
            id="logement",
            title="Voir la maison",
            at="maison",
            effort="40 min",
            schemes=["logement", "sante"],
            next=[{"to": "fin", "comes_from": ["sante->fin"]}],
            comes_from=["logement", "sante"],
        )
        left = {name: one for name, one in variant.steps.items() if name != "sante"}
        changed_ones = variant.with_steps({**left, "logement": made})
        return changed_ones.with_things("counters", Counter(**{**plain, **counter}))

    return make


def test_facade(monkeypatch: pytest.MonkeyPatch) -> None:
    """A generalist without a link to those who decide is set aside, though it spares a visit."""
    found = verdicts(monkeypatch, one_stop(), journey(VISITS), atlas())
    assert found == (["facade-counter"], [], ["tempting"])


def test_facade_without_a_time_to_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    """An operator who names no time within which it answers is no link."""
    operators = [{"organisation": "caf", "answer_within": "4 d"}, {"organisation": "cpam"}]
    make = one_stop(operators=operators)
    found = verdicts(monkeypatch, make, journey(VISITS), atlas())
    assert found == (["facade-counter"], [], ["tempting"])
    use(monkeypatch, fake("tempting", make))
    (rejected,) = propose(journey(VISITS), atlas()).rejected
    assert rejected.veto.values["organisations"] == Mention("organisation", ("cpam",))


def test_no_facade(monkeypatch: pytest.MonkeyPatch) -> None:
    """A generalist whom each body answers in a given time may be proposed."""
    operators = [{"organisation": name, "answer_within": "4 d"} for name in ("caf", "cpam")]
    found = verdicts(monkeypatch, one_stop(operators=operators), journey(VISITS), atlas())
    assert found == ([], ["tempting"], ["tempting"])


def test_a_counter_that_decides_is_no_facade(monkeypatch: pytest.MonkeyPatch) -> None:
    """A counter to which the decisions themselves pass needs no link to those who had them."""
    competence = {"logement": "decides", "sante": "decides"}
    found = verdicts(monkeypatch, one_stop(competence=competence), journey(VISITS), atlas())
    assert found == ([], ["tempting"], ["tempting"])


def test_no_way_through(monkeypatch: pytest.MonkeyPatch) -> None:
    """What saves time and leaves a persona without a way to a right is set aside."""
    steps = {
        "remplir": {"title": "Remplir", "effort": "90 min"},
        **VISITS,
    }
    closed = {"ways": [{"counter": "caf", "when": {"majeure": True}}], "at": None}

    def make(variant: Variant) -> Variant:
        return gone("remplir")(changed("logement", **closed)(variant))

    minor = {"name": "Zoé", "traits": {"majeure": False}}
    known = atlas(personas={"zoe": minor}, traits={"majeure": {}})
    found = verdicts(monkeypatch, make, journey(steps), known)
    assert found == (["no-way-through"], [], ["tempting"])


def test_a_persona_who_had_no_way_before(monkeypatch: pytest.MonkeyPatch) -> None:
    """Someone who had no way before is no reason to leave the others without help."""
    steps = {
        "remplir": {"title": "Remplir", "effort": "90 min"},
        "logement": {"title": "En ligne", "ways": [{"counter": "caf", "channel": "online"}]},
        "fin": VISITS["fin"],
    }
    found = verdicts(monkeypatch, gone("remplir"), journey(steps), atlas())
    assert found[0] == []


#: A refusal against which one may appeal, by a step of its own.
APPEAL = {
    "demander": {"title": "Demander", "at": "caf", "schemes": ["logement"], "effort": "90 min",
                 "next": ["decision"]},
    "decision": {"title": "La décision", "kind": "choice",
                 "next": [{"to": "oui", "share": 0.5}, {"to": "non", "share": 0.5}]},
    "oui": {"title": "Accordé", "kind": "outcome", "result": "granted"},
    "non": {"title": "Refusé", "kind": "outcome", "result": "refused", "appeal": "recours",
            "next": ["recours"]},
    "recours": {"title": "Faire un recours", "at": "caf", "effort": "60 min", "next": ["apres"]},
    "apres": {"title": "Après le recours", "kind": "outcome", "result": "partial"},
}  # fmt: skip


def test_appeal(monkeypatch: pytest.MonkeyPatch) -> None:
    """An appeal is not removed, whatever time it would save."""
    found = verdicts(monkeypatch, gone("recours"), journey(APPEAL), atlas())
    assert found == (["appeal"], [], ["tempting"])


def test_appeal_denied(monkeypatch: pytest.MonkeyPatch) -> None:
    """A refusal that would say that there is no appeal any more is set aside."""

    def make(variant: Variant) -> Variant:
        return changed("demander", effort="1 min")(changed("non", appeal=False)(variant))

    found = verdicts(monkeypatch, make, journey(APPEAL), atlas())
    assert found == (["appeal"], [], ["tempting"])


#: Steps that the law asks for, and what would be saved without.
LAW: dict[str, dict[str, Any]] = {
    "law": {"law": "Code civil, article 55"},
    "deadline": {"deadlines": [{"within": "5 d", "binds": "person"}]},
}


@pytest.mark.parametrize("kind", LAW)
def test_control(monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    """A step that the law asks for, or whose deadline binds the person, is not removed."""
    steps = {**VISITS, "controle": {"title": "Déclarer", "effort": "90 min", **LAW[kind]}}
    order = {name: steps[name] for name in ("controle", "logement", "sante", "fin")}
    found = verdicts(monkeypatch, gone("controle"), journey(order), atlas())
    assert found == (["control"], [], ["tempting"])


def test_deadline_untouched(monkeypatch: pytest.MonkeyPatch) -> None:
    """A deadline that binds the person is not made longer or shorter either."""
    declared = {"title": "Déclarer", "effort": "90 min", **LAW["deadline"]}
    steps = {"controle": declared, **VISITS}
    later = {"deadlines": [{"within": "9 d", "binds": "person"}], "effort": "1 min"}
    found = verdicts(monkeypatch, changed("controle", **later), journey(steps), atlas())
    assert found == (["control"], [], ["tempting"])


def test_control_stood_in_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """A second assessment of the same may go where the first is taken for it."""
    assessment = {"kind": "assessment", "subject": "autonomie", "about": "person"}
    known = atlas(
        evidence={
            name: Evidence(id=name, name=name, issuer="caf", **assessment)
            for name in ("premiere", "seconde")
        }
    )
    steps = {
        "un": {"title": "Être évaluée", "effort": "60 min", "yields": ["premiere"]},
        "deux": {"title": "Encore", "effort": "60 min", "yields": ["seconde"], "law": "Art. 1"},
        **VISITS,
    }
    found = verdicts(monkeypatch, gone("deux"), journey(steps), known)
    assert found == ([], ["tempting"], ["tempting"])


def test_human_contact(monkeypatch: pytest.MonkeyPatch) -> None:
    """The only person whom one can talk to is not removed."""
    steps = {"logement": VISITS["logement"], "fin": VISITS["fin"]}
    found = verdicts(monkeypatch, gone("logement"), journey(steps), atlas())
    assert found == (["human-contact"], [], ["tempting"])


def test_human_contact_for_a_right(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor is the only one for a right for which there is still something to do."""
    steps = {
        **VISITS,
        "envoyer": {
            "title": "Envoyer",
            "schemes": ["sante"],
            "ways": [{"counter": "cpam", "channel": "post"}],
        },
    }
    order = {name: steps[name] for name in ("logement", "sante", "envoyer", "fin")}
    found = verdicts(monkeypatch, gone("sante"), journey(order), atlas())
    assert found == (["human-contact"], [], ["tempting"])


ONLINE = {"ways": [{"counter": "caf", "channel": "online"}, {"counter": "caf"}], "at": None}


def test_online_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """Putting it online, and nothing else, is no help for someone who is not online."""
    known = atlas(personas={"zoe": {"name": "Zoé", "people": [{"online": None}]}})
    make = changed("logement", **ONLINE, effort="5 min")
    # Without more ado, what the online way spares would be taken for a gain.
    monkeypatch.setattr(trial, "newly_online", lambda before, after: iter(()))
    found = verdicts(monkeypatch, make, journey(VISITS), known)
    assert found == (["online-only"], [], ["tempting"])


def test_online_spares_nothing_where_nobody_is_online(monkeypatch: pytest.MonkeyPatch) -> None:
    """What an online way would spare someone who may not be online cannot be said."""
    known = atlas(personas={"zoe": {"name": "Zoé", "people": [{"online": None}]}})

    def make(variant: Variant) -> Variant:
        return gone("sante")(changed("logement", **ONLINE, effort="5 min")(variant))

    use(monkeypatch, fake("tempting", make))
    monkeypatch.setattr(vetoes, "CHECKS", ())
    found = propose(journey(VISITS), known)
    (one,) = (*found.shown, *found.further)
    assert one.spared["zoe"]["minutes"] is None
    assert ("zoe", "help-online") in [(it.who, it.what) for it in one.losers]


def test_online_for_those_who_are(monkeypatch: pytest.MonkeyPatch) -> None:
    """For someone at ease online an online way is a help."""
    known = atlas(personas={"zoe": {"name": "Zoé", "people": [{"online": 3}]}})
    quick = {**ONLINE, "effort": "5 min"}
    found = verdicts(monkeypatch, changed("logement", **quick), journey(VISITS), known)
    assert found == ([], ["tempting"], ["tempting"])


def test_unsound(monkeypatch: pytest.MonkeyPatch) -> None:
    """What would leave a journey that cannot be walked is set aside."""

    def make(variant: Variant) -> Variant:
        loop = [{"to": "logement", "comes_from": []}, {"to": "fin", "comes_from": ["sante->fin"]}]
        return changed("logement", effort="1 min")(changed("sante", next=loop)(variant))

    use(monkeypatch, fake("tempting", make))
    found = propose(journey(VISITS), atlas())
    assert found.shown == ()
    assert [one.veto.code for one in found.rejected] == ["unsound"]
