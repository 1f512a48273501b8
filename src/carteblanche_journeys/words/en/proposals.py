"""English words of proposals: what they spare, whom, and why some are set aside."""

WORDS: dict[str, str | tuple[str, str]] = {
    "objective.worst-off": "whoever carries most first",
    "objective.total": "everyone together",
    "spared.minutes.gains": "saves {amount}",
    "spared.minutes.loses": "loses {amount}",
    "spared.trips.gains": "{amount} less",
    "spared.trips.loses": "{amount} more",
    "spared.days.gains": "{amount} less waiting",
    "spared.days.loses": "{amount} more waiting",
    "spared.euros.gains": "{amount} less",
    "spared.euros.loses": "{amount} more",
    "spared.same": "no effect",
    "spared.least": "at least {amount}",
    "spared.undecided": "{part}: cannot be settled, between {less} less and {more} more",
    "spared.unsaid": "{part}: cannot be said",
    "spared.nothing": "nothing",
    "spared.told": "{who}: {told}",
    "part.minutes": "time",
    "part.trips": "trips",
    "part.days": "waiting",
    "part.euros": "money",
    "loser.agents": "Agents",
    "loser.amount": "{who}: {amount} more ({part}) {mark}",
    "loser.no-way-through": "{who} would no longer have a way through",
    "loser.help-online": "{who} is not at ease online: what goes online is no help",
    "loser.role.person": "{persona}, on their own part",
    "loser.role.relative": "the relative of {persona}",
    "loser.none": "Nobody, as far as is known.",
    "loser.unsaid": "For {people}, it cannot be said.",
    "part.agents": "agents' time",
    "veto.facade-counter": (
        "{counters} would receive without a link to those who decide ({organisations}), or "
        "without a time to answer: one more contact, and nothing settled."
    ),
    "veto.facade-counter.bare": (
        "{counters} would receive without settling anything: one more contact."
    ),
    "veto.no-way-through": "{persona} would no longer have a way to: {schemes}.",
    "veto.appeal": "An appeal would go: {steps}.",
    "veto.control": "A control or a time set by law would go: {steps}.",
    "veto.human-contact": "{persona} would no longer talk to anyone about: {schemes}.",
    "veto.online-only": "Putting it online is no help to someone who is not at ease online.",
    "veto.unsound": "The journey would no longer hold together ({rule}).",
    "veto.any-scheme": "any of it",
    "propose.title": "What could be changed: {journey}",
    "propose.objective": "Objective: {objective} ({people}).",
    "propose.limits": "Limits: cost {cost} at most; legal needs allowed: {legal}.",
    "propose.counts": (
        "{examined} trials measured: {shown} proposed, {further} of less effect or close to "
        "another, {rejected} set aside, {beyond} beyond the limits."
    ),
    "propose.none": "No move answers the findings of this journey within these limits.",
    "propose.spares": "Effect",
    "propose.loses": "Who loses",
    "propose.opens": "Opens",
    "propose.worse": "Worse",
    "propose.legal": "Law",
    "propose.cost": "Cost",
    "propose.clears": "Clears",
    "propose.creates": "Creates",
    "propose.others": (
        "and {n} other",
        "and {n} others",
    ),
    "propose.assumes": "Assumes",
    "propose.watch": "To watch",
    "propose.undo": "Undoing",
    "propose.move": "Move",
    "propose.rejected": "Set aside",
    "propose.reject": "{title}: {why}",
    "propose.best": "The best set, measured on the journey that it yields",
    "propose.best.limits": "{moves} moves at most, cost {cost} at most.",
    "propose.best.none": "No set saves time within these limits.",
    "propose.best.exact": (
        "The only possible set was tried.",
        "All {n} possible sets were tried, in the canonical order of moves: it is the best.",
    ),
    "propose.best.greedy": (
        "{n} set tried of all that are possible: a better one may exist.",
        (
            "{n} sets tried of all that are possible, move by move and then by swaps: a "
            "better one may exist."
        ),
    ),
    "propose.best.bound": "None would save more than {amount}, all that the journey takes.",
    "propose.best.gap": "How much better another would be is not known.",
    "propose.note": (
        "Each figure is measured on the changed journey; they do not add up. What is not "
        "known never counts as a saving."
    ),
    "propose.fault": "The move {move} failed on {journey}, a fault of ours: {error}",
    "command.propose": (
        "Propose changes of a journey, ranked. Each is measured on the journey it yields: "
        "what it spares, whom, what gets worse, who loses, and what it needs in law. What is "
        "set aside is told with its reason. JOURNEY is life-moment/file-name, such as "
        "avoir-un-enfant/as-is."
    ),
    "option.propose.personas": "Whose gain counts [all].",
    "option.propose.objective": "worst-off: who carries most; total: all, by share [worst-off].",
    "option.propose.cost": "No dearer than this class [very-high].",
    "option.propose.legal": "Legal needs that are allowed [all].",
    "option.propose.moves": "How many moves the best set may have [5].",
    "option.propose.best_set": "Look for the best set of moves too.",
    "option.propose.form": "For whom the proposals are written [text].",
}
