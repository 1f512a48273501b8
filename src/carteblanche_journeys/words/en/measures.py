"""English words of measures: their names, how they are worked out, tables that compare."""

WORDS: dict[str, str | tuple[str, str]] = {
    "measure.steps.how": "Sum of the procedure's steps, each as often as it is lived.",
    "measure.contacts.how": "Steps where the household meets, calls, writes or logs in.",
    "measure.counters.how": "Each counter counts as the share of people who meet it.",
    "measure.organisations.how": "Each organisation counts as the share of people who meet it.",
    "measure.trips.how": (
        "Contacts on site or at a stop, one visit being one trip; and going to get a piece."
    ),
    "measure.travel_km.how": "There and back, door to door.",
    "measure.travel_minutes.how": "There and back, door to door.",
    "measure.counter_wait_minutes.how": "Once per visit on site.",
    "measure.effort_minutes.how": (
        "Time of the household at steps, without travel and without getting pieces."
    ),
    "measure.elapsed_days.how": (
        "The longest of the strands that run in parallel; never the sum of all waits."
    ),
    "measure.fees.how": "Fees of steps and pieces. Time and money are two totals, never added.",
    "measure.evidence_asked.how": "Each time something is asked counts, copies included.",
    "measure.evidence_distinct.how": "Each piece counts once.",
    "measure.evidence_held.how": (
        "Times a piece is asked that the State, a local authority or social security holds."
    ),
    "measure.facts_repeated.how": "Facts told or proved to two bodies or more.",
    "measure.handoffs_person.how": "The case changes body and the person carries it.",
    "measure.handoffs_organisation.how": "The case changes body without the person.",
    "measure.handoffs_unacknowledged.how": "Nobody confirms that the case has arrived.",
    "measure.agent_minutes.how": "Time of agents, at each step they deal with.",
    "measure.completion.how": "Of 100 people who start, those who give up at no step.",
    "measure.cycle_efficiency.how": "Time of the household and of agents, over the elapsed time.",
    "measure.learning.how": (
        "Contacts that only inform, conditions to make out, doors beyond the first."
    ),
    "measure.compliance.how": "Contacts, pieces to hand in, payments.",
    "measure.psychological.how": (
        "Contacts that lead nowhere or begin again, waits without news, what it costs to tell."
    ),
    "measure.failure_demand.how": (
        "Wrong desk, missing piece, story told again. Status chases and corrections cannot be "
        "seen in a journey: the figure is a minimum."
    ),
    "measure.obtaining_minutes.how": "Each piece once, unless it must be recent.",
    "measure.obtaining_fees.how": "Each piece once, unless it must be recent.",
    "measure.one_stop.how": "Rights asked for whose contacts are all at the same counter.",
    "measure.once_only.how": "Pieces already held, over pieces asked.",
    "amount.most": "at most {amount}",
    "measures.title": "What the journey asks of people: {journey}",
    "measures.title.one": "What the journey asks of {name}: {journey}",
    "measures.measure": "Measure",
    "measures.of": "{known} of {of}",
    "measures.unsaid": "cannot be said",
    "measures.outcomes": "Outcomes",
    "measures.outcome": "{title} ({result}): {chance}, {elapsed}",
    "measures.after": "after {days}",
    "measures.after.unknown": "time unknown",
    "measures.no-way": "No way through at the step '{title}': what follows is lost.",
    "measures.structural": (
        "The journey has a structural error ({rules}). The figures it touches are not given; "
        "carteblanche check says where it is."
    ),
    "measures.critical": "The longest chain: {steps}.",
    "measures.promise": "Promise: {promise}",
    "measures.promise.share": "{label}: {good} of {of}",
    "measures.promise.days": "{label}: {good} of work in {of}",
    "measures.promise.unknown": ("{n} unknown", "{n} unknown"),
    "measures.promise.unsaid": "{label}: cannot be said",
    "measures.promise.none": "{label}: no case in this journey",
    "promise.sans-couture": "Seamless",
    "promise.efficace": "Efficient",
    "promise.bienveillant": "Caring",
    "promise.not-carried": "Handoffs that the person does not carry",
    "promise.acknowledged": "Handoffs that someone acknowledges",
    "promise.one-stop": "Rights dealt with at one counter",
    "promise.not-held-already": "Pieces asked that no administration already holds",
    "promise.effort-in-elapsed": "Days of work in the elapsed time",
    "promise.deadlines-met": "Deadlines met",
    "promise.leading-on": "Contacts that lead on",
    "promise.human-alternative": "Contacts where one can talk to someone",
    "promise.no-dead-end": "Refusals that leave an appeal or a way on",
    "promise.wait-announced": "Waits whose length is announced",
    "promise.right-surfaced": "Rights that someone tells the person about",
    "measures.notes": "What these figures assume",
    "measures.note.defaulted": (
        "Where the atlas does not say the time of a step, a trip or a piece, a default value "
        "stands in for it. A delay, a wait or a fee is never made up."
    ),
    "measures.note.unsettled": (
        "Nobody knows the shares at {n} choice: its branches are taken for equal.",
        "Nobody knows the shares at {n} choices: their branches are taken for equal.",
    ),
    "measures.note.unsettled-unsaid": (
        "Nobody knows the shares at {n} choice: what follows cannot be said.",
        "Nobody knows the shares at {n} choices: what follows cannot be said.",
    ),
    "measures.note.assumed": (
        "{n} condition on which the persona is silent is assumed to be met.",
        "{n} conditions on which the persona is silent are assumed to be met.",
    ),
    "measures.note.bounded": (
        "How often {n} step is lived is a range, not an exact figure: the choices that lead "
        "there combine in more than 4,096 ways, and no more are gone through.",
        "How often {n} steps are lived is a range, not an exact figure: the choices that lead "
        "there combine in more than 4,096 ways, and no more are gone through.",
    ),
    "measures.note.nobody-gives-up": (
        "The burden is that of a person who goes through to the end: giving up never lightens it."
    ),
    "measures.note.statuses": "The sign after a figure says where it comes from: {marks}.",
    "measures.most": "Who carries the most: {name}, {amount}.",
    "measures.most.tied": "It is not settled: the order changes with what is assumed.",
    "measures.told": "{who}: {told}",
    "measures.compact": (
        "Most likely values. ≥: at least, ≤: at most, as some step does not say. ?: cannot be "
        "said. For ranges: --persona."
    ),
    "measures.most.unsaid": "It cannot be said who carries the most.",
    "measures.role.person": "The person",
    "measures.role.relative": "Relatives",
    "measures.role.household": "The household",
    "measures.roles": "Who does what in the household",
    "measures.today": "Worked out on {day}.",
}
