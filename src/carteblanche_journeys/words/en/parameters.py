"""English words of the assumed figures, and of their page in the reference."""

WORDS: dict[str, str | tuple[str, str]] = {
    "reference.parameters.title": "Assumed figures",
    "reference.parameters.intro": (
        "Where a journey does not say how long a step takes, measures take one of these "
        'figures. The result then bears the mark "default value". Nothing stands in for a '
        "wait, a delay, a fee or a share: what nobody knows stays unknown.\n"
        "\n"
        "Figures go from least to most, with the likely one; the low scenario takes the "
        "least everywhere, the high one the most."
    ),
    "reference.parameter": "Parameter",
    "reference.parameter.value": "Value",
    "reference.parameter.from": "Where it is from",
    "reference.parameter.why": "Why this value",
    "reference.parameters.origins": "Sources",
    "reference.parameters.ours": "Figures that the tool proposes",
    "reference.parameters.set": "Choosing others",
    "reference.parameters.set.how": (
        "An atlas may give its own, with their source. A figure of the atlas holds for all "
        "its journeys; a step that says its own time does not depend on it.\n"
        "\n"
        "```yaml\n"
        "# atlas.yml\n"
        "parameters:\n"
        "  counter_wait: {value: 10..25..60 min, status: observed, n: 40}\n"
        "  car_speed: 45\n"
        "```\n"
        "\n"
        "A time or a distance takes its unit, a speed is a number of kilometres an hour. An"
        " unknown name or another unit stops the reading, with the line."
    ),
    "parameter.origin.bitkom": (
        "Survey: asked by Bitkom of 1,005 people in Germany. One visit to an administration"
        " takes 125 minutes: 51 under way, 40 waiting, 34 at the counter. These are "
        "averages, without a published range, and of another country: travel known for the "
        "territory replaces them."
    ),
    "parameter.origin.scm-business": (
        "Standard times, business: German guide to measuring compliance costs (Destatis), "
        "times of a business for one task, simple, medium and complex case. The guide has "
        "another table for citizens, which is not used here: this one stands in as an "
        "assumption."
    ),
    "parameter.origin.scm-administration": (
        "Standard times, administration: the same guide, times of an agent for one task, "
        "simple, medium and complex case."
    ),
    "parameter.origin.ours": (
        "Proposal: a figure proposed by the tool for want of a source. The reason is given below."
    ),
    "parameter.origin.atlas": "The atlas: a figure given in `atlas.yml`.",
    "parameter.origin.bitkom.short": "survey",
    "parameter.origin.scm-business.short": "standard times, business",
    "parameter.origin.scm-administration.short": "standard times, administration",
    "parameter.origin.ours.short": "proposal",
    "parameter.origin.atlas.short": "the atlas",
    "parameter.why.phone_call": (
        "Enough to say what it is about, waiting on the line included; less than an "
        "exchange at a counter, which the survey puts at 34 minutes."
    ),
    "parameter.why.registered_letter": "Going to the post office and queueing, beyond writing.",
    "parameter.why.commune_travel": (
        "In a small commune, some minutes on foot or by car, door to door."
    ),
    "parameter.why.walking_distance": (
        "About a quarter of an hour on foot. Beyond, one takes a vehicle if one has one."
    ),
    "parameter.why.walking_speed": "The pace of an adult who walks without haste.",
    "parameter.why.car_speed": (
        "Door to door, on small roads. The two times published for the Lot, Maxou to Cahors"
        " in 30 minutes and Maxou to Boissières in 7, make 25 and 40 km/h with the detour "
        "assumed here; a long way goes faster."
    ),
    "parameter.why.line_speed": (
        "Less than a car, because of the stops. The time of a line of the territory replaces it."
    ),
    "parameter.why.detour": "A country road is longer than the crow's way by about a third.",
    "parameter.why.horizon": (
        "What comes back without end, such as a monthly declaration, counts over a year. "
        "The `horizon` of the journey replaces it."
    ),
}
