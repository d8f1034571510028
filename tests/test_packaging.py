"""One place for dependencies, locks that agree with it, and a wheel that works away from the repository."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

import geo

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
ENGINE = [Requirement(text) for text in PROJECT["project"]["dependencies"]]
APP = [Requirement(text) for text in PROJECT["dependency-groups"]["app"]]
TEST = [Requirement(text) for text in PROJECT["dependency-groups"]["test"]]
BORDER = [Requirement(text) for text in PROJECT["project"]["optional-dependencies"]["border"]]
LOCKS = ["requirements.lock", "tests/requirements.lock"]


def pins(file: str) -> dict[str, set[str]]:
    """Return the versions that a requirements file or a lock names, by package; platforms may differ."""
    found: dict[str, set[str]] = {}
    text = (ROOT / file).read_text(encoding="utf-8")
    for name, version in re.findall(r"^([\w.-]+)==([^\s;\\]+)", text, re.MULTILINE):
        found.setdefault(canonicalize_name(name), set()).add(version)
    return found


def test_what_the_cloud_installs_is_what_the_project_needs() -> None:
    """requirements.txt has one exact version of each package that the engine and the pages need, and no other line."""
    lines = (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    named = [line for line in lines if line and not line.startswith("#")]
    assert all(re.fullmatch(r"[\w.-]+==[\w.]+", line) for line in named)
    pinned = pins("requirements.txt")
    needed = {canonicalize_name(one.name): one for one in [*ENGINE, *APP]}
    assert sorted(pinned) == sorted(needed)
    assert [name for name, one in needed.items() for version in pinned[name] if version not in one.specifier] == []


@pytest.mark.parametrize(("lock", "needed"), [(LOCKS[0], [*ENGINE, *APP]), (LOCKS[1], [*ENGINE, *APP, *BORDER, *TEST])])
def test_a_lock_holds_what_the_project_needs(lock: str, needed: list[Requirement]) -> None:
    """Every dependency is locked to versions inside its range; what the cloud pins is locked to that version alone."""
    locked = pins(lock)
    for one in needed:
        versions = locked[canonicalize_name(one.name)]
        assert all(Version(version) in one.specifier for version in versions), one
    assert {name: locked[name] for name in pins("requirements.txt")} == pins("requirements.txt")


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_has_hashes_and_no_address(lock: str) -> None:
    """Each locked package has a hash, and nothing tells from which index or on which machine the lock was made."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    entries = re.split(r"\n(?=\w)", "\n".join(line for line in text.splitlines() if not line.lstrip().startswith("#")))
    assert len(entries) > len(ENGINE)
    assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []
    assert re.findall(r"https?:|file:|--index|--find-links|(?<![\w.])/\w+", text) == []


def test_the_test_lock_holds_the_versions_that_the_app_runs_on() -> None:
    """What is tested is what runs: each package of the runtime lock is in the test lock in the same versions."""
    tested = pins(LOCKS[1])
    assert {name: tested.get(name) for name in pins(LOCKS[0])} == pins(LOCKS[0])


def test_the_set_up_installs_from_the_locks_alone() -> None:
    """`make run` and `make test` install from a lock, with --require-hashes, and from nothing else."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert re.findall(r"pip install .*(--require-hashes -r)$", makefile, re.MULTILINE) == ["--require-hashes -r"]
    assert makefile.count("pip install") == 1
    assert re.findall(r"\$\(INSTALL\) (\S+)", makefile) == LOCKS


@pytest.mark.parametrize(("folders", "needed"), [(["geo"], [*ENGINE, *BORDER]), (["ui", "app.py"], [*ENGINE, *APP])])
def test_every_package_that_is_imported_is_declared(folders: list[str], needed: list[Requirement]) -> None:
    """No module leans on a package that is only there because another package wants it."""
    declared = {canonicalize_name(one.name) for one in needed}
    distributions = packages_distributions()
    files = [file for folder in folders for file in [ROOT / folder, *(ROOT / folder).rglob("*.py")] if file.is_file()]
    undeclared = [
        (file.name, module)
        for file in files
        for module in imported(file) - set(sys.stdlib_module_names) - {"geo", "ui"}
        if declared.isdisjoint(canonicalize_name(name) for name in distributions.get(module, [module]))
    ]
    assert undeclared == []


def imported(file: Path) -> set[str]:
    """Return the top-level names of the modules that a file imports."""
    nodes = list(ast.walk(ast.parse(file.read_text(encoding="utf-8"))))
    names = [alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names]
    names += [node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module and not node.level]
    return {name.split(".")[0] for name in names}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel from the files of the repository, with no network."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=120)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel into a folder of its own; the packages that it needs are those of the tests."""
    folder = tmp_path_factory.mktemp("installed")
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target", str(folder)]
    subprocess.run([*command, str(wheel)], check=True, capture_output=True, timeout=120)
    return folder


