"""What a script has imported by its end, found out in a Python of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
HEAVY = [
    *["folium", "geopandas", "matplotlib", "numpy", "orjson", "pandas", "prov", "pyarrow"],
    *["pydantic", "pyogrio", "pyproj", "rapidfuzz", "rich", "shapely", "streamlit"],
]


def loaded(script: str) -> set[str]:
    """Run a script; return which heavy packages, and which modules of geo, it has imported."""
    tell = f"import sys; print('\\n' + ' '.join(m for m in sys.modules if m in {HEAVY} or m.startswith('geo.')))"
    command = [sys.executable, "-c", f"{script}\n{tell}"]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True, timeout=120)
    return set(done.stdout.splitlines()[-1].split())
