"""French words of the reading: values and ids that cannot stand where they stand."""

WORDS: dict[str, str | tuple[str, str]] = {
    "reading.wrong": "Cette valeur n'est pas attendue ici.",
    "reading.key-unknown": "La clé « {key} » n'existe pas ici.",
    "reading.key-missing": "Il manque « {key} ».",
    "reading.key-missing.advice": "Ajoutez une ligne « {key}: … ».",
    "reading.not-allowed": "« {id} » n'est pas un mot permis ici.",
    "reading.want-text": "Un texte est attendu ici.",
    "reading.want-text.number": "Un texte est attendu ici ; « {written} » se lit comme un nombre.",
    "reading.want-text.number.advice": 'Mettez-le entre guillemets : "{written}".',
    "reading.want-text.yes-no": "Un texte est attendu ici ; « {written} » se lit comme oui ou non.",
    "reading.want-text.yes-no.advice": 'Mettez-le entre guillemets : "{written}".',
    "reading.want-text.list": "Un texte est attendu ici, pas une liste.",
    "reading.want-text.list.advice": (
        "S'il commence par un crochet ou un tiret, mettez-le entre guillemets."
    ),
    "reading.want-text.map": "Un texte est attendu ici, pas des clés.",
    "reading.want-text.map.advice": (
        "S'il contient un deux-points ou une accolade, mettez-le entier entre guillemets ; "
        "s'il est en plusieurs langues, écrivez « fr: … », « en: … »."
    ),
    "reading.want-id": "Un identifiant est attendu ici.",
    "reading.want-id.number": (
        "Un identifiant est attendu ici ; « {written} » se lit comme un nombre."
    ),
    "reading.want-id.number.advice": 'Mettez-le entre guillemets : "{written}".',
    "reading.want-id.yes-no": (
        "Un identifiant est attendu ici ; « {written} » se lit comme oui ou non."
    ),
    "reading.want-id.list": "Un seul identifiant est attendu ici, pas une liste.",
    "reading.want-id.map": "Un identifiant est attendu ici, pas des clés.",
    "reading.want-whole": "Un nombre entier est attendu ici, pas « {written} ».",
    "reading.want-number": "Un nombre est attendu ici, pas « {written} ».",
    "reading.want-yes-no": "true (oui) ou false (non) est attendu ici, pas « {written} ».",
    "reading.want-yes-no.advice": "Si on ne sait pas, supprimez cette clé.",
    "reading.want-map": "Des clés sont attendues ici, pas « {written} ».",
    "reading.want-map.list": "Des clés sont attendues ici, pas une liste.",
    "reading.want-list": "Une liste est attendue ici.",
    "reading.want-date": "« {written} » n'est pas une date.",
    "reading.want-date.allowed": "Une année, un mois ou un jour : 2018, 2018-01 ou 2018-01-15.",
    "reading.want-month-day": "« {written} » n'est pas un jour de l'année.",
    "reading.want-month-day.allowed": 'Le mois puis le jour, entre guillemets : "12-31".',
    "reading.want-language": "« {written} » n'est pas le code d'une langue.",
    "reading.want-language.allowed": "Deux ou trois minuscules : fr, en, oc.",
    "reading.want-currency": "« {written} » n'est pas le code d'une monnaie.",
    "reading.want-currency.allowed": "Trois majuscules : EUR, CHF.",
    "reading.want-other": "« {written} » n'a pas la forme attendue.",
    "reading.coordinates": "Deux nombres sont attendus ici.",
    "reading.coordinates.allowed": "[latitude, longitude], en degrés : [44.45, 1.44].",
    "reading.too-low": "« {written} » est trop petit.",
    "reading.too-low.allowed": "{bound} au moins.",
    "reading.too-high": "« {written} » est trop grand.",
    "reading.too-high.allowed": "{bound} au plus.",
    "reading.id-form": "« {id} » ne peut pas être un identifiant.",
    "reading.id-form.allowed": (
        "Des mots en minuscules, sans accent, joints par « - » ; 80 caractères au plus."
    ),
    "reading.ids-alike": (
        "« {id} » et « {other} » seraient le même identifiant, aux majuscules ou aux accents près."
    ),
    "reading.ids-alike.allowed": "Des mots en minuscules, sans accent, joints par « - ».",
    "reading.ids-alike.advice": "Renommez l'un des deux.",
    "reading.id-reserved": "« {id} » est un mot réservé : il ne peut pas être un identifiant.",
    "reading.id-reserved.advice": "Choisissez un autre mot.",
    "reading.id-written": (
        "L'identifiant « {id} » est déjà donné : c'est la clé, ou le nom du fichier."
    ),
    "reading.id-written.advice": "Supprimez cette ligne.",
    "reading.text-empty": "Ce texte est vide.",
    "reading.text-empty.advice": "Écrivez-le, ou supprimez cette clé.",
    "reading.quantity-form": "« {written} » n'est pas une quantité.",
    "reading.quantity-form.allowed": (
        "Un nombre et une unité, ou deux ou trois nombres qui montent : 30 min, 5..10 d, "
        "5..7..10 d."
    ),
    "reading.unit-missing": "« {written} » n'a pas d'unité.",
    "reading.unit-missing.allowed": (
        "min, h, d (jour), wd (jour ouvré), wk (semaine), mo (mois), y (an), km, ou une "
        "monnaie comme EUR ; une part s'écrit 20 %."
    ),
    "reading.unit-missing.advice": "Écrivez par exemple {written} min ou {written} d.",
    "reading.unit-unknown": "« {unit} » n'est pas une unité.",
    "reading.unit-unknown.allowed": (
        "min, h, d (jour), wd (jour ouvré), wk (semaine), mo (mois), y (an), km, ou une "
        "monnaie comme EUR ; une part s'écrit 20 %."
    ),
    "reading.quantity-negative": "« {written} » est au-dessous de zéro.",
    "reading.quantity-too-large": "« {written} » est trop grand.",
    "reading.quantity-too-large.allowed": "Mille milliards au plus.",
    "reading.range-order": "« {written} » ne va pas du plus petit au plus grand.",
    "reading.share-range": "« {written} » n'est pas une part.",
    "reading.share-range.allowed": "De 0 à 1, ou de 0 % à 100 %.",
    "reading.not-time": "« {written} » n'est pas une durée.",
    "reading.not-time.allowed": (
        "min, h, d (jour), wd (jour ouvré), wk (semaine), mo (mois), y (an)."
    ),
    "reading.not-distance": "« {written} » n'est pas une distance.",
    "reading.not-distance.allowed": "Un nombre et km.",
    "reading.not-money": "« {written} » n'est pas un montant.",
    "reading.not-money.allowed": "Un nombre et la monnaie de l'atlas : 25 EUR.",
    "reading.not-count": "« {written} » porte une unité : il faut un nombre seul.",
    "reading.not-count.allowed": "Un nombre sans unité : 40, ou 30..40..60.",
    "reading.not-above-zero": "« {written} » doit être au-dessus de zéro.",
    "reading.condition-form": "Ceci n'est pas une condition.",
    "reading.condition-form.allowed": (
        "Une caractéristique ou une donnée, avec une valeur, une liste de valeurs, {{min: "
        "60}}, {{min: 1, max: 4}} ou {{}}."
    ),
    "reading.condition-empty": "Personne ne remplit cette condition : min est au-dessus de max.",
    "reading.ask-form": (
        "On demande une pièce (piece), ou l'une de plusieurs (any_of) : l'un des deux, pas plus."
    ),
    "reading.deadline-form": "Ce délai ne dit pas quand.",
    "reading.deadline-form.allowed": (
        "within (sous combien de temps), before (avant quelle étape) ou by_date (quel jour)."
    ),
    "reading.outcome-result": "Une issue dit son résultat, et il manque.",
    "reading.outcome-result.allowed": "result: granted, refused, partial, gave-up ou done.",
    "reading.result-outcome": "Seule une issue (kind: outcome) a un résultat.",
    "reading.choice-when": "Un choix n'a ni when ni share.",
    "reading.choice-when.advice": "Écrivez-les sur les enchaînements qui en partent (next).",
    "reading.appeal-true": "« true » ne dit pas quel est le recours.",
    "reading.appeal-true.allowed": "L'étape du recours, ou false s'il n'y en a pas.",
    "reading.day-form": "« {written} » n'est pas un jour.",
    "reading.day-form.allowed": "L'année, le mois, le jour : 2026-03-31.",
    "reading.journey-empty": "Ce parcours n'a aucune étape.",
    "reading.journey-empty.allowed": "steps: une étape par identifiant, avec au moins un titre.",
    "reading.too-many-steps": "Ce parcours a {found} étapes.",
    "reading.too-many-steps.allowed": "{most} au plus.",
    "reading.too-many-steps.advice": "Répartissez-le en plusieurs parcours.",
    "reading.too-many-shared": "Cet atlas partage {found} choses (guichets, pièces, personas…).",
    "reading.too-many-shared.allowed": "{most} au plus.",
    "reading.trait-and-fact": (
        "« {id} » est à la fois une caractéristique et une donnée (facts.yml) : une condition "
        "ne saurait pas de laquelle elle parle."
    ),
    "reading.trait-and-fact.advice": "Gardez l'une des deux, ou renommez-la.",
    "reading.currency": "Ce montant est en {unit}, et l'atlas compte en {currency}.",
    "reading.currency.advice": (
        "Rien n'est converti : écrivez-le en {currency}, ou changez currency dans atlas.yml."
    ),
    "reading.unfit.yes-no": "« {id} » vaut oui ou non, pas « {written} ».",
    "reading.unfit.yes-no.allowed": "true (oui) ou false (non).",
    "reading.unfit.number": "« {id} » est un nombre, pas « {written} ».",
    "reading.unfit.option": "« {written} » n'est pas une réponse de « {id} ».",
    "reading.unknown.organisation": "Aucun organisme ne s'appelle « {id} ».",
    "reading.unknown.organisation.advice": "Déclarez-le dans organisations.yml.",
    "reading.unknown.actor": "Aucun acteur ne s'appelle « {id} ».",
    "reading.unknown.actor.advice": "Déclarez-le dans actors.yml.",
    "reading.unknown.actor-organisation": "Aucun acteur ni organisme ne s'appelle « {id} ».",
    "reading.unknown.actor-organisation.advice": "Déclarez-le dans actors.yml.",
    "reading.unknown.counter": "Aucun guichet ne s'appelle « {id} ».",
    "reading.unknown.counter.advice": "Déclarez-le dans counters.yml.",
    "reading.unknown.counter-organisation": "Aucun guichet ni organisme ne s'appelle « {id} ».",
    "reading.unknown.counter-organisation.advice": (
        "Déclarez-le dans counters.yml ou organisations.yml."
    ),
    "reading.unknown.evidence": "Aucune pièce ne s'appelle « {id} ».",
    "reading.unknown.evidence.advice": "Déclarez-la dans evidence.yml.",
    "reading.unknown.evidence-fact": "Aucune pièce ni donnée ne s'appelle « {id} ».",
    "reading.unknown.evidence-fact.advice": "Déclarez-la dans evidence.yml ou facts.yml.",
    "reading.unknown.fact": "Aucune donnée ne s'appelle « {id} ».",
    "reading.unknown.fact.advice": "Déclarez-la dans facts.yml.",
    "reading.unknown.scheme": "Aucun dispositif ne s'appelle « {id} ».",
    "reading.unknown.scheme.advice": "Déclarez-le dans schemes.yml.",
    "reading.unknown.persona": "Aucun persona ne s'appelle « {id} ».",
    "reading.unknown.persona.advice": "Déclarez-le dans personas.yml.",
    "reading.unknown.source": "Aucune source ne s'appelle « {id} ».",
    "reading.unknown.source.advice": "Déclarez-la dans sources.yml.",
    "reading.unknown.territory": "Aucun territoire ne s'appelle « {id} ».",
    "reading.unknown.territory.advice": "Décrivez-le dans territories/{id}.yml.",
    "reading.unknown.commune": "Aucune commune ne s'appelle « {id} ».",
    "reading.unknown.commune.advice": "Déclarez-la dans un fichier de territories.",
    "reading.unknown.trait-fact": "Aucune caractéristique ni donnée ne s'appelle « {id} ».",
    "reading.unknown.trait-fact.advice": (
        "Déclarez la caractéristique dans atlas.yml (traits), ou la donnée dans facts.yml."
    ),
    "reading.unknown.purpose": "Aucune finalité ne s'appelle « {id} ».",
    "reading.unknown.purpose.advice": "Déclarez-la dans atlas.yml (purposes).",
    "reading.unknown.stage": "Aucune phase de ce parcours ne s'appelle « {id} ».",
    "reading.unknown.stage.advice": "Déclarez-la sous stages, en tête du parcours.",
    "reading.unknown.step": "Aucune étape de ce parcours ne s'appelle « {id} ».",
    "reading.unknown.step.advice": "Écrivez cette étape sous steps, ou corrigez l'identifiant.",
    "reading.unknown.way": "Cette étape n'a pas de voie « {id} ».",
    "reading.unknown.way.advice": (
        "Nommez un de ses guichets, de ses canaux, ou qui la fait (done_by)."
    ),
    "reading.unknown.journey": "Aucun parcours ne s'appelle « {id} ».",
    "reading.unknown.journey.advice": (
        "Un parcours s'appelle dossier/fichier, comme avoir-un-enfant/as-is."
    ),
    "reading.unknown.rule": "Aucune règle ne s'appelle « {id} ».",
    "reading.unknown.threshold": "Cette règle n'a pas de seuil « {id} ».",
    "reading.unknown.count": "Aucun persona ne compte « {id} ».",
    "reading.unknown.count.advice": "Ajoutez-le sous counts d'un persona.",
}
