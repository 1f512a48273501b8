"""Where there is no browser, the tests that need one say so; this is true on every machine."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(("wanted", "ends"), [("", 0), ("required", 1)])
def test_without_a_browser_these_tests_say_so(tmp_path: Path, wanted: str, ends: int) -> None:
    """Without a Chromium a browser test is skipped, or fails where browsers are required."""
    (tmp_path / "conftest.py").write_bytes((ROOT / "tests" / "conftest.py").read_bytes())
    test = "import pytest\n@pytest.mark.browser\ndef test_one(): pass\n"
    (tmp_path / "test_one.py").write_text(test)
    (tmp_path / "pytest.ini").write_text("[pytest]\nmarkers = browser: needs a Chromium\n")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-rs", "-p", "no:cacheprovider", str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PATH": "", "CARTEBLANCHE_BROWSER": wanted, "CARTEBLANCHE_CHROMIUM": ""},
    )
    assert done.returncode == ends
    assert ("1 skipped" in done.stdout) is (ends == 0)
    assert "no Chromium on this machine" in done.stdout
