"""French words of the reading: files and YAML that cannot be read, and what to do."""

WORDS: dict[str, str | tuple[str, str]] = {
    "reading.allowed": "Permis : {allowed}.",
    "reading.near": "Vouliez-vous « {near} » ?",
    "reading.again": (
        "Cet identifiant revient {n} autre fois.",
        "Cet identifiant revient {n} autres fois.",
    ),
    "reading.folder-missing": "Le dossier « {folder} » n'existe pas.",
    "reading.folder-missing.advice": "Donnez le dossier qui contient atlas.yml.",
    "reading.folder-is-file": "« {folder} » est un fichier ; un atlas est un dossier.",
    "reading.folder-is-file.advice": "Donnez le dossier qui contient atlas.yml.",
    "reading.folder-unreadable": "Ce dossier ne peut pas être lu ({reason}).",
    "reading.no-atlas": "Le dossier « {folder} » n'est pas un atlas.",
    "reading.no-atlas.allowed": (
        "Un atlas est un dossier qui contient atlas.yml, des fichiers partagés (counters.yml, "
        "evidence.yml…) et un dossier par moment de vie."
    ),
    "reading.no-atlas.advice": (
        "Créez atlas.yml, avec un titre et une langue, ou donnez un autre dossier."
    ),
    "reading.no-atlas-here": (
        "Le dossier « {folder} » n'est pas un atlas, mais il en contient : {below}."
    ),
    "reading.no-atlas-here.allowed": (
        "Un atlas est un dossier qui contient atlas.yml, des fichiers partagés (counters.yml, "
        "evidence.yml…) et un dossier par moment de vie."
    ),
    "reading.no-atlas-here.advice": "Donnez un de ces dossiers.",
    "reading.file-unknown": "Un atlas n'a pas de fichier « {name} » à cet endroit.",
    "reading.file-deep": "Ce fichier est dans un dossier trop profond : il ne serait pas lu.",
    "reading.file-deep.allowed": (
        "Un parcours est un fichier dans un dossier au nom du moment de vie."
    ),
    "reading.file-deep.advice": "Remontez-le d'un dossier.",
    "reading.file-twice": "Ce fichier et {other} donnent le même identifiant, « {id} ».",
    "reading.file-twice.advice": "Gardez-en un seul, ou renommez l'autre.",
    "reading.folder-near": "Le dossier « {name} » serait lu comme un moment de vie.",
    "reading.name-form": "« {name} » devient un identifiant et ne peut pas en être un.",
    "reading.name-form.allowed": (
        "Des mots en minuscules, sans accent, joints par « - » ; 80 caractères au plus."
    ),
    "reading.name-form.advice": "Renommez ce fichier ou ce dossier.",
    "reading.name-reserved": "« {name} » est un nom réservé.",
    "reading.name-reserved.advice": "Renommez ce fichier ou ce dossier.",
    "reading.link-outside": "Ce lien mène hors du dossier de l'atlas : il n'est pas suivi.",
    "reading.link-outside.advice": "Copiez le fichier dans l'atlas.",
    "reading.unreadable": "Ce fichier ne peut pas être lu ({reason}).",
    "reading.unreadable.advice": "Vérifiez les droits du fichier.",
    "reading.too-large": "Ce fichier dépasse {most} Mio.",
    "reading.too-large.allowed": "Un fichier de l'atlas pèse {most} Mio au plus.",
    "reading.too-large.advice": "Répartissez-le en plusieurs parcours.",
    "reading.not-utf-8": "Ce fichier n'est pas en UTF-8 : ce caractère ne se lit pas.",
    "reading.not-utf-8.advice": "Enregistrez-le de nouveau en choisissant l'encodage UTF-8.",
    "reading.control": "Un caractère invisible se cache ici.",
    "reading.control.advice": "Supprimez-le, ou retapez cette ligne.",
    "reading.empty": "Ce fichier est vide.",
    "reading.empty.advice": "Supprimez-le, ou écrivez-y quelque chose.",
    "reading.folder-empty": "Ce dossier ne contient aucun fichier de l'atlas.",
    "reading.no-journey": "Cet atlas n'a encore aucun parcours.",
    "reading.no-journey.advice": "Un parcours est un fichier comme avoir-un-enfant/as-is.yml.",
    "reading.tag": "« {tag} » se lit comme une instruction, et un atlas n'en contient pas.",
    "reading.tag.advice": (
        "Si c'est un texte, mettez-le entier entre guillemets ; sinon, supprimez-la."
    ),
    "reading.anchor": (
        "« &{name} » donne un nom à ce qui suit, pour le répéter ; un atlas ne le permet pas."
    ),
    "reading.anchor.advice": (
        "Si c'est un texte, mettez-le entier entre guillemets ; sinon, écrivez deux fois."
    ),
    "reading.alias": "« *{name} » se lit comme la reprise d'un autre passage.",
    "reading.alias.advice": (
        "Si c'est un texte, mettez-le entier entre guillemets ; sinon, écrivez ce qu'il reprend."
    ),
    "reading.merge": "« << » recopierait un autre passage ; un atlas ne le permet pas.",
    "reading.merge.advice": "Écrivez les clés elles-mêmes.",
    "reading.documents": "Un second document commence ici ; un fichier n'en contient qu'un.",
    "reading.documents.advice": "Supprimez cette ligne, ou faites deux fichiers.",
    "reading.depth": "Trop de listes et de clés les unes dans les autres : plus de {most}.",
    "reading.depth.advice": (
        "Un parcours n'en demande qu'une dizaine : fermez les crochets ouverts en trop."
    ),
    "reading.too-many-values": "Il y a ici plus de {most} valeurs.",
    "reading.too-many-values.advice": "Répartissez-le en plusieurs parcours.",
    "reading.too-many-mistakes": (
        "Ce fichier contient plus de {most} erreurs : les suivantes ne sont pas dites."
    ),
    "reading.too-many-mistakes.advice": (
        "Corrigez d'abord les premières : ce sont souvent les mêmes."
    ),
    "reading.key-twice": "« {key} » est écrit deux fois ; la première fois à la ligne {first}.",
    "reading.key-twice.advice": "Gardez une seule des deux.",
    "reading.key-form": "Une clé est un mot, pas une liste ni d'autres clés.",
    "reading.key-form.advice": "Si c'est un texte, mettez-le entier entre guillemets.",
    "reading.key-treacherous": (
        "Certains éditeurs lisent la clé « {key} » comme oui, non, rien ou un nombre."
    ),
    "reading.key-treacherous.advice": (
        'Choisissez un autre mot, ou mettez-la entre guillemets : "{key}".'
    ),
    "reading.null": "« {key} » n'a pas de valeur.",
    "reading.null.allowed": "Ce qu'on ne sait pas se laisse de côté.",
    "reading.null.advice": (
        "Supprimez cette clé, ou décalez de deux espaces ce qui doit être dessous."
    ),
    "reading.null-hash": "« {key} » n'a pas de valeur : « # » commence une remarque.",
    "reading.null-hash.advice": "Mettez le texte entre guillemets, ou supprimez cette clé.",
    "reading.null-comma": "« {key} » se lit comme une clé sans valeur : la virgule coupe le texte.",
    "reading.null-comma.advice": (
        "Mettez le texte entier entre guillemets, ou donnez une valeur à cette clé."
    ),
    "reading.null-colon": (
        "« {key} » se lit comme une clé sans valeur : il manque un espace après le deux-points."
    ),
    "reading.null-colon.advice": "Ajoutez un espace après le deux-points.",
    "reading.null-entry": "Une entrée de cette liste est vide.",
    "reading.null-entry.advice": "Supprimez-la.",
    "reading.not-finite": "« {written} » ne se compte pas.",
    "reading.not-finite.advice": "Écrivez un nombre, ou laissez de côté ce qu'on ne sait pas.",
    "reading.syntax": "Cette ligne ne se lit pas comme du YAML.",
    "reading.syntax.advice": (
        "Regardez les guillemets, les crochets et le décalage de cette ligne et de celle d'avant."
    ),
    "reading.syntax.colon": (
        "Ce texte contient un deux-points suivi d'un espace : il faut des guillemets."
    ),
    "reading.syntax.colon.advice": "Écrivez : {mended}",
    "reading.syntax.colon-below": (
        "Ce texte sur plusieurs lignes contient un deux-points suivi d'un espace."
    ),
    "reading.syntax.colon-below.advice": (
        "Mettez tout le texte entre guillemets, de son premier à son dernier mot."
    ),
    "reading.syntax.colon-space": "Il manque un espace après le deux-points.",
    "reading.syntax.colon-space.advice": "Écrivez : {mended}",
    "reading.syntax.sign": "Un texte qui commence par « {sign} » se met entre guillemets.",
    "reading.syntax.sign.advice": "Écrivez : {mended}",
    "reading.syntax.percent": "Une ligne ne commence pas par « % ».",
    "reading.syntax.percent.advice": (
        "Si c'est un texte, mettez-le entre guillemets ; sinon, supprimez cette ligne."
    ),
    "reading.syntax.quote": "Un guillemet {sign} est ouvert ici et n'est pas fermé.",
    "reading.syntax.quote.advice": "Ajoutez {sign} à la fin du texte.",
    "reading.syntax.quote-inside": "Le guillemet {sign} ferme le texte ici, et le texte continue.",
    "reading.syntax.quote-inside.advice": "Écrivez : {mended}",
    "reading.syntax.escape": (
        "Entre guillemets doubles, la barre \\ annonce un caractère spécial ; celui-ci "
        "n'existe pas."
    ),
    "reading.syntax.escape.advice": (
        "Mettez le texte entre guillemets simples, ou doublez la barre."
    ),
    "reading.syntax.bracket": (
        "« {sign} » est ouvert ici et n'est pas fermé, ou une virgule manque à l'intérieur."
    ),
    "reading.syntax.bracket.advice": "Ajoutez « {closer} », ou la virgule qui manque.",
    "reading.syntax.bracket-other": "« {found} » ne ferme pas « {sign} ».",
    "reading.syntax.bracket-other.advice": "Écrivez « {closer} » à la place.",
    "reading.syntax.bracket-alone": "« {sign} » ferme une liste qui n'est pas ouverte.",
    "reading.syntax.bracket-alone.advice": "Supprimez-le, ou mettez le texte entre guillemets.",
    "reading.syntax.after-bracket": "Quelque chose suit « {sign} » sur la même ligne.",
    "reading.syntax.after-bracket.advice": (
        "Passez à la ligne, ou mettez le texte entier entre guillemets."
    ),
    "reading.syntax.comma": "Il manque quelque chose avant cette virgule.",
    "reading.syntax.comma.advice": "Supprimez la virgule, ou mettez le texte entre guillemets.",
    "reading.syntax.tab": "Cette ligne est décalée par une tabulation.",
    "reading.syntax.tab.advice": "Remplacez chaque tabulation par deux espaces.",
    "reading.syntax.indent": "Cette ligne n'est pas alignée avec celles qui l'entourent.",
    "reading.syntax.indent.advice": (
        "Alignez-la : même décalage pour les clés d'une même chose, deux espaces de plus pour "
        "ce qui est dessous."
    ),
    "reading.syntax.mixed": "Une liste (« - ») et des clés sont mêlées au même niveau.",
    "reading.syntax.mixed.advice": (
        "Décalez cette ligne, ou donnez-lui la même forme que celles d'avant."
    ),
    "reading.syntax.no-colon": "Cette ligne n'est ni « clé: valeur », ni la suite d'un texte.",
    "reading.syntax.no-colon.advice": (
        "Ajoutez un deux-points et un espace après la clé, ou décalez la ligne si elle "
        "continue un texte."
    ),
}