def salient(installed: Path, cwd: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the console script of an installed wheel in a folder outside the repository."""
    environment = os.environ | {"PYTHONPATH": str(installed)}
    command = [sys.executable, str(installed / "bin" / "salient"), *arguments]
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False, timeout=240)


def test_the_wheel_holds_the_engine_and_the_shipped_case(wheel: Path) -> None:
    """Every tracked file of geo/ and data/ is in the wheel, of scripts the bundles; nothing of pages or tests is."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "geo", "data"]
    tracked = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True, timeout=60).stdout.split()
    wanted = {re.sub("^data/", "geo/data/", name) for name in tracked if (ROOT / name).is_file() and "/js/" not in name}
    held = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    assert held == wanted


def test_the_wheel_never_holds_imported_fronts(tmp_path: Path) -> None:
    """Fronts that somebody imported into the shipped case stay at home: most may not be published."""
    for name in ("pyproject.toml", "README.md"):
        (tmp_path / name).write_bytes((ROOT / name).read_bytes())
    for name in ("geo/__init__.py", "data/kursk-2024/case.toml", "data/kursk-2024/fronts/mirror/day.geojson"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text('__version__ = "1"\n', encoding="utf-8")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", "dist"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=120)
    held = zipfile.ZipFile(next((tmp_path / "dist").glob("*.whl"))).namelist()
    assert [name for name in held if "kursk" in name] == ["geo/data/kursk-2024/case.toml"]


def test_an_installed_engine_works_anywhere(installed: Path, tmp_path: Path) -> None:
    """From a wheel alone, in any folder: the shipped case by its name, a published map, and a citation that holds."""
    checked = salient(installed, tmp_path, "validate", "kursk-2024")
    assert (checked.returncode, checked.stderr) == (0, "")
    assert checked.stdout.startswith("kursk-2024: 0 faults; kept ")
    published = salient(installed, tmp_path, "publish", "kursk-2024", "--out", "public")
    assert published.returncode == 0, published.stderr
    assert (tmp_path / "public" / "index.html").stat().st_size > 500_000
    cited = salient(installed, tmp_path, "cite", "kursk-2024", "--on", "2024-08-12", "--out", "kursk.zip")
    assert cited.returncode == 0, cited.stderr
    assert salient(installed, tmp_path, "verify", "kursk.zip", "--case", "kursk-2024").returncode == 0


def test_the_installed_case_is_never_written_into(installed: Path, tmp_path: Path) -> None:
    """A command that changes a case refuses the copy inside the package, and says what to do."""
    before = {file: file.read_bytes() for file in (installed / "geo" / "data").rglob("*") if file.is_file()}
    done = salient(installed, tmp_path, "districts", "--case", "kursk-2024")
    assert done.returncode == 2
    assert "belongs to the installed package; copy the folder and give the path of the copy" in done.stderr
    assert {file: file.read_bytes() for file in (installed / "geo" / "data").rglob("*") if file.is_file()} == before


def test_the_version_is_stated_once(installed: Path, tmp_path: Path) -> None:
    """The wheel's version and the one that the command line tells are that of geo/__init__.py."""
    assert "version" not in PROJECT["project"]
    assert [folder.name for folder in installed.glob("*.dist-info")] == [f"salient-{geo.__version__}.dist-info"]
    assert salient(installed, tmp_path, "--version").stdout == f"salient {geo.__version__}\n"
