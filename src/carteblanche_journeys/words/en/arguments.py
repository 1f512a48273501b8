"""English words for the arguments of moves: those that the moves themselves say."""

WORDS: dict[str, str | tuple[str, str]] = {
    "argument.drop.step": "The step that goes.",
    "argument.drop.evidence": "The piece no longer asked for.",
    "argument.drop.at": "Of a piece: at which step; left out: wherever it is asked for.",
    "argument.share-evidence.evidence": "The piece that is passed on.",
    "argument.share-evidence.from": "The organisation that has it, or a step at which it is met.",
    "argument.share-evidence.to": "The step at which it is no longer asked.",
    "argument.share-evidence.also": "Other steps at which it is not asked either.",
    "argument.share-evidence.consent": "The person agrees that what is medical is passed on.",
    "argument.share-evidence.answer_within": (
        "How long the organisation has to send it; left out: at once."
    ),
    "argument.recognise-assessment.from": "The step whose assessment counts.",
    "argument.recognise-assessment.at": "The step at which nobody need be assessed again.",
    "argument.merge-counters.counters": "The counters that become one.",
    "argument.merge-counters.into": "The one they become: one of them, or another.",
    "argument.merge-counters.depth": (
        "entry: decisions stay where they are; full: one organisation decides."
    ),
    "argument.merge-counters.scope": (
        "variant: for what this journey pursues; atlas: for all they have in common."
    ),
    "argument.merge-counters.purposes": "For what; left out: for all that they do alike.",
    "argument.merge-counters.answer_within": (
        "Entry: how long the body behind has to answer; left out: 4 d."
    ),
    "argument.merge-counters.name": "What the counter is then called.",
    "argument.common-form.forms": "The forms that become one.",
    "argument.common-form.into": "The one that they become: one of them, or another form.",
    "argument.common-form.name": "What it is then called.",
    "argument.delegate.services": "The schemes whose contacts it takes over.",
    "argument.delegate.to": "The counter that takes them over.",
    "argument.delegate.operators": "Who answers it: `{organisation, answer_within}`.",
    "argument.delegate.answer_within": (
        "How fast the operators answer, where they do not say: `4 d`."
    ),
    "argument.delegate.steps": "Only these contacts; left out: all.",
    "argument.delegate.resolves": (
        "The part of requests settled there; left out: what the step says."
    ),
    "argument.reorder.step": "The step that changes its place.",
    "argument.reorder.after": "Right after which step it goes.",
    "argument.reorder.beside": "At the same time as which step.",
    "argument.reorder.visit": "Beside: both in one visit, one after the other.",
    "argument.announce-status.step": "The step at which one waits.",
    "argument.announce-status.after": (
        "How long after it news come; left out: only the length is announced."
    ),
    "argument.case-owner.actor": "Who follows the case: an actor, or an organisation.",
    "argument.case-owner.from": "The first step followed.",
    "argument.case-owner.to": "The last step followed.",
    "argument.proactive-trigger.scheme": "The right.",
    "argument.proactive-trigger.step": "The step after which enough is known.",
    "argument.proactive-trigger.by": "The organisation that knows it.",
    "argument.proactive-trigger.attribution": (
        "The right is opened without a request; else it is only announced."
    ),
    "argument.early-check.step": "The decision: a choice that may refuse, or send back.",
    "argument.early-check.before": "The step before which one checks.",
    "argument.early-check.facts": "What is asked: facts that the person knows.",
    "argument.early-check.effort": "How long it takes; left out: assumed.",
    "argument.early-check.effect": "Part of those concerned who act on it; left out: assumed.",
    "argument.human-alternative.step": "The step.",
    "argument.human-alternative.counter": "The counter where somebody answers.",
    "argument.human-alternative.channel": "How it is reached: phone, on-site, post, home…",
    "argument.itinerant-counter.counter": "The id of the new counter, or of one that would go out.",
    "argument.itinerant-counter.stops": "The communes where it stops.",
    "argument.itinerant-counter.every": "How often it comes back to each: `14 d`.",
    "argument.itinerant-counter.crew": "Whose agents are on board: counters or bodies.",
    "argument.itinerant-counter.steps": "At which steps; left out: wherever it helps.",
    "argument.itinerant-counter.owner": "Who answers for it; left out: the first of the crew.",
    "argument.itinerant-counter.name": "Its name for the people who use it.",
    "argument.mobility-link.from": "The commune left.",
    "argument.mobility-link.to": "The commune reached.",
    "argument.mobility-link.minutes": "Minutes one way; left out: by distance.",
    "argument.mobility-link.every": "How often it runs; left out: on demand.",
    "argument.mobility-link.fulfilment": "The share of requests that are served.",
    "argument.mobility-link.booking": "How long before one must book.",
    "argument.mobility-link.mode": "How one travels; left out: someone drives.",
}
