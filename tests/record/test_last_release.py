"""Every id of the last release is in the tables of this tree, or redirects say what became of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.releases.history import read_last_release
from scripts.releases.ids import forgotten_redirects, lost_ids
from scripts.releases.snapshots import read_snapshot
from scripts.releases.versions import Bump

ROOT = Path(__file__).parents[2]


def test_no_id_of_the_last_release_is_lost() -> None:
    last = read_last_release(ROOT)
    if last is None:
        pytest.skip("there is no release yet (dataset/last_release)")
    now = read_snapshot(ROOT / "dataset" / "cdnpoli")
    following = last.version.after(Bump.MINOR)
    lost = [*lost_ids(last.snapshot, now, following), *forgotten_redirects(last.snapshot, now)]
    assert list(map(str, lost)) == []
