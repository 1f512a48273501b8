"""How bad a finding counts: the rule's word, the atlas's preset, then its own settings."""

from __future__ import annotations

from typing import Literal

from carteblanche_journeys.diagnosis.rule import Rule
from carteblanche_journeys.model import RuleSettings
from carteblanche_journeys.model.waivers import Severity

#: From the least to the most.
SEVERITIES: tuple[Severity, ...] = ("info", "warning", "error")

#: Steps up or down that a preset moves service rules: a workshop explores, a release is strict.
#: Structural rules stay: without them the walk has no meaning.
_PRESETS = {"exploration": -1, "recommended": 0, "strict": 1}


def severity_of(rule: Rule, settings: RuleSettings, *, lower: int = 0) -> Severity | Literal["off"]:
    """The severity of a rule's findings in an atlas, or off.

    Parameters
    ----------
    lower
        How many severities lower the finding itself counts.
    """
    own = settings.severity.get(rule.name)
    if own == "off":
        return "off"
    moved = _PRESETS[settings.preset] if own is None and rule.kind != "structural" else 0
    return _moved(own or rule.severity, moved - lower)


def _moved(severity: Severity, steps: int) -> Severity:
    place = SEVERITIES.index(severity) + steps
    return SEVERITIES[min(max(place, 0), len(SEVERITIES) - 1)]


def worst(*severities: Severity) -> Severity:
    """The worst of several.

    >>> worst("info", "error", "warning")
    'error'
    """
    return max(severities, key=SEVERITIES.index)
