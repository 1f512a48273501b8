"""English words of the formulas: how each measure is worked out, and after whom."""

WORDS: dict[str, str | tuple[str, str]] = {
    "formula.minutes": "effort + time to get the pieces + time under way + waiting at the counter",
    "formula.steps": "Σ w(s) over the steps that are procedures",
    "formula.contacts": "Σ w(s) over the household's contacts with a counter",
    "formula.counters": "Σ, counter by counter, of the chance to meet it at least once",
    "formula.organisations": (
        "Σ, organisation by organisation, of the chance to meet it at least once"
    ),
    "formula.trips": "Σ w over visits on site or at an itinerant stop, one per visit",
    "formula.travel_km": "Σ w × 2 × kilometres one way",
    "formula.travel_minutes": "Σ w × 2 × minutes one way, door to door",
    "formula.counter_wait_minutes": "Σ w × waiting at the counter",
    "formula.effort_minutes": "Σ w × effort",
    "formula.elapsed_days": "expectation of the latest strand; a strand is a sum of waits",
    "formula.fees": "Σ w × fee, and the fee of each piece, once per journey",
    "formula.evidence_asked": "Σ w × copies of what is asked",
    "formula.evidence_distinct": "Σ, piece by piece, of the chance that it is asked",
    "formula.evidence_held": "Σ w × copies of pieces that an administration holds",
    "formula.facts_repeated": "Σ, fact by fact, of the chance to tell it to two bodies",
    "formula.handoffs_person": "Σ of the handoffs that the person carries",
    "formula.handoffs_organisation": "Σ of the handoffs that an organisation carries",
    "formula.handoffs_unacknowledged": "Σ of the handoffs whose arrival nobody confirms",
    "formula.agent_minutes": "Σ w × time of agents",
    "formula.completion": "Π (1 − drop of s) to the power x(s)",
    "formula.cycle_efficiency": "(time of household and agents) ÷ (elapsed days × 1,440)",
    "formula.learning": (
        "contacts that only inform + conditions of the schemes pursued + doors beyond the first"
    ),
    "formula.compliance": "contacts + pieces asked + payments",
    "formula.psychological": (
        "contacts that lead nowhere or begin again + waits without news + what it costs to tell"
    ),
    "formula.failure_demand": "contacts that should not have been needed ÷ contacts",
    "formula.obtaining_minutes": "minutes to get the pieces, each once",
    "formula.obtaining_fees": "fees of the pieces to get, each once",
    "formula.one_stop": "schemes settled at one counter ÷ schemes pursued",
    "formula.once_only": "pieces that an administration holds ÷ pieces asked",
    "formula.source.flow": (
        "Dumas, La Rosa, Mendling and Reijers, Fundamentals of Business Process Management, ch. 7"
    ),
    "formula.source.scm": (
        "Standard Cost Model for citizens (Netherlands): time and money, never added"
    ),
    "formula.source.burden": (
        "Herd and Moynihan, Administrative Burden, 2018; what is counted is our choice"
    ),
    "formula.source.once": "Once-only principle (France: CRPA, L114-8)",
    "formula.source.lean": "Lean government metrics (EPA guide)",
    "formula.source.kpi": "Government Digital Service, completion rate",
    "formula.source.seddon": (
        "Seddon, Freedom from Command and Control, 2003; what is counted is our choice"
    ),
    "formula.source.clark": (
        "Clark, Operations Research 9(2), 1961; mixtures and loops: Dumas et al., ch. 7"
    ),
    "formula.source.ours": "our proposal",
}
