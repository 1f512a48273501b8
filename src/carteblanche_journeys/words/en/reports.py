"""English words of the reports: labels and counts of a check."""

WORDS: dict[str, str | tuple[str, str]] = {
    "report.file": "File",
    "report.where": "Where",
    "report.for": "For",
    "report.cost": "Costs",
    "report.cost.for": "{cost}, for {name}",
    "report.why": "Why",
    "report.against": "To weigh",
    "report.sure": "Confidence",
    "report.elsewhere": "Also in",
    "report.also": "Other rule",
    "report.rule": "Rule",
    "report.waived": "Accepted",
    "report.places.step": "{names}",
    "report.places.counter": "counters: {names}",
    "report.places.evidence": "evidence: {names}",
    "report.places.scheme": "schemes: {names}",
    "report.questions": "Questions: what the atlas does not say",
    "report.sentence": "{label}: {text}",
    "report.total": "In all: {said}.",
    "report.total.error": ("{n} serious finding", "{n} serious findings"),
    "report.total.warning": ("{n} important finding", "{n} important findings"),
    "report.total.info": ("{n} finding to watch", "{n} findings to watch"),
    "report.total.question": ("{n} question", "{n} questions"),
    "report.total.waived": ("{n} accepted finding", "{n} accepted findings"),
    "report.nothing": "No findings.",
    "report.more": (
        "There is {n} more. To see everything: --all",
        "There are {n} more. To see everything: --all",
    ),
    "report.today": "Checked as of {day}.",
    "report.expired": (
        "Waiver of {rule} expired on {until}, its findings count again. Its reason was: {reason}"
    ),
    "report.unused": (
        "Waiver of {rule} without object, no finding matches it. Its reason is: {reason}"
    ),
    "report.failed-title": "The rule {rule} failed",
    "report.failed": (
        "The rule {rule} failed on {journey}. This is our fault, not that of your files. The "
        "other rules went on. {error}"
    ),
    "report.baseline-form": "This file is not the result of a check",
    "report.baseline-advice": "Make it with `carteblanche check --format json`.",
}
