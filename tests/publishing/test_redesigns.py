"""A site that is built again as files change follows what is redesigned."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from carteblanche_journeys import pages, reading
from carteblanche_journeys.publishing.new_atlas import template
from carteblanche_journeys.publishing.writer import write_files

MOMENT = "inscrire-a-l-ecole"
DAY = date(2018, 1, 15)
TO_BE = f"""\
redesigns: {MOMENT}/as-is
moves:
  - {{move: share-evidence, evidence: certificat-inscription, from: mairie, to: admission}}
"""


def test_an_edit_of_the_as_is_reaches_the_page_of_its_redesign(tmp_path: Path) -> None:
    """What one process keeps of a site gives the very pages that a fresh build gives."""
    write_files(tmp_path, {**template("fr"), f"{MOMENT}/to-be.yml": TO_BE.encode()})
    files, kept = reading.Memory(), pages.Memory()

    def built() -> dict[str, bytes]:
        atlas = reading.read_atlas(tmp_path, memory=files).atlas
        return dict(pages.site(atlas, DAY, memory=kept))

    page = f"journeys/{MOMENT}/to-be.md"
    assert "Rencontrer la directrice" not in built()[page].decode()
    as_is = tmp_path / MOMENT / "as-is.yml"
    text = as_is.read_text("utf-8")
    as_is.write_text(text.replace("Voir la directrice", "Rencontrer la directrice"), "utf-8")
    again = built()
    assert "Rencontrer la directrice" in again[page].decode()
    assert again == dict(pages.site(reading.read_atlas(tmp_path).atlas, DAY))
