"""English words of the writer, the site builder and the plugin."""

WORDS: dict[str, str | tuple[str, str]] = {
    "write.is-folder": "{path} is a folder: give the name of a file, such as {path}/map.svg.",
    "write.not-a-folder": "{path} is not a folder: give the name of a folder, empty or new.",
    "write.foreign": (
        "{path} holds files that are not ours (such as {example}). "
        "Nothing was written. Choose an empty or new folder."
    ),
    "write.full": (
        "{path} already holds something (such as {example}). Nothing was written. "
        "Choose an empty or new folder."
    ),
    "write.failed": "Cannot write {path} ({reason}). What was there is untouched.",
    "frame.to-dark": "Switch to the dark theme",
    "frame.to-light": "Switch to the light theme",
    "publish.reading": "Reading {folder}…",
    "publish.drawing": ("Laying out {n} journey…", "Laying out {n} journeys…"),
    "publish.building": ("Building the site ({n} page)…", "Building the site ({n} pages)…"),
    "publish.done": "Site published: {path} (as of {today})",
    "publish.failed": "The site builder failed: {reason}",
    "publish.warnings": "The site builder reports: {reason}",
    "publish.missing": (
        "{n} page is missing from the site ({path})",
        "{n} pages are missing from the site (such as {path})",
    ),
    "export.done": "Pages written: {path} (as of {today})",
    "new.done": "Atlas made: {path}\nTo publish it:\n  {command}",
    "schema.done": ("{n} schema written: {path}", "{n} schemas written: {path}"),
    "draw.done": "Drawing written: {path}",
    "serve.at": "The site will be at {url} once it is built (Ctrl-C to stop)",
    "serve.refused": (
        "Cannot serve the site at {address} ({reason}). Choose another port, such as --port 8001."
    ),
}
