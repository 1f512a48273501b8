"""What the sources say is wrong in the four journeys is found, and told with its places."""

from pathlib import Path

import pytest

from carteblanche_journeys.diagnosis import Finding, diagnose
from carteblanche_journeys.model import Atlas
from carteblanche_journeys.reading import read_atlas

JOURNEYS = Path(__file__).parents[2] / "journeys"
CHILD, AUTONOMY = "avoir-un-enfant/as-is", "perdre-son-autonomie/as-is"
COMPANY, INDEPENDENT = "creer-son-entreprise/as-is", "devenir-independant/as-is"

#: Journey, pieces or facts, and rows of the sources at which they are asked.
ASKED_AGAIN = [
    (CHILD, "acte-naissance-enfant", ("C21", "C22", "C23", "C26", "C27", "C29", "C33", "C34")),
    (CHILD, "justificatif-domicile", ("C17", "C29", "C33", "C34")),
    (CHILD, "piece-identite", ("C07", "C11", "C17", "C18", "C33")),
    (CHILD, "revenu-annuel avis-imposition", ("C15", "C28", "C29", "C32")),
    (CHILD, "rib", ("C15", "C28")),
    (AUTONOMY, "piece-identite", ("A05", "A15", "A17", "A25", "A27", "A29", "A31")),
    (AUTONOMY, "avis-imposition", ("A05", "A17", "A18", "A19", "A25", "A27", "A29")),
    (AUTONOMY, "etat-de-sante", ("A05", "A15", "A25", "A31")),
    (AUTONOMY, "rib", ("A05", "A17", "A19", "A29")),
    (COMPANY, "piece-identite", ("E09", "E12", "E14", "E25")),
    # Where the statutes are asked they show the address of the firm; elsewhere it is told.
    (COMPANY, "adresse-entreprise statuts", ("E09", "E12", "E14", "E20")),
    (COMPANY, "statuts", ("E09", "E14", "E20")),
    (COMPANY, "kbis", ("E06", "E24", "E25")),
    (COMPANY, "inscription-chomage", ("E02", "E22")),
    (INDEPENDENT, "piece-identite", ("I06", "I09", "I10", "I14", "I17")),
    (INDEPENDENT, "avis-siren", ("I13", "I15", "I16")),
    (INDEPENDENT, "chiffre-affaires", ("I15", "I16", "I20", "I21")),
]

#: Journey, purpose, and the level at which several counters do the same.
SEVERAL_DOORS = [
    (CHILD, "declarer-grossesse", "receives"),
    (CHILD, "faire-garder-enfant", "informs"),
    (AUTONOMY, "aider-a-domicile", "informs"),
    # What the second of the two counters asks is not known: a question.
    (AUTONOMY, "circuler", "receives"),
    (COMPANY, "immatriculer-entreprise", "receives"),
    (COMPANY, "inscrire-au-registre", "decides"),
    (COMPANY, "conseiller-createur", "informs"),
    (INDEPENDENT, "immatriculer-entreprise", "receives"),
]

#: Journey, and the counter and scheme of a file that is only taken in to be passed on.
PASSED_ON = [
    (AUTONOMY, "ccas ash"),
    (AUTONOMY, "ccas aide-menagere"),
    (INDEPENDENT, "lautoentrepreneur debut-activite"),
]

#: Journey and the rows between which a handoff is known to break. Two that the sources list are
#: none of ours: between C12 and C17 no body is left (a form filled in at home), between E05 and
#: E14 the body is the same (the chamber of trades gives the course and takes the file).
BROKEN = [
    (CHILD, "C11", "C17"),
    (CHILD, "C16", "C17"),
    (CHILD, "C34", "C34"),
    (CHILD, "C28", "C28"),
    (AUTONOMY, "A09", "A17"),
    (AUTONOMY, "A09", "A24"),
    (COMPANY, "E09", "E14"),
    (COMPANY, "E17", "E24"),
    (COMPANY, "E22", "E23"),
    (INDEPENDENT, "I08", "I12"),
    (INDEPENDENT, "I12", "I13"),
    (INDEPENDENT, "I14", "I15"),
    (INDEPENDENT, "I06", "I09"),
]
HANDOFFS = ("user-as-courier", "fragmented-handoff", "repeated-evidence")
AGAIN = ("repeated-evidence", "user-as-courier")


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    """The atlas that is shipped."""
    return read_atlas(JOURNEYS).atlas


@pytest.fixture(scope="module")
def findings(atlas: Atlas) -> tuple[Finding, ...]:
    """All that is found in it."""
    return diagnose(atlas).findings


def rows_of(finding: Finding, journey: str, atlas: Atlas) -> set[str]:
    """The rows of the sources that the steps of a finding carry, in one journey."""
    steps = atlas[journey].steps
    return {row for name in finding.where_in(journey).steps for row in steps[name].row}


@pytest.mark.parametrize(("journey", "pieces", "rows"), ASKED_AGAIN)
def test_evidence_asked_several_times_is_found(
    journey: str, pieces: str, rows: tuple[str, ...], atlas: Atlas, findings: tuple[Finding, ...]
) -> None:
    """A piece or fact known to be asked again is one finding, with the places where it is asked."""
    told = [
        one
        for one in findings
        if one.rule in AGAIN and journey in one.journeys and one.cause.split()[0] in pieces.split()
    ]
    found = set().union(*(rows_of(one, journey, atlas) for one in told))
    assert set(rows) <= found


@pytest.mark.parametrize(("journey", "purpose", "level"), SEVERAL_DOORS)
def test_doors_known_to_be_redundant_are_found(
    journey: str, purpose: str, level: str, findings: tuple[Finding, ...]
) -> None:
    """Counters known to do the same for one need are told, by the rule that tells them best."""
    told = [
        one
        for one in findings
        if journey in one.journeys
        and one.cause in (f"{purpose} {level}", purpose)
        and one.rule in ("redundant-counters", "stacked-schemes", "unknowable-counter")
    ]
    assert told


@pytest.mark.parametrize(("journey", "cause"), PASSED_ON)
def test_counters_known_only_to_pass_a_file_on_are_found(
    journey: str, cause: str, findings: tuple[Finding, ...]
) -> None:
    """A counter that takes a file in and adds nothing to it is one to keep an eye on."""
    (told,) = (one for one in findings if (one.rule, one.cause) == ("facade-counter", cause))
    assert (journey in told.journeys, told.severity) == (True, "info")


def test_the_counter_that_depends_on_a_degree_of_dependence_is_found(
    findings: tuple[Finding, ...],
) -> None:
    """Whom to ask for help at home depends on what only the visit tells; it is told once."""
    (told,) = (one for one in findings if one.rule == "unknowable-counter")
    assert (told.cause, told.journeys) == ("aider-a-domicile gir", (AUTONOMY,))
    assert {"redundant-counters", "stacked-schemes"} <= set(told.also)


@pytest.mark.parametrize(("journey", "before", "after"), BROKEN)
def test_handoffs_known_to_break_are_found(
    journey: str, before: str, after: str, atlas: Atlas, findings: tuple[Finding, ...]
) -> None:
    """Between two rows where a handoff is known to break, a finding or a question stands."""
    both = {before, after}
    told = [one for one in findings if one.rule in HANDOFFS and journey in one.journeys]
    assert any(both <= rows_of(one, journey, atlas) for one in told)
