"""English words of redesigns: why a move does not fit, what it needs, what it costs."""

WORDS: dict[str, str | tuple[str, str]] = {
    "unfit.unknown": "'{id}' does not exist here.",
    "unfit.unknown.organisation": "No organisation is called '{id}'.",
    "unfit.unknown.actor": "No actor is called '{id}'.",
    "unfit.unknown.actor-organisation": "No actor or organisation is called '{id}'.",
    "unfit.unknown.counter": "No counter that this journey sees at this point is called '{id}'.",
    "unfit.unknown.organisation-step": "No organisation or step is called '{id}'.",
    "unfit.unknown.counter-organisation": "No counter or organisation is called '{id}'.",
    "unfit.unknown.evidence": "No piece of evidence is called '{id}'.",
    "unfit.unknown.fact": "No fact is called '{id}'.",
    "unfit.unknown.evidence-fact": "No piece of evidence or fact is called '{id}'.",
    "unfit.unknown.scheme": "No scheme is called '{id}'.",
    "unfit.unknown.persona": "No persona is called '{id}'.",
    "unfit.unknown.purpose": "No purpose is called '{id}'.",
    "unfit.unknown.commune": "No commune is called '{id}'.",
    "unfit.unknown.stage": "No stage of this journey is called '{id}'.",
    "unfit.unknown.step": (
        "No step of the journey, as it is at this point of the redesign, is called '{id}'."
    ),
    "unfit.move": "The move '{move}' does not fit here. {said}",
    "unfit.move.unmade": "This move would give a journey that does not hold together. {said}",
    "legal.need.nothing": "nothing",
    "legal.need.agreement": "agreement between bodies",
    "legal.need.data-exchange": "legal basis for data exchange",
    "legal.need.prefect-derogation": "prefect's derogation",
    "legal.need.decree": "decree",
    "legal.need.law": "law",
    "legal.nothing": "No agreement and no text is needed.",
    "legal.agreement": "An agreement between bodies would be needed.",
    "legal.agreement.bodies": "An agreement would be needed between {bodies}.",
    "legal.agreement.body": "The agreement of {bodies} would be needed.",
    "legal.data-exchange": "A legal basis for data exchange would be needed.",
    "legal.data-exchange.bodies": (
        "A legal basis for data exchange would be needed between {bodies}."
    ),
    "legal.data-exchange.body": "A legal basis for data exchange would be needed for {bodies}.",
    "legal.prefect-derogation": "A derogation by the prefect would be needed.",
    "legal.prefect-derogation.domain": (
        "A derogation by the prefect would be needed (domain: {domain})."
    ),
    "legal.decree": "A decree would be needed.",
    "legal.law": "A law would be needed.",
    "legal.ground": "Text: {ground}.",
    "legal.standing": "{ground} allows it already.",
    "legal.domain.subsidies": "subsidies and financial support",
    "legal.domain.planning": "spatial planning and city policy",
    "legal.domain.environment": "environment, agriculture and forests",
    "legal.domain.building": "construction, housing and urban planning",
    "legal.domain.employment": "employment and economic activity",
    "legal.domain.heritage": "cultural heritage",
    "legal.domain.associations": "sports, socio-educational work and associations",
    "cost-class.none": "none",
    "cost-class.low": "low",
    "cost-class.medium": "medium",
    "cost-class.high": "high",
    "cost-class.very-high": "very high",
    "cost-class.told": "Cost: {cost_class} ({source}; {status}).",
    "undoing.easy": "undone without trouble",
    "undoing.costly": "undone at a cost",
    "undoing.lasting": "hard to undo, with a lasting loss",
    "effect.eliminate": "eliminates",
    "effect.simplify": "simplifies",
    "effect.support": "supports",
    "effect.automate": "automates",
    "worse.agents": "agents' time",
    "worse.flexibility": "flexibility",
    "worse.transition": "transition",
    "worse.privacy": "privacy",
    "worse.control": "a control lost",
    "worse.quality": "quality",
    "worse.waiting": "waiting",
    "worse.distance": "distance",
    "worse.effort": "the person's effort",
    "worse.dependence": "dependence",
    "reading.misfit": "{said}",
    "reading.drop-form": (
        "This move takes away a step or a piece of evidence: one of the two, not more."
    ),
    "reading.drop-form.allowed": (
        "{{move: drop, step: …}}, or {{move: drop, evidence: …}}, with 'at' for one step alone."
    ),
    "reading.reorder-form": "This move says where the step goes: after another, or beside one.",
    "reading.reorder-form.allowed": "after or beside, one of the two.",
    "reading.list-empty": "'{key}' is empty: at least one is needed.",
    "reading.no-move": "No move is called '{id}'.",
    "reading.redesigns-missing": "'{key}' changes a journey that exists, and nothing says which.",
    "reading.redesigns-missing.advice": (
        "Add a line 'redesigns: life-moment/as-is', or remove '{key}'."
    ),
    "reading.steps-and-moves": (
        "A redesign writes all its steps, or changes those of the as-is by moves and hand "
        "changes: not both."
    ),
    "reading.steps-and-moves.advice": "Put new steps under 'add', and what changes under 'edits'.",
    "unfit.unknown.journey": "No journey is called '{id}'.",
    "unfit.redesigns-itself": "This journey redesigns itself.",
    "unfit.redesigns-in-circle": "These redesigns redesign each other: {way}.",
    "unfit.added-twice": "The journey already has a step of that id: {step}.",
    "unfit.removed-choice": (
        "A choice cannot be removed: {step}. First change the links that lead to it."
    ),
    "unfit.removed-start": (
        "Several strands leave this step, which starts the journey: {step}. It cannot be removed."
    ),
    "unfit.edit": "The step no longer holds together once it is changed.",
    "unfit.edit.outcome-result": "An outcome says its result, and it is missing.",
    "unfit.edit.result-outcome": "Only an outcome (kind: outcome) has a result.",
    "unfit.edit.choice-when": (
        "A choice has no when and no share: write them on the links that leave it (next)."
    ),
    "unfit.name-taken": "'{id}' is another journey: give the redesign another name.",
    "reference.moves.title": "Moves",
    "reference.moves.intro": (
        "A redesign writes its moves under `moves`, in the order in which they are made: each "
        "on the journey as the one before leaves it. A move that is done already changes "
        "nothing; one that does not fit is a mistake, at its line. [Writing a "
        "redesign](../how-to/ecrire-une-refonte.md) says the rest."
    ),
    "reference.move.name": "Move",
    "reference.move.called": "In plain words",
    "reference.move.effect": "What it does to work",
    "reference.move.argument": "Argument",
    "reference.move.worse": "What gets worse:",
    "reference.move.watch": "To watch in the field:",
    "reference.move.undo": "Going back:",
    "reference.move.sources": "Sources:",
    "reference.move.assumed": "Assumed value",
    "reference.move.value": "Value",
    "reference.move.from": "Where it comes from",
    "assumption.agent_effort": "Agents' time, each time",
    "assumption.wait": "Wait for the exchange",
    "assumption.wait_on_file": "Part of the earlier wait that stays",
    "assumption.answer_within": "Time to answer",
    "assumption.time_per_new_fact": "Time for each further fact, against the old form",
    "assumption.resolves": "Part of requests settled on the spot",
    "assumption.effect": "Part of those concerned who act on it",
    "assumption.effort": "Time of the check",
    "assumption.every": "Time between two stops",
    "assumption.fulfilment": "Part of ride requests served",
}
