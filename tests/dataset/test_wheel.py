"""What pip installs: the wheel, built from this tree and installed where nothing else is, loads every table."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROGRAM = """
import json, sys, cdnpoli
rows = {name: len(cdnpoli.load(name)) for name in cdnpoli.tables()["name"]}
print(json.dumps({"version": cdnpoli.__version__, "rows": rows, "ok": cdnpoli.verify().ok, "cite": cdnpoli.cite()}))
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy of what it is made of, so that the tree stays clean."""
    source = tmp_path_factory.mktemp("source")
    for name in ("pyproject.toml", "README.md", "LICENSE", "LICENSE-DATA"):
        shutil.copy(ROOT / name, source / name)
    shutil.copytree(ROOT / "dataset", source / "dataset", ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
    options = ["--wheel", "--no-isolation", "--outdir", str(source / "dist")]
    command = [sys.executable, "-m", "build", *options, str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return next((source / "dist").glob("*.whl"))


@pytest.mark.slow
def test_the_wheel_holds_the_package_and_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.split("/")[0] for name in names if ".dist-info/" not in name} == {"cdnpoli"}
    data = ("datapackage.json", "tables/people.parquet", "tables/redirects.parquet")
    for needed in (*data, "py.typed", "templates/index.html", "static/cdnpoli.css"):
        assert f"cdnpoli/{needed}" in names


@pytest.mark.slow
def test_a_clean_environment_loads_every_table(wheel: Path, tmp_path: Path) -> None:
    venv.create(tmp_path / "env", with_pip=True)
    binaries = tmp_path / "env" / ("Scripts" if os.name == "nt" else "bin")
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}

    def run(*command: str) -> str:
        done = subprocess.run(
            [str(binaries / command[0]), *command[1:]],
            capture_output=True, text=True, env=environment, cwd=tmp_path, timeout=300,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        return done.stdout

    run("python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", str(wheel))
    told = json.loads(run("python", "-c", PROGRAM))
    descriptor = json.loads((ROOT / "dataset" / "cdnpoli" / "datapackage.json").read_text(encoding="utf-8"))
    assert told["version"] == descriptor["version"]
    assert told["rows"] == {resource["name"]: resource["rows"] for resource in descriptor["resources"]}
    assert told["ok"]
    assert descriptor["version"] in told["cite"]

    installed = {line.split("==")[0].lower() for line in run("python", "-m", "pip", "freeze").splitlines()}
    assert {"pandas", "pyarrow", "numpy"} <= installed
    assert not installed & {"pandera", "datasette", "frictionless", "sqlite-utils"}

    assert "people" in run("cdnpoli", "tables")
    assert "person_id" in run("cdnpoli", "show", "people", "--limit", "1")
    assert run("cdnpoli", "cite").strip() == told["cite"]
