"""English words of what a journey costs: measures, ranges, bars, delays, portfolio."""

WORDS: dict[str, str | tuple[str, str]] = {
    "clock": "{hours} h {minutes}",
    "clock.less": "less than a minute",
    "amount.least": "at least {amount}",
    "amount.zero-known": "{amount} where it is said",
    "known.share": "{share} known",
    "count.severity.error": ("{n} serious", "{n} serious"),
    "count.severity.warning": ("{n} important", "{n} important"),
    "count.severity.info": ("{n} to watch", "{n} to watch"),
    "amount.unknown": "nobody knows",
    "finding.cost": "costs {name}: {cost}",
    "finding.cost.most": "costs {name}, who pays most: {cost}",
    "finding.cost.unsaid": "cost: nobody can say",
    "finding.cost.minutes": "{amount}",
    "finding.cost.trips": "{amount}",
    "finding.cost.days": "{amount} of waiting",
    "finding.cost.euros": "{amount}",
    "cost.title": "What it costs",
    "cost.how": (
        "An average over choices and returns, for someone who goes through to the end: a counter "
        "that one person in two meets counts for a half. Those who give up do not lower these "
        "figures. Time and money are two totals: they are never added."
    ),
    "cost.formulas": "How each figure is worked out",
    "cost.trouble": (
        "Some of the figures are not given: the journey has a structural fault ({rules})."
    ),
    "cost.no-way": "{name} has no way open at: {steps}. The rest of the journey is counted.",
    "cost.who": "Who carries the most",
    "cost.who.how": (
        "One axis for everyone. The box goes from the lowest to the highest, the thick tick is "
        "the likeliest value. Dashes on the right: at least. “Carries the most” holds with "
        "all values at low, likely and high."
    ),
    "cost.who.one": (
        "Only one person reads this journey ({name}): nothing to compare, here are the figures."
    ),
    "cost.most.settled": ("{names} carries the most.", "{names} carry the most, as much each."),
    "cost.most.crossing": (
        "At the likeliest, {names} carries the most; at low or at high it would be someone else: "
        "it cannot be settled.",
        "At the likeliest, {names} carry the most; at low or at high it would be someone else: it "
        "cannot be settled.",
    ),
    "cost.most.partial": (
        "By what is known, {names} carries the most; steps are missing, so it cannot be settled.",
        "By what is known, {names} carry the most; steps are missing, so it cannot be settled.",
    ),
    "cost.most.same": "All carry the same.",
    "cost.most.same-partial": "By what is known, all carry the same.",
    "cost.most.unknown": "No comparison: nothing is known for {names}.",
    "cost.carries-most": "carries the most",
    "cost.table": "The figures of each",
    "cost.table.measure": "Measure",
    "cost.table.all": (
        "See the measure",
        "See the {n} measures, persona by persona",
    ),
    "cost.unknown.why": "no step says it",
    "cost.roles": "Who, in the household",
    "cost.roles.role": "Role",
    "delays.title": "How long until the answer",
    "delays.how": (
        "One delay per outcome: a decision in two months does not hide behind eighteen months of "
        "waiting for a place. Strands that run side by side are not added."
    ),
    "delays.for": "Figures for {name}.",
    "delays.outcome": "Outcome",
    "delays.scheme": "Scheme",
    "delays.result": "Answer",
    "delays.chance": "Chance to get there",
    "delays.days": "Delay",
    "delays.none": "This journey describes no outcome.",
    "delays.critical": (
        "What makes the delay from end to end, {days}: {steps}. Time saved elsewhere does not "
        "bring it forward."
    ),
    "delays.no-critical": "No wait is known: nobody can say what makes the delay.",
    "delays.deadlines": "The legal deadline and the typical delay",
    "delays.step": "Step",
    "delays.legal": "Legal deadline",
    "delays.typical": "Typical delay",
    "delays.slack": "Slack",
    "delays.late": "exceeded by {days}",
    "delays.early": "{days} of slack",
    "chances.title": "The chances to succeed",
    "chances.how": (
        "Two numbers not to be confused: the share of requests granted, for those who go through "
        "to the end, and the share of those who go through to the end."
    ),
    "three.title": "Three costs that money does not tell",
    "three.how": (
        "To learn, to comply, to bear: three counts of occasions, never a score. After Herd and "
        "Moynihan, 2018; what is counted is our choice."
    ),
    "three.learning.what": (
        "contacts that only inform, conditions to make out, doors beyond the first"
    ),
    "three.compliance.what": "contacts, pieces to hand in, payments",
    "three.psychological.what": (
        "contacts that lead nowhere or begin again, waits without news, what it costs to tell"
    ),
    "promises.title": "Three promises, counted",
    "promises.how": (
        "Seamless, efficient, caring: each promise is a profile of counted shares, never one "
        "score. Figures for {name}."
    ),
    "promises.of": "{good} of {of}",
    "promises.of-at-least": "{good} of at least {of}",
    "promises.of.least": "at least {good} of {of}",
    "promises.unknown": ("unknown for {n}", "unknown for {n}"),
    "promises.nothing": "nothing to count",
    "promises.unsaid": "unknown: the journey says it for none of the {of}",
    "sensitivity.title": "What would change the ranking",
    "head.minutes": "time spent by {name}",
    "head.trips": ("trip", "trips"),
    "head.elapsed_days": "until the last outcome",
    "head.fees": "of expenses",
    "head.evidence_asked": ("piece asked", "pieces asked"),
    "head.bar": "known for {known} steps of {of}",
    "head.counters": ("different counter", "different counters"),
    "head.handoffs_person": (
        "handoff carried by the person",
        "handoffs carried by the person",
    ),
    "head.all": "All the figures, and whose",
    "portfolio.title": "The journeys side by side",
    "portfolio.lead": (
        "What each life moment asks, from the heaviest to the lightest in time spent.",
        "What the {n} life moments ask, from the heaviest to the lightest in time spent.",
    ),
    "portfolio.no-total": (
        "There is no total row: these are neither the same people nor the same years of life, and "
        "nobody lives these journeys in a row. Within a row time and money are not added either."
    ),
    "portfolio.weighted": "All personas together",
    "portfolio.weighted.how": (
        "The average of the journey's personas, with equal weights: nobody knows how many people "
        "are like each."
    ),
    "portfolio.by-persona": "Persona by persona",
    "portfolio.journey": "Life moment",
    "portfolio.persona": "For whom",
    "portfolio.findings": "Findings",
    "portfolio.volume": "Hours a year in the territory",
    "portfolio.no-volume": "number of people a year unknown",
    "portfolio.no-volumes": (
        "How many people live these journeys in a year is known for none: the hours a year in the "
        "territory cannot be said."
    ),
    "portfolio.bars": "Time spent, on one axis",
    "portfolio.none": "No as-is journey in this atlas.",
    "portfolio.unsure": (
        "At the likeliest, {journey} asks the most time; at low or at high it would be another: it "
        "cannot be settled."
    ),
    "portfolio.settled": "{journey} asks the most time, with all values at low, likely or high.",
    "portfolio.axis": (
        "One axis for all journeys. The box goes from the lowest to the highest, the thick tick "
        "is the likeliest value. Dashes on the right: at least."
    ),
    "about-measures.title": "The measures",
    "about-measures.lead": (
        "Each figure of this site has a unit, a formula and a source. Here they are, with what the "
        "tool assumes where the atlas says nothing."
    ),
    "about-measures.measure": "Measure",
    "about-measures.unit": "Unit",
    "about-measures.formula": "How it is worked out",
    "about-measures.source": "Where the formula comes from",
    "about-measures.signs": (
        "x(s) is how many times step s is lived on average; w(s) = x(s) × share of those "
        "concerned × repetitions. Only procedures count, not care nor life."
    ),
    "about-measures.unit.min": "minutes",
    "about-measures.unit.d": "days",
    "about-measures.unit.km": "kilometres",
    "about-measures.unit.%": "share",
    "about-measures.unit.currency": "currency of the atlas",
    "about-measures.unit.": "number",
    "about-measures.parameters": "What the tool assumes",
    "about-measures.parameters.how": (
        "These values serve only where the atlas says nothing, and figures that come from them "
        "say so. An atlas may change them in atlas.yml (parameters). None replaces a wait, a "
        "delay, an expense or a share."
    ),
    "about-measures.parameter": "What is assumed",
    "about-measures.value": "Value",
    "about-measures.origin": "Where it comes from",
    "about-measures.status": "How sure",
    "burden.minutes": "Time spent in all",
    "burden.steps": "Steps lived",
    "burden.contacts": "Contacts with a counter",
    "burden.counters": "Different counters",
    "burden.organisations": "Different organisations",
    "burden.trips": "Trips",
    "burden.travel_km": "Kilometres, there and back",
    "burden.travel_minutes": "Time under way",
    "burden.counter_wait_minutes": "Waiting at the counter",
    "burden.effort_minutes": "Searching, filling in, talking",
    "burden.elapsed_days": "Time until the last outcome",
    "burden.fees": "Expenses",
    "burden.evidence_asked": "Pieces of evidence asked",
    "burden.evidence_distinct": "Different pieces of evidence",
    "burden.evidence_held": "Pieces asked that an administration already holds",
    "burden.facts_repeated": "Facts given to several bodies",
    "burden.handoffs_person": "Handoffs carried by the person",
    "burden.handoffs_organisation": "Handoffs behind the scenes",
    "burden.handoffs_unacknowledged": "Handoffs nobody acknowledges",
    "burden.agent_minutes": "Time of agents",
    "burden.completion": "Share of those who go through to the end",
    "burden.cycle_efficiency": "Share of the delay in which someone works",
    "burden.learning": "Learning cost",
    "burden.compliance": "Compliance cost",
    "burden.psychological": "Psychological cost",
    "burden.failure_demand": "Contacts that should not have been needed",
    "burden.obtaining_minutes": "Time to get the pieces",
    "burden.obtaining_fees": "Expenses to get the pieces",
    "burden.one_stop": "Schemes settled at one counter",
    "burden.once_only": "Share of pieces that an administration already holds",
    "about-measures.formulas": "The formulas",
    "about-measures.speed": "{amount} an hour",
    "sensitivity.swing": (
        "One value moved alone: with {value} for “{figure}”, {after} would come before {before}."
    ),
    "sensitivity.effort": "time spent at step {step}",
    "sensitivity.share": "share at step {step}",
    "sensitivity.none": (
        "The assumed figure that has a range, moved from end to end, does not change who carries "
        "the most.",
        "None of the {n} assumed figures, each moved alone from end to end of its range, changes "
        "who carries the most.",
    ),
    "sensitivity.more": ("{n} other figure too.", "{n} other figures too."),
    "sensitivity.fixed": (
        "{n} assumed figure has no range: it was not moved.",
        "{n} assumed figures have no range: they were not moved.",
    ),
    "sensitivity.too-many": (
        "This is not worked out beyond {n} journeys.",
        "This is not worked out beyond {n} journeys.",
    ),
    "chances.granted": "Granted, for those who go through",
    "chances.no-refusal": "no refusal is described",
    "chances.none": "No outcome “granted” is described: nothing can be said.",
    "chances.no-scheme": "no scheme named",
    "chances.completion.none": "no step says how many people give up",
    "delays.early.most": "at most {days} of slack",
    "delays.no-typical": "typical delay unknown",
    "delays.no-start": "nothing says from when it counts",
    "head.minutes.household": "time spent by the whole household",
    "known.steps": ("known for {n} step of {of}", "known for {n} steps of {of}"),
    "cost.zero": "Zero.",
    "matrix.average": (
        "The table counts every request that the journey describes; on average {name} meets: "
        "{asked}."
    ),
}
