"""The diagnosis: what hurts in a journey, why, what to do, and what speaks against it."""

from carteblanche_journeys.diagnosis.explain import Explanation, Section, explanation
from carteblanche_journeys.diagnosis.finding import Finding, Mention, Where
from carteblanche_journeys.diagnosis.looking import InternalFault
from carteblanche_journeys.diagnosis.prose import example_files, example_in
from carteblanche_journeys.diagnosis.rule import Rule, all_rules, rule_named, rule_names
from carteblanche_journeys.diagnosis.runner import Diagnosis, diagnose, glance
from carteblanche_journeys.diagnosis.telling import Told, name_of, tell, title_of

__all__ = [
    "Diagnosis",
    "Explanation",
    "Finding",
    "InternalFault",
    "Mention",
    "Rule",
    "Section",
    "Told",
    "Where",
    "all_rules",
    "diagnose",
    "example_files",
    "example_in",
    "explanation",
    "glance",
    "name_of",
    "rule_named",
    "rule_names",
    "tell",
    "title_of",
]
