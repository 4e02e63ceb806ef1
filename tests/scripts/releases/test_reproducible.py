"""The same commit gives the same bytes: on another path, in another language and time zone, with another hash seed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from scripts.releases.distributions import build_distributions
from tests.scripts.releases import small_raw

DAY = date(2026, 11, 23)
ELSEWHERE = {
    "LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "4711",
}  # fmt: skip
NEEDED = "import sys, pandas, pyarrow, pandera, ahocorasick, ftfy, trafilatura, rich; print(pyarrow.__version__)"
OTHERS = ("python3.12", "python3.13")


def can_build(python: str) -> str | None:
    """Why this Python cannot build the tables with the same pyarrow; None where it can."""
    import pyarrow

    if shutil.which(python) is None:
        return f"no {python} on the path"
    done = subprocess.run([python, "-c", NEEDED], capture_output=True, text=True)
    if done.returncode:
        return f"{python} has not the packages of requirements.txt"
    return None if done.stdout.strip() == pyarrow.__version__ else f"{python} has another pyarrow"


@pytest.mark.slow
@pytest.mark.parametrize("python", [sys.executable, *OTHERS], ids=["this Python", *OTHERS])
def test_the_published_tables_are_built_again_byte_for_byte(python: str, tmp_path: Path) -> None:
    if python != sys.executable and (lacks := can_build(python)):
        pytest.skip(lacks)
    root = tmp_path / "another place, à côté"
    root.mkdir()
    ignored = shutil.ignore_patterns("__pycache__", "tables", "datapackage.json", "*.egg-info")
    for name in ("raw", "schemas"):
        shutil.copytree(small_raw.ROOT / name, root / name, ignore=ignored)
    shutil.copytree(small_raw.ROOT / "scripts", root / "scripts", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(small_raw.ROOT / "dataset", root / "dataset", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(small_raw.ROOT / "pyproject.toml", root)
    shutil.rmtree(root / small_raw.PACKAGE / "tables")
    environment = {**os.environ, **ELSEWHERE, "PYTHONPATH": f"{root}{os.pathsep}{root / 'dataset'}"}
    subprocess.run([python, "-m", "scripts.build"], cwd=root, env=environment, check=True, capture_output=True)
    made = [*(root / small_raw.PACKAGE / "tables").glob("*.parquet"), root / "datapackage.json"]
    assert len(made) > 2
    for path in made:
        assert path.read_bytes() == (small_raw.ROOT / path.relative_to(root)).read_bytes(), path.name


@pytest.mark.slow
def test_wheel_and_source_distribution_are_the_same_bytes_anywhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = small_raw.make(tmp_path / "here")
    first = build_distributions(here, DAY)
    there = Path(shutil.copytree(here, tmp_path / "another place, à côté"))
    for path in there.rglob("*"):
        os.utime(path, (10**9, 10**9))
        path.chmod(0o700)
    for name, value in ELSEWHERE.items():
        monkeypatch.setenv(name, value)
    assert {name.rsplit(".", 1)[1] for name in first} == {"whl", "gz"}
    assert build_distributions(there, DAY) == first
    assert build_distributions(there, date(2026, 11, 24)) != first
