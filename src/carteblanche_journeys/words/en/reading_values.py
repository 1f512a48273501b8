"""English words of the reading: values and ids that cannot stand where they stand."""

WORDS: dict[str, str | tuple[str, str]] = {
    "reading.wrong": "This value is not expected here.",
    "reading.key-unknown": "There is no key '{key}' here.",
    "reading.key-missing": "'{key}' is missing.",
    "reading.key-missing.advice": "Add a line '{key}: …'.",
    "reading.not-allowed": "'{id}' is not a word allowed here.",
    "reading.want-text": "A text is expected here.",
    "reading.want-text.number": "A text is expected here; '{written}' reads as a number.",
    "reading.want-text.number.advice": 'Put it in quotes: "{written}".',
    "reading.want-text.yes-no": "A text is expected here; '{written}' reads as yes or no.",
    "reading.want-text.yes-no.advice": 'Put it in quotes: "{written}".',
    "reading.want-text.list": "A text is expected here, not a list.",
    "reading.want-text.list.advice": "If it begins with a bracket or a dash, put it in quotes.",
    "reading.want-text.map": "A text is expected here, not keys.",
    "reading.want-text.map.advice": (
        "If it has a colon or a brace, put all of it in quotes; if it is in several languages, "
        "write 'fr: …', 'en: …'."
    ),
    "reading.want-id": "An id is expected here.",
    "reading.want-id.number": "An id is expected here; '{written}' reads as a number.",
    "reading.want-id.number.advice": 'Put it in quotes: "{written}".',
    "reading.want-id.yes-no": "An id is expected here; '{written}' reads as yes or no.",
    "reading.want-id.list": "One id is expected here, not a list.",
    "reading.want-id.map": "An id is expected here, not keys.",
    "reading.want-whole": "A whole number is expected here, not '{written}'.",
    "reading.want-number": "A number is expected here, not '{written}'.",
    "reading.want-yes-no": "true (yes) or false (no) is expected here, not '{written}'.",
    "reading.want-yes-no.advice": "If it is not known, remove this key.",
    "reading.want-map": "Keys are expected here, not '{written}'.",
    "reading.want-map.list": "Keys are expected here, not a list.",
    "reading.want-list": "A list is expected here.",
    "reading.want-date": "'{written}' is not a date.",
    "reading.want-date.allowed": "A year, a month or a day: 2018, 2018-01 or 2018-01-15.",
    "reading.want-month-day": "'{written}' is not a day of the year.",
    "reading.want-month-day.allowed": 'The month, then the day, in quotes: "12-31".',
    "reading.want-language": "'{written}' is not the code of a language.",
    "reading.want-language.allowed": "Two or three lower-case letters: fr, en, oc.",
    "reading.want-currency": "'{written}' is not the code of a currency.",
    "reading.want-currency.allowed": "Three capitals: EUR, CHF.",
    "reading.want-other": "'{written}' does not have the form expected.",
    "reading.coordinates": "Two numbers are expected here.",
    "reading.coordinates.allowed": "[latitude, longitude], in degrees: [44.45, 1.44].",
    "reading.too-low": "'{written}' is too small.",
    "reading.too-low.allowed": "At least {bound}.",
    "reading.too-high": "'{written}' is too large.",
    "reading.too-high.allowed": "At most {bound}.",
    "reading.id-form": "'{id}' cannot be an id.",
    "reading.id-form.allowed": (
        "Lower-case words without accents, joined by '-'; at most 80 characters."
    ),
    "reading.ids-alike": "'{id}' and '{other}' would be one id, but for capitals or accents.",
    "reading.ids-alike.allowed": "Lower-case words without accents, joined by '-'.",
    "reading.ids-alike.advice": "Rename one of the two.",
    "reading.id-reserved": "'{id}' is a reserved word: it cannot be an id.",
    "reading.id-reserved.advice": "Choose another word.",
    "reading.id-written": "The id '{id}' is given already: it is the key, or the name of the file.",
    "reading.id-written.advice": "Remove this line.",
    "reading.text-empty": "This text is empty.",
    "reading.text-empty.advice": "Write it, or remove this key.",
    "reading.quantity-form": "'{written}' is not a quantity.",
    "reading.quantity-form.allowed": (
        "A number and a unit, or two or three rising numbers: 30 min, 5..10 d, 5..7..10 d."
    ),
    "reading.unit-missing": "'{written}' has no unit.",
    "reading.unit-missing.allowed": (
        "min, h, d (day), wd (working day), wk (week), mo (month), y (year), km, or a currency "
        "such as EUR; a share is written 20 %."
    ),
    "reading.unit-missing.advice": "Write for example {written} min or {written} d.",
    "reading.unit-unknown": "'{unit}' is not a unit.",
    "reading.unit-unknown.allowed": (
        "min, h, d (day), wd (working day), wk (week), mo (month), y (year), km, or a currency "
        "such as EUR; a share is written 20 %."
    ),
    "reading.quantity-negative": "'{written}' is below zero.",
    "reading.quantity-too-large": "'{written}' is too large.",
    "reading.quantity-too-large.allowed": "A thousand billion at most.",
    "reading.range-order": "'{written}' does not go from the least to the most.",
    "reading.share-range": "'{written}' is not a share.",
    "reading.share-range.allowed": "From 0 to 1, or from 0 % to 100 %.",
    "reading.not-time": "'{written}' is not a time.",
    "reading.not-time.allowed": (
        "min, h, d (day), wd (working day), wk (week), mo (month), y (year)."
    ),
    "reading.not-distance": "'{written}' is not a distance.",
    "reading.not-distance.allowed": "A number and km.",
    "reading.not-money": "'{written}' is not an amount.",
    "reading.not-money.allowed": "A number and the atlas's currency: 25 EUR.",
    "reading.not-count": "'{written}' has a unit: a plain number is wanted.",
    "reading.not-count.allowed": "A number without unit: 40, or 30..40..60.",
    "reading.not-above-zero": "'{written}' must be above zero.",
    "reading.condition-form": "This is not a condition.",
    "reading.condition-form.allowed": (
        "A trait or fact, with a value, a list of values, {{min: 60}}, {{min: 1, max: 4}} or {{}}."
    ),
    "reading.condition-empty": "Nobody meets this condition: min is above max.",
    "reading.ask-form": "One asks for a piece, or for any_of several: one of the two, no more.",
    "reading.deadline-form": "This deadline does not say when.",
    "reading.deadline-form.allowed": (
        "within (how long), before (which step) or by_date (which day)."
    ),
    "reading.outcome-result": "An outcome says its result, and it is missing.",
    "reading.outcome-result.allowed": "result: granted, refused, partial, gave-up or done.",
    "reading.result-outcome": "Only an outcome (kind: outcome) has a result.",
    "reading.choice-when": "A choice has neither when nor share.",
    "reading.choice-when.advice": "Write them on the links that leave it (next).",
    "reading.appeal-true": "'true' does not say which appeal there is.",
    "reading.appeal-true.allowed": "The step of the appeal, or false if there is none.",
    "reading.day-form": "'{written}' is not a day.",
    "reading.day-form.allowed": "The year, the month, the day: 2026-03-31.",
    "reading.journey-empty": "This journey has no step.",
    "reading.journey-empty.allowed": "steps: one step for each id, with at least a title.",
    "reading.too-many-steps": "This journey has {found} steps.",
    "reading.too-many-steps.allowed": "At most {most}.",
    "reading.too-many-steps.advice": "Spread it over several journeys.",
    "reading.too-many-shared": "This atlas shares {found} things (counters, evidence, personas…).",
    "reading.too-many-shared.allowed": "At most {most}.",
    "reading.trait-and-fact": (
        "'{id}' is both a trait and a fact (facts.yml): a condition could not tell which it is "
        "about."
    ),
    "reading.trait-and-fact.advice": "Keep one of the two, or rename it.",
    "reading.currency": "This amount is in {unit}, and the atlas counts in {currency}.",
    "reading.currency.advice": (
        "Nothing is converted: write it in {currency}, or change currency in atlas.yml."
    ),
    "reading.unfit.yes-no": "'{id}' is yes or no, not '{written}'.",
    "reading.unfit.yes-no.allowed": "true (yes) or false (no).",
    "reading.unfit.number": "'{id}' is a number, not '{written}'.",
    "reading.unfit.option": "'{written}' is not an answer of '{id}'.",
    "reading.unknown.organisation": "No organisation is called '{id}'.",
    "reading.unknown.organisation.advice": "Declare it in organisations.yml.",
    "reading.unknown.actor": "No actor is called '{id}'.",
    "reading.unknown.actor.advice": "Declare it in actors.yml.",
    "reading.unknown.actor-organisation": "No actor or organisation is called '{id}'.",
    "reading.unknown.actor-organisation.advice": "Declare it in actors.yml.",
    "reading.unknown.counter": "No counter is called '{id}'.",
    "reading.unknown.counter.advice": "Declare it in counters.yml.",
    "reading.unknown.counter-organisation": "No counter or organisation is called '{id}'.",
    "reading.unknown.counter-organisation.advice": (
        "Declare it in counters.yml or organisations.yml."
    ),
    "reading.unknown.evidence": "No piece of evidence is called '{id}'.",
    "reading.unknown.evidence.advice": "Declare it in evidence.yml.",
    "reading.unknown.evidence-fact": "No piece of evidence or fact is called '{id}'.",
    "reading.unknown.evidence-fact.advice": "Declare it in evidence.yml or facts.yml.",
    "reading.unknown.fact": "No fact is called '{id}'.",
    "reading.unknown.fact.advice": "Declare it in facts.yml.",
    "reading.unknown.scheme": "No scheme is called '{id}'.",
    "reading.unknown.scheme.advice": "Declare it in schemes.yml.",
    "reading.unknown.persona": "No persona is called '{id}'.",
    "reading.unknown.persona.advice": "Declare it in personas.yml.",
    "reading.unknown.source": "No source is called '{id}'.",
    "reading.unknown.source.advice": "Declare it in sources.yml.",
    "reading.unknown.territory": "No territory is called '{id}'.",
    "reading.unknown.territory.advice": "Describe it in territories/{id}.yml.",
    "reading.unknown.commune": "No commune is called '{id}'.",
    "reading.unknown.commune.advice": "Declare it in a file of territories.",
    "reading.unknown.trait-fact": "No trait or fact is called '{id}'.",
    "reading.unknown.trait-fact.advice": (
        "Declare the trait in atlas.yml (traits), or the fact in facts.yml."
    ),
    "reading.unknown.purpose": "No purpose is called '{id}'.",
    "reading.unknown.purpose.advice": "Declare it in atlas.yml (purposes).",
    "reading.unknown.stage": "No stage of this journey is called '{id}'.",
    "reading.unknown.stage.advice": "Declare it under stages, at the head of the journey.",
    "reading.unknown.step": "No step of this journey is called '{id}'.",
    "reading.unknown.step.advice": "Write this step under steps, or mend the id.",
    "reading.unknown.way": "This step has no way '{id}'.",
    "reading.unknown.way.advice": (
        "Name one of its counters, its channels, or who does it (done_by)."
    ),
    "reading.unknown.journey": "No journey is called '{id}'.",
    "reading.unknown.journey.advice": (
        "A journey is called folder/file, such as having-a-child/as-is."
    ),
    "reading.unknown.rule": "No rule is called '{id}'.",
    "reading.unknown.threshold": "This rule has no threshold called '{id}'.",
    "reading.unknown.count": "No persona counts '{id}'.",
    "reading.unknown.count.advice": "Add it under counts of a persona.",
}
