"""The report that people read at a terminal."""

from dataclasses import replace
from datetime import date

from carteblanche_journeys.diagnosis import Diagnosis, Finding, InternalFault
from carteblanche_journeys.model import Atlas
from carteblanche_journeys.reports import nowhere, text_report
from carteblanche_journeys.words import words_for

TODAY = date(2026, 3, 31)
FRENCH, ENGLISH = words_for("fr"), words_for("en")


def flat(text: str) -> str:
    """The text with every white space, no-break ones too, as one space."""
    return " ".join(text.split())


def test_a_finding_says_what_where_why_what_to_do_and_what_speaks_against_it(
    diagnosis: Diagnosis, atlas: Atlas
) -> None:
    """Every part of a finding is printed under the title of its journey."""

    def place(_: Finding) -> tuple[str, int, int]:
        return ("demenager/as-is.yml", 4, 3)

    text = flat(text_report(diagnosis, atlas, FRENCH, place, TODAY, every=True))
    assert text.startswith("demenager/as-is « Je déménage »")
    assert "SÉRIEUX La personne porte elle-même « Certificat » : Mairie → Caf" in text
    for said in (
        "Fichier demenager/as-is.yml:4:3",
        "Où « Déclarer l'adresse » et « Prévenir la Caf »",
        "Pour Léa",
        "Pourquoi La personne fait le coursier",
        "Que faire Faites passer « Certificat »",
        "À peser La personne garde ainsi la main",
        "Confiance élevée",
        "Accepté Voulu.",
    ):
        assert said in text


def test_questions_come_after_the_findings(diagnosis: Diagnosis, atlas: Atlas) -> None:
    """What the atlas does not say is asked at the end, and counted apart."""
    text = flat(text_report(diagnosis, atlas, FRENCH, nowhere, TODAY))
    assert text.index("SÉRIEUX") < text.index("Questions : ce que l'atlas ne dit pas")
    assert "? Qui fait passer le dossier (Caf → Mairie)" in text
    assert "En tout : 1 constat sérieux, 1 question et 1 constat accepté." in text


def test_only_the_first_ten_are_shown_unless_all_are_asked_for(
    diagnosis: Diagnosis, atlas: Atlas
) -> None:
    """The rest is counted, not printed; waived findings show with the rest."""
    fault = diagnosis.findings[0]
    many = replace(diagnosis, findings=tuple(replace(fault, waived=None) for _ in range(13)))
    short = text_report(many, atlas, ENGLISH, nowhere, TODAY)
    assert short.count("IMPORTANT") == 10
    assert "There are 3 more. To see everything: --all" in short
    whole = text_report(many, atlas, ENGLISH, nowhere, TODAY, every=True)
    assert whole.count("IMPORTANT") == 13
    assert "--all" not in whole


def test_waivers_and_failed_rules_are_told(diagnosis: Diagnosis, atlas: Atlas) -> None:
    """An unused or expired waiver and a rule that failed are said in words."""
    (unused,) = diagnosis.unused_waivers
    late = unused.model_copy(update={"until": date(2026, 1, 1)})
    failed = InternalFault("loose-end", "demenager/as-is", "lea", "KeyError: 'x'")
    told = replace(diagnosis, expired_waivers=(late,), internal_faults=(failed,))
    text = flat(text_report(told, atlas, FRENCH, nowhere, TODAY))
    assert "Dérogation à loose-end sans objet" in text
    assert "Dérogation à loose-end expirée le 1er janvier 2026" in text
    assert "La règle loose-end a échoué sur demenager/as-is. C'est notre faute" in text
    assert "Contrôle fait à la date du 31 mars 2026." in text


def test_nothing_found_is_said(atlas: Atlas) -> None:
    """A clean atlas gets a sentence, not silence."""
    text = text_report(Diagnosis(findings=()), atlas, FRENCH, nowhere, TODAY)
    assert text.startswith("Aucun constat.")


def test_lines_fit_the_terminal_and_nothing_acts_on_it(diagnosis: Diagnosis, atlas: Atlas) -> None:
    """Text is wrapped to the width asked for, and names can neither break nor colour a line."""
    text = text_report(diagnosis, atlas, FRENCH, nowhere, TODAY, every=True, width=60)
    assert max(map(len, text.splitlines())) <= 60
    assert not set("\x1b\u202e\r") & set(text)
    assert not any(line.startswith("::error") for line in text.splitlines())
