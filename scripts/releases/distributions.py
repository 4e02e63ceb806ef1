"""The wheel and the source distribution, the same bytes wherever and whenever they are built.

Both are built from a fresh copy of just the files that they are made of, with one time on everything (the day of the
release), one set of permissions and, in the source distribution, no owner: its archive is written anew for that.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path

PAPERS = ("pyproject.toml", "README.md", "LICENSE", "LICENSE-DATA")
PACKAGE = Path("dataset") / "cdnpoli"
PLAIN, FOLDER = 0o644, 0o755
"""The permissions of files and folders, whatever the umask was."""


class CannotBuild(RuntimeError):
    """The build of wheel and source distribution failed; the text is what it said."""


def build_distributions(root: Path, day: date) -> dict[str, bytes]:
    """Wheel and source distribution of the repository `root`, by file name. Raises CannotBuild."""
    epoch = epoch_of(day)
    with tempfile.TemporaryDirectory() as folder:
        source, out = Path(folder) / "source", Path(folder) / "dist"
        _copy(root, source, epoch)
        command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(out), str(source)]
        environment = {**os.environ, "SOURCE_DATE_EPOCH": str(epoch)}
        done = subprocess.run(command, capture_output=True, text=True, env=environment, umask=0o022)
        if done.returncode:
            raise CannotBuild("\n".join((done.stdout + done.stderr).splitlines()[-15:]))
        made = {path.name: path.read_bytes() for path in sorted(out.iterdir())}
    return {name: anonymous(content, epoch) if name.endswith(".tar.gz") else content for name, content in made.items()}


def epoch_of(day: date) -> int:
    """The start of the day in UTC, in seconds since 1970."""
    return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())


def _copy(root: Path, source: Path, epoch: int) -> None:
    """What the distributions are made of, without anything that a build or a run left behind."""
    (source / PACKAGE.parent).mkdir(parents=True)
    for name in PAPERS:
        shutil.copyfile(root / name, source / name)
    shutil.copytree(root / PACKAGE, source / PACKAGE, ignore=shutil.ignore_patterns("__pycache__", "*.pyc", ".*"))
    for path in source.rglob("*"):
        path.chmod(FOLDER if path.is_dir() else PLAIN)
        os.utime(path, (epoch, epoch))


def anonymous(archive: bytes, epoch: int) -> bytes:
    """The .tar.gz again with its members in order, all of one time, and without owners."""
    out = io.BytesIO()
    with (
        tarfile.open(fileobj=io.BytesIO(archive), mode="r:gz") as old,
        gzip.GzipFile(filename="", mode="wb", fileobj=out, mtime=epoch, compresslevel=9) as squeezed,
        tarfile.open(fileobj=squeezed, mode="w", format=tarfile.PAX_FORMAT) as new,
    ):
        for member in sorted(old.getmembers(), key=lambda member: member.name):
            plain = tarfile.TarInfo(member.name)
            plain.type, plain.size, plain.mtime = member.type, member.size, epoch
            plain.mode = FOLDER if member.isdir() else PLAIN
            new.addfile(plain, old.extractfile(member) if member.isfile() else None)
    return out.getvalue()


def sha256sums(files: Mapping[str, bytes]) -> bytes:
    """The file SHA256SUMS, as `sha256sum --check` reads it."""
    lines = [f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in sorted(files.items())]
    return "".join(lines).encode()
