"""English words of the reading: files and YAML that cannot be read, and what to do."""

WORDS: dict[str, str | tuple[str, str]] = {
    "reading.allowed": "Allowed: {allowed}.",
    "reading.near": "Did you mean '{near}'?",
    "reading.again": ("This id comes back {n} more time.", "This id comes back {n} more times."),
    "reading.folder-missing": "The folder '{folder}' does not exist.",
    "reading.folder-missing.advice": "Name the folder that holds atlas.yml.",
    "reading.folder-is-file": "'{folder}' is a file; an atlas is a folder.",
    "reading.folder-is-file.advice": "Name the folder that holds atlas.yml.",
    "reading.folder-unreadable": "This folder cannot be read ({reason}).",
    "reading.no-atlas": "The folder '{folder}' is not an atlas.",
    "reading.no-atlas.allowed": (
        "An atlas is a folder that holds atlas.yml, shared files (counters.yml, evidence.yml…) "
        "and one folder for each life moment."
    ),
    "reading.no-atlas.advice": (
        "Create atlas.yml with a title and a language, or name another folder."
    ),
    "reading.no-atlas-here": "The folder '{folder}' is not an atlas, but it holds some: {below}.",
    "reading.no-atlas-here.allowed": (
        "An atlas is a folder that holds atlas.yml, shared files (counters.yml, evidence.yml…) "
        "and one folder for each life moment."
    ),
    "reading.no-atlas-here.advice": "Name one of these folders.",
    "reading.file-unknown": "An atlas has no file '{name}' here.",
    "reading.file-deep": "This file is in too deep a folder: it would not be read.",
    "reading.file-deep.allowed": "A journey is a file in a folder named after the life moment.",
    "reading.file-deep.advice": "Move it up one folder.",
    "reading.file-twice": "This file and {other} give the same id, '{id}'.",
    "reading.file-twice.advice": "Keep one of them, or rename the other.",
    "reading.folder-near": "The folder '{name}' would be read as a life moment.",
    "reading.name-form": "'{name}' becomes an id and cannot be one.",
    "reading.name-form.allowed": (
        "Lower-case words without accents, joined by '-'; at most 80 characters."
    ),
    "reading.name-form.advice": "Rename this file or folder.",
    "reading.name-reserved": "'{name}' is a reserved name.",
    "reading.name-reserved.advice": "Rename this file or folder.",
    "reading.link-outside": "This link leads out of the atlas's folder: it is not followed.",
    "reading.link-outside.advice": "Copy the file into the atlas.",
    "reading.unreadable": "This file cannot be read ({reason}).",
    "reading.unreadable.advice": "Check the rights of the file.",
    "reading.too-large": "This file is larger than {most} MiB.",
    "reading.too-large.allowed": "A file of the atlas has at most {most} MiB.",
    "reading.too-large.advice": "Spread it over several journeys.",
    "reading.not-utf-8": "This file is not in UTF-8: this character cannot be read.",
    "reading.not-utf-8.advice": "Save it again with the encoding UTF-8.",
    "reading.control": "An invisible character hides here.",
    "reading.control.advice": "Remove it, or type this line again.",
    "reading.empty": "This file is empty.",
    "reading.empty.advice": "Remove it, or write something in it.",
    "reading.folder-empty": "This folder holds no file of the atlas.",
    "reading.no-journey": "This atlas has no journey yet.",
    "reading.no-journey.advice": "A journey is a file such as having-a-child/as-is.yml.",
    "reading.tag": "'{tag}' reads as an instruction, and an atlas holds none.",
    "reading.tag.advice": "If it is a text, put all of it in quotes; else remove it.",
    "reading.anchor": (
        "'&{name}' gives a name to what follows, to repeat it; an atlas does not allow that."
    ),
    "reading.anchor.advice": "If it is a text, put all of it in quotes; else write it twice.",
    "reading.alias": "'*{name}' reads as a repetition of another passage.",
    "reading.alias.advice": "If it is a text, put all of it in quotes; else write what it repeats.",
    "reading.merge": "'<<' would copy another passage; an atlas does not allow that.",
    "reading.merge.advice": "Write the keys themselves.",
    "reading.documents": "A second document begins here; a file holds one.",
    "reading.documents.advice": "Remove this line, or make two files.",
    "reading.depth": "Too many lists and keys inside each other: more than {most}.",
    "reading.depth.advice": (
        "A journey needs about ten: close the brackets that are open in excess."
    ),
    "reading.too-many-values": "There are more than {most} values here.",
    "reading.too-many-values.advice": "Spread it over several journeys.",
    "reading.too-many-mistakes": "This file has more than {most} mistakes: the rest are not told.",
    "reading.too-many-mistakes.advice": "Mend the first ones: they are often the same.",
    "reading.key-twice": "'{key}' is written twice; the first time on line {first}.",
    "reading.key-twice.advice": "Keep one of the two.",
    "reading.key-form": "A key is a word, not a list or other keys.",
    "reading.key-form.advice": "If it is a text, put all of it in quotes.",
    "reading.key-treacherous": "Some editors read the key '{key}' as yes, no, nothing or a number.",
    "reading.key-treacherous.advice": 'Choose another word, or put it in quotes: "{key}".',
    "reading.null": "'{key}' has no value.",
    "reading.null.allowed": "What is not known is left out.",
    "reading.null.advice": "Remove this key, or indent by two spaces what belongs under it.",
    "reading.null-hash": "'{key}' has no value: '#' begins a remark.",
    "reading.null-hash.advice": "Put the text in quotes, or remove this key.",
    "reading.null-comma": "'{key}' reads as a key without value: the comma cuts the text.",
    "reading.null-comma.advice": "Put all of the text in quotes, or give this key a value.",
    "reading.null-colon": (
        "'{key}' reads as a key without value: there is no space after the colon."
    ),
    "reading.null-colon.advice": "Add a space after the colon.",
    "reading.null-entry": "An entry of this list is empty.",
    "reading.null-entry.advice": "Remove it.",
    "reading.not-finite": "'{written}' cannot be counted.",
    "reading.not-finite.advice": "Write a number, or leave out what is not known.",
    "reading.syntax": "This line cannot be read as YAML.",
    "reading.syntax.advice": (
        "Look at the quotes, the brackets and the indent of this line and the one before."
    ),
    "reading.syntax.colon": "This text has a colon followed by a space: it needs quotes.",
    "reading.syntax.colon.advice": "Write: {mended}",
    "reading.syntax.colon-below": "This text over several lines has a colon followed by a space.",
    "reading.syntax.colon-below.advice": (
        "Put the whole text in quotes, from its first to its last word."
    ),
    "reading.syntax.colon-space": "There is no space after the colon.",
    "reading.syntax.colon-space.advice": "Write: {mended}",
    "reading.syntax.sign": "A text that begins with '{sign}' goes in quotes.",
    "reading.syntax.sign.advice": "Write: {mended}",
    "reading.syntax.percent": "A line does not begin with '%'.",
    "reading.syntax.percent.advice": "If it is a text, put it in quotes; else remove this line.",
    "reading.syntax.quote": "A quote {sign} is opened here and not closed.",
    "reading.syntax.quote.advice": "Add {sign} at the end of the text.",
    "reading.syntax.quote-inside": "The quote {sign} closes the text here, and the text goes on.",
    "reading.syntax.quote-inside.advice": "Write: {mended}",
    "reading.syntax.escape": (
        "In double quotes, \\ announces a special character; this one does not exist."
    ),
    "reading.syntax.escape.advice": "Put the text in single quotes, or double the backslash.",
    "reading.syntax.bracket": (
        "'{sign}' is opened here and not closed, or a comma is missing inside."
    ),
    "reading.syntax.bracket.advice": "Add '{closer}', or the comma that is missing.",
    "reading.syntax.bracket-other": "'{found}' does not close '{sign}'.",
    "reading.syntax.bracket-other.advice": "Write '{closer}' instead.",
    "reading.syntax.bracket-alone": "'{sign}' closes a list that is not open.",
    "reading.syntax.bracket-alone.advice": "Remove it, or put the text in quotes.",
    "reading.syntax.after-bracket": "Something follows '{sign}' on the same line.",
    "reading.syntax.after-bracket.advice": "Begin a new line, or put all of the text in quotes.",
    "reading.syntax.comma": "Something is missing before this comma.",
    "reading.syntax.comma.advice": "Remove the comma, or put the text in quotes.",
    "reading.syntax.tab": "This line is indented with a tab.",
    "reading.syntax.tab.advice": "Replace each tab by two spaces.",
    "reading.syntax.indent": "This line is not in line with those around it.",
    "reading.syntax.indent.advice": (
        "Align it: the same indent for the keys of one thing, two spaces more for what is under it."
    ),
    "reading.syntax.mixed": "A list ('-') and keys are mixed on one level.",
    "reading.syntax.mixed.advice": "Indent this line, or give it the form of those before.",
    "reading.syntax.no-colon": "This line is neither 'key: value' nor the rest of a text.",
    "reading.syntax.no-colon.advice": (
        "Add a colon and a space after the key, or indent the line if it continues a text."
    ),
}
