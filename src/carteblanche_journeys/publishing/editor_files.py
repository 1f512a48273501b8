"""What editors read to complete and check the files of an atlas."""

from __future__ import annotations

import json
from pathlib import Path

from carteblanche_journeys.publishing.writer import replacing, write_files
from carteblanche_journeys.reading import schemas
from carteblanche_journeys.words import Words


def schema_files() -> dict[str, bytes]:
    """The JSON Schema of each kind of file, by file name.

    >>> sorted(schema_files())[:2]
    ['actors.schema.json', 'atlas.schema.json']
    """
    return {
        name: (json.dumps(schema, ensure_ascii=False, indent=2) + "\n").encode()
        for name, schema in schemas().items()
    }


def write_schemas(folder: Path, words: Words) -> int:
    """Write the schemas into a folder of their own, and give their number.

    Raises
    ------
    OutputRefused
        Where the folder holds files that are not ours, or cannot be written.
    """
    files = schema_files()
    with replacing(folder, words) as fresh:
        write_files(fresh, files)
    return len(files)
