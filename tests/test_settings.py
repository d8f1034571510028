"""What the app must never do by its settings: ask, report, export unguarded, or show a traceback (security T6, T9)."""

from __future__ import annotations

import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
CONFIG = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("section", "name", "value"),
    [
        ("browser", "gatherUsageStats", False),
        ("server", "showEmailPrompt", False),
        ("server", "maxUploadSize", 5),
        ("client", "showErrorDetails", "none"),
        ("client", "disableDataExport", True),
    ],
)
def test_streamlit_asks_reports_and_exports_nothing(section: str, name: str, value: object):
    """No e-mail prompt, no statistics, no traceback on a page, no grid export that would leave formulas alive."""
    assert CONFIG[section][name] == value


def test_protections_of_streamlit_stay_on():
    """CORS and XSRF protection are not switched off."""
    server = CONFIG["server"]
    assert server.get("enableCORS", True) is True
    assert server.get("enableXsrfProtection", True) is True


def test_secrets_are_ignored_and_none_is_committed():
    """Git ignores Streamlit's secrets file, and no tracked file is one or looks like a private key."""
    ignored = subprocess.run(["git", "check-ignore", ".streamlit/secrets.toml"], cwd=ROOT, check=False)
    assert ignored.returncode == 0
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, check=True, capture_output=True, text=True).stdout.split()
    assert not [name for name in listed if name.endswith(("secrets.toml", ".pem", ".key"))]
    marker = "-----BEGIN " + "PRIVATE KEY"
    texts = [ROOT / name for name in listed if name.endswith((".py", ".toml", ".md", ".csv", ".js"))]
    assert not [file.name for file in texts if marker in file.read_text(encoding="utf-8")]
