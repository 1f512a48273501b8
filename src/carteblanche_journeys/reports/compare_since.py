"""What became of an atlas since a revision, for people and for programs."""

from __future__ import annotations

from carteblanche_journeys.markup.markdown import md
from carteblanche_journeys.redesigns.comparisons.comparison import Comparison
from carteblanche_journeys.redesigns.comparisons.since import Since
from carteblanche_journeys.reports.compare_json import comparison_as_data
from carteblanche_journeys.reports.compare_markdown import compare_markdown
from carteblanche_journeys.reports.compare_sections import says_the_same
from carteblanche_journeys.reports.compare_text import compare_text
from carteblanche_journeys.reports.encoding import encoded
from carteblanche_journeys.reports.paragraphs import WIDTH, wrapped
from carteblanche_journeys.words import Words


def since_text(found: Since, revision: str, words: Words, *, width: int = WIDTH) -> str:
    """Each journey that changed, then those that came, went, or stayed, as plain text."""
    changed = _changed(found)
    parts = ["\n".join(wrapped(words("compare.since", revision=revision), width)) + "\n"]
    parts += [compare_text(one, words, width=width) for one in changed]
    parts.append("".join(f"{line}\n" for said in _others(found, changed, words)
                         for line in wrapped(said, width)))  # fmt: skip
    return "\n".join(part for part in parts if part)


def since_markdown(found: Since, revision: str, words: Words) -> str:
    """The same as Markdown."""
    changed = _changed(found)
    parts = [f"## {md(words('compare.since', revision=revision))}\n"]
    parts += [compare_markdown(one, words, 3) for one in changed]
    parts.append("".join(f"- {md(said)}\n" for said in _others(found, changed, words)))
    return "\n".join(part for part in parts if part)


def since_json(found: Since, revision: str, words: Words) -> str:
    """Every comparison as JSON, each as of two journeys, and the ids that came, went or stayed."""
    return encoded(
        {
            "since": revision,
            "comparisons": [comparison_as_data(one, words) for one in found.compared],
            "same": list(found.same),
            "new": list(found.new),
            "gone": list(found.gone),
        }
    )


def _changed(found: Since) -> list[Comparison]:
    return [one for one in found.compared if not says_the_same(one)]


def _others(found: Since, changed: list[Comparison], words: Words) -> list[str]:
    same = len(found.same) + len(found.compared) - len(changed)
    return [
        *(words("compare.since.new", journey=name) for name in found.new),
        *(words("compare.since.gone", journey=name) for name in found.gone),
        *([words("compare.since.same", n=same)] if same else []),
    ]
