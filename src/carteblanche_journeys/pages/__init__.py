"""From an atlas to the pages of its site: Markdown and assets, by path."""

from carteblanche_journeys.pages.site import Memory, nav, site

__all__ = ["Memory", "nav", "site"]
