"""The one atomic writer, and the site builders: what leaves the library as files."""

from carteblanche_journeys.publishing.build import build_site, site_settings
from carteblanche_journeys.publishing.writer import (
    MARKER,
    refuse_foreign,
    replacing,
    write_file,
    write_files,
)

__all__ = [
    "MARKER",
    "build_site",
    "refuse_foreign",
    "replacing",
    "site_settings",
    "write_file",
    "write_files",
]
