"""What every test may ask for; and the rule that browser tests run, or say why they do not."""

from __future__ import annotations

import os
import shutil

import pytest
from hypothesis import settings

# No test here is a timed test: a clock of 200 ms fails on a busy machine and says nothing of us.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

#: Set to `required` where tests that need a browser must fail, and not be skipped, without one.
WANTED = "CARTEBLANCHE_BROWSER"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def chromium() -> str | None:
    """Where a Chromium is: the one that CARTEBLANCHE_CHROMIUM names, else one on the path."""
    named = os.environ.get("CARTEBLANCHE_CHROMIUM")
    return named or next(filter(None, map(shutil.which, BROWSERS)), None)


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a browser test without a browser, or fail it where browsers are required."""
    if item.get_closest_marker("browser") is None or chromium() is not None:
        return
    reason = f"no Chromium on this machine ({', '.join(BROWSERS)})"
    if os.environ.get(WANTED) == "required":
        pytest.fail(f"{reason}, and {WANTED}=required")
    pytest.skip(f"{reason}; {WANTED}=required makes this fail")
