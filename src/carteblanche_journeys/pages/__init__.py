"""From an atlas to the pages of its site: Markdown and assets, by path."""

from carteblanche_journeys.pages.memory import Memory
from carteblanche_journeys.pages.site import nav, site

__all__ = ["Memory", "nav", "site"]
