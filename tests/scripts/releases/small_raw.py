"""A small repository: registers of a few lines, one digest, and the papers that a release restates.

It is built by the same commands as the real one, in a second or two. The members and the article are invented.
"""

from __future__ import annotations

import csv
import io
import re
import shutil
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

from scripts import build
from scripts.register_files import FILES
from scripts.releases.snapshots import Snapshot, read_snapshot

ROOT = Path(__file__).parents[3]
ARTICLE = "example-news-2022-03-02-harker-leaves"
PACKAGE = Path("dataset") / "cdnpoli"

Cells = list[list[str]]

STORY = """\
---
source_id: {source_id}
publisher: Example News
title: "A member leaves"
url: https://example.org/{source_id}
published_on: 2022-03-02
language: en
text_kind: digest
---
{text}
"""
TEXT = (
    "Paul Harker has resigned from the Liberal caucus, the Whitford MP announced on Tuesday. "
    "“I will sit as an independent,” Harker told reporters in Ottawa."
)

REGISTERS = {
    "sources": """
register|register|Example Library|Members|https://example.org/members||en|none|Facts.
""",
    "people": """
paul-harker|Paul Harker|Harker|Paul|man|1960-02-03|||register
anna-delisle|Anna Delisle|Delisle|Anna|woman||||register
""",
    "person_names": """
anna-delisle|Annie Delisle|nickname|register
""",
    "parties": """
liberal|Liberal Party of Canada|Parti libéral du Canada|Liberal|Lib.|||canada|register
conservative|Conservative Party of Canada|Parti conservateur du Canada|Conservative|CPC|||canada|register
independent|Independent|Indépendant|Independent|Ind.|||canada|register
""",
    "party_names": """
liberal|Liberal|en|canada||
conservative|Conservative|en|canada||
independent|independent|en|canada||
""",
    "chambers": """
House of Commons|Chambre des communes|canada|MP
""",
    "parliaments": """
44|2021-09-20||2|2|
""",
    "seats": """
ca-44-whitford-paul-harker|paul-harker|House of Commons|Whitford|Ontario|44|2021-09-20|||liberal|register|
ca-44-belrive-anna-delisle|anna-delisle|House of Commons|Belrive|Quebec|44|2021-09-20|||liberal|register|
""",
    "offices": """
anna-delisle-whip-2021|anna-delisle|Whip|House of Commons||2021-11-01|||register|
anna-delisle-critic-2022|anna-delisle|Critic|House of Commons||2022-01-10|||register|
""",
    "caucus_changes": """
anna-delisle-2022-05-04|anna-delisle|House of Commons|2022-05-04|day|liberal|conservative|crossed_floor||Anna Delisle left the Liberal caucus to join the Conservative caucus.|register||yes
""",
}


def make(root: Path) -> Path:
    """Write the small repository to `root`, without tables, and return `root`."""
    registers = root / "raw" / "registers"
    registers.mkdir(parents=True)
    (root / "raw" / "reviews").mkdir()
    for file in FILES:
        lines = [line.split("|") for line in REGISTERS.get(file.name, "").strip().splitlines()]
        write_csv(registers / f"{file.name}.csv", [[column.name for column in file.columns], *lines])
    (registers / "id_ledger.csv").write_text("table,id,source_id,row\n", encoding="utf-8")
    add_article(root, ARTICLE, TEXT)
    shutil.copy(ROOT / "README.md", root)
    for name in ("LICENSE", "LICENSE-DATA", "pyproject.toml", "CITATION.cff", ".gitignore"):
        shutil.copy(ROOT / name, root)
    # Whatever this repository's version is by now, the small one begins before its first release.
    stated = (root / "pyproject.toml").read_text(encoding="utf-8").partition("\n[tool.cdnpoli]")[0]
    unreleased = re.sub(r'^version = ".*"$', 'version = "0.1.0"', stated, count=1, flags=re.MULTILINE)
    (root / "pyproject.toml").write_text(unreleased + "\n", encoding="utf-8")
    (root / "CHANGELOG.md").write_text("# Changelog\n\n## Unreleased\n\n- The first tables.\n", encoding="utf-8")
    shutil.copytree(
        ROOT / PACKAGE,
        root / PACKAGE,
        ignore=shutil.ignore_patterns("tables", "datapackage.json", "__pycache__", "*.egg-info"),
    )
    return root


def add_article(root: Path, source_id: str, text: str) -> None:
    """Add a digest."""
    folder = root / "raw" / "articles" / "2022"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{source_id}.md").write_text(STORY.format(source_id=source_id, text=text), encoding="utf-8")


def edit(root: Path, register: str, change: Callable[[Cells], Cells]) -> None:
    """Rewrite a register: `change` takes and gives its lines, the heading first."""
    path = root / "raw" / "registers" / f"{register}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        lines = list(csv.reader(file))
    write_csv(path, change(lines))


def correct(root: Path, register: str, key: str, column: str, value: str) -> None:
    """Give the row of a register another value."""

    def change(lines: Cells) -> Cells:
        at = lines[0].index(column)
        (row,) = (line for line in lines[1:] if line[0] == key)
        assert row[at] != value
        row[at] = value
        return lines

    edit(root, register, change)


def withdraw(root: Path, register: str, key: str) -> None:
    """Take the row out of a register."""
    edit(root, register, lambda lines: [line for line in lines if line[0] != key])


def write_csv(path: Path, lines: Sequence[Sequence[str]]) -> None:
    """Write the lines as CSV."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(lines)
    path.write_text(out.getvalue(), encoding="utf-8")


def say(root: Path, entry: str) -> None:
    """Write an entry of the changelog under "Unreleased"."""
    path = root / "CHANGELOG.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("## Unreleased\n", f"## Unreleased\n\n- {entry}\n", 1), encoding="utf-8")


def built(root: Path) -> Snapshot:
    """Build the tables, recording new ids, and return them."""
    assert build.main(["--root", str(root), "--mint"]) == 0
    return read_snapshot(root / PACKAGE)


def git(root: Path, *arguments: str) -> str:
    """Run git in the repository."""
    who = ["-c", "user.name=a test", "-c", "user.email=test@example.org", "-c", "init.defaultBranch=main"]
    done = subprocess.run(["git", *who, *arguments], cwd=root, capture_output=True, text=True, check=True)
    return done.stdout


def commit(root: Path) -> None:
    """Commit everything."""
    if not (root / ".git").exists():
        git(root, "init", "--quiet")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "A step")
