"""The small House, made once for all tests of the package."""

from __future__ import annotations

from pathlib import Path

import pytest

from cdnpoli import store
from cdnpoli.store import Store
from tests.dataset import small


@pytest.fixture(scope="session")
def small_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the small House's tables and descriptor. Not to be written to."""
    return small.make(tmp_path_factory.mktemp("small") / "package")


@pytest.fixture(scope="session")
def small_store(small_folder: Path) -> Store:
    """The small House."""
    return Store(small_folder)


@pytest.fixture
def installed_small(small_store: Store, monkeypatch: pytest.MonkeyPatch) -> Store:
    """`import cdnpoli` sees the small House as if it were the installed data."""
    import cdnpoli

    monkeypatch.setattr(store, "installed", lambda: small_store)
    cdnpoli._record.cache_clear()
    return small_store
