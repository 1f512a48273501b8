"""English words of the rules' pages and of the register of what was accepted."""

WORDS: dict[str, str | tuple[str, str]] = {
    "rules.title": "The rules",
    "rules.lead": (
        "{n} rule looks for what weighs on people.",
        "{n} rules look for what weighs on people, and for what makes a journey impossible to "
        "read. Each has its page: what it looks for, why it hurts, what to do, what speaks "
        "against it, a bad and a good example.",
    ),
    "rules.order": "From the rule that fires most to the one that fires nowhere.",
    "rules.rule": "What is wrong",
    "rules.name": "Name of the rule",
    "rules.severity": "Severity",
    "rules.findings": "Findings",
    "rules.questions": "Questions",
    "rules.accepted": "Accepted",
    "rule.off": "This atlas has turned the rule off.",
    "rule.bad.how": "An invented journey with the fault. The flag marks the step where it fires.",
    "rule.good.how": "The same journey, changed just enough: the rule has nothing to say.",
    "rule.example.moment": "“{title}”",
    "rule.same-in-text": "In text",
    "rule.files": "The files of this example",
    "rule.fires": "Where it fires in this atlas",
    "rule.fires.count": ("{n} finding.", "{n} findings, from the heaviest to the lightest."),
    "rule.nowhere": "It fires nowhere in this atlas.",
    "rule.questions": (
        "{n} question: a value is missing to decide",
        "{n} questions: a value is missing to decide",
    ),
    "rule.accepted": ("{n} accepted finding", "{n} accepted findings"),
    "rule.sources": "Thresholds and sources",
    "rule.threshold": "Threshold",
    "rule.threshold.here": "In this atlas",
    "rule.threshold.own": "As shipped",
    "rule.threshold.source": "Where it comes from",
    "rule.no-threshold": "This rule has no threshold to set.",
    "rule.source": "Sources: {source}.",
    "rule.explain": "The same text, in a terminal: {command}",
    "rule.all": "All the rules",
    "waivers.title": "Accepted findings",
    "waivers.lead": (
        "To accept a finding is to say: we know, we keep it, here is why, and until when. This "
        "register says who decided it. An accepted finding is not false, and it is not hidden."
    ),
    "waivers.none": (
        "Nothing has been accepted: all findings of this atlas count. To accept one, write a "
        "waiver (waivers) in the file of the journey or in atlas.yml; its reason is required."
    ),
    "waivers.sum": ("{n} waiver: {said}.", "{n} waivers: {said}."),
    "waivers.count.in-force": ("{n} in force", "{n} in force"),
    "waivers.count.expired": ("{n} expired", "{n} expired"),
    "waivers.count.unused": ("{n} without object", "{n} without object"),
    "waivers.on": "On {date}",
    "waivers.in-force": "In force",
    "waivers.in-force.how": "Their findings are set aside, until the date that is said.",
    "waivers.expired": "Expired",
    "waivers.expired.how": "Their last day has passed: their findings count again.",
    "waivers.unused": "Without object",
    "waivers.unused.how": (
        "No finding corresponds to them: the fault is gone, or the waiver misses it. They can be "
        "deleted."
    ),
    "waiver.reason": "Reason",
    "waiver.where": "Where",
    "waiver.by": "Decided by",
    "waiver.legal": "Legal text",
    "waiver.territory": "Territory",
    "waiver.until": "Until",
    "waiver.covers": "Findings set aside",
    "waiver.source": "Source",
    "waiver.no-one": "nobody knows who",
    "waiver.no-law": "no legal text is named",
    "waiver.no-end": "without an end date",
    "waiver.no-territory": "wherever the atlas applies",
    "waiver.whole-journey": "everywhere in the journey",
    "waiver.whole-atlas": "everywhere in the atlas",
    "waiver.in-journey": "in the journey {journey}",
    "journey.accepted": (
        "{n} accepted finding, with its reason and its end date",
        "{n} accepted findings, with their reasons and end dates",
    ),
    "journey.accepted.how": "The register of what was accepted",
    "nav.rules": "Rules",
    "finding.elsewhere": "The same cause, in {journeys}.",
    "finding.also": "The same cause also falls under {rules}.",
    "finding.until": "until {date}",
    "journey.all-findings": ("Read the finding", "Read the {n} findings"),
    "rule.more": ("See {n} more finding", "See the {n} other findings"),
    "rule.example.asks": "asks for {pieces}",
    "rule.example.yields": "gives {pieces}",
    "finding.elsewhere.more": ("{n} other journey", "{n} other journeys"),
    "finding.rule": "rule {name}",
}
