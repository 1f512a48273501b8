"""Reports: what the diagnosis found, for people, for programs and for builds."""

from carteblanche_journeys.reports.baseline import read_baseline, without_known
from carteblanche_journeys.reports.compare_json import compare_json
from carteblanche_journeys.reports.compare_markdown import compare_markdown
from carteblanche_journeys.reports.compare_since import since_json, since_markdown, since_text
from carteblanche_journeys.reports.compare_text import compare_text
from carteblanche_journeys.reports.explain import explain_report
from carteblanche_journeys.reports.github import github_report
from carteblanche_journeys.reports.json import json_report
from carteblanche_journeys.reports.measures_csv import measures_csv
from carteblanche_journeys.reports.measures_json import measures_json, measures_rows
from carteblanche_journeys.reports.measures_table import measures_table
from carteblanche_journeys.reports.measures_text import measures_text
from carteblanche_journeys.reports.placing import PlaceOf, nowhere, placed_by
from carteblanche_journeys.reports.proposals_json import proposals_json
from carteblanche_journeys.reports.proposals_text import proposals_text
from carteblanche_journeys.reports.sarif import sarif_report
from carteblanche_journeys.reports.text import text_report
from carteblanche_journeys.reports.verdict import exit_code, failing

__all__ = [
    "PlaceOf",
    "compare_json",
    "compare_markdown",
    "compare_text",
    "exit_code",
    "explain_report",
    "failing",
    "github_report",
    "json_report",
    "measures_csv",
    "measures_json",
    "measures_rows",
    "measures_table",
    "measures_text",
    "nowhere",
    "placed_by",
    "proposals_json",
    "proposals_text",
    "read_baseline",
    "sarif_report",
    "since_json",
    "since_markdown",
    "since_text",
    "text_report",
    "without_known",
]
