"""A stage: a copy of the repository in which a release is made and tested before anything in the repository changes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

TEST_STEPS: tuple[tuple[str, ...], ...] = (
    ("ruff", "check", "."),
    ("mypy",),
    ("pytest", "-n", "auto"),
    ("frictionless", "validate", "datapackage.json"),
)
"""The steps of `make test`, each a Python module with its arguments."""


@dataclass(frozen=True)
class Finished:
    """A command that ran to its end: its exit code and what it printed."""

    code: int
    output: str

    @property
    def last_line(self) -> str:
        """The last thing that it said."""
        lines = [line for line in self.output.splitlines() if line.strip()]
        return lines[-1].strip() if lines else "it said nothing"


Runner = Callable[[Sequence[str], Path], Finished]
"""Runs a command in a folder."""


def run(command: Sequence[str], folder: Path) -> Finished:
    """Run the command in the folder, whose own code goes before what is installed."""
    path = os.pathsep.join((str(folder / "dataset"), str(folder)))
    done = subprocess.run(
        command,
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={**os.environ, "PYTHONPATH": path},
    )
    return Finished(done.returncode, done.stdout)


def as_module(step: Sequence[str]) -> list[str]:
    """The step as a command of the Python that runs this."""
    return [sys.executable, "-m", *step]


def tracked(root: Path, run: Runner) -> list[Path]:
    """The files that git keeps in `root`, by their path in it. Raises RuntimeError where it is no repository."""
    listed = run(["git", "ls-files", "-z"], root)
    if listed.code:
        raise RuntimeError(listed.last_line)
    return [Path(name) for name in listed.output.split("\0") if name]


def copy(root: Path, files: Sequence[Path], stage: Path) -> None:
    """Copy the files of `root` to `stage`."""
    for path in files:
        (stage / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(root / path, stage / path)


def written(root: Path, stage: Path) -> dict[Path, bytes]:
    """The files of the stage that `root` has not, or has otherwise, by their path."""
    made = sorted(path.relative_to(stage) for path in stage.rglob("*") if path.is_file())
    contents = {path: (stage / path).read_bytes() for path in made}
    return {
        path: content
        for path, content in contents.items()
        if not (root / path).is_file() or (root / path).read_bytes() != content
    }
