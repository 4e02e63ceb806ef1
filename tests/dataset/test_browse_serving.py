"""`cdnpoli serve`: what can go wrong with the address, the browser or the disk is told in one line."""

from __future__ import annotations

import socket
import sqlite3
import webbrowser
from pathlib import Path

import pytest

from cdnpoli import browse, browse_database
from cdnpoli.browse import serve
from cdnpoli.errors import BadValue
from cdnpoli.store import Store


class Served(Exception):
    """The server would run now."""


@pytest.fixture
def no_server(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Everything up to the point where the server runs."""
    uvicorn = pytest.importorskip("uvicorn")

    def stop(*_: object, **__: object) -> None:
        raise Served

    monkeypatch.setattr(uvicorn.Server, "run", stop)
    monkeypatch.setattr(browse, "cache_folder", lambda: tmp_path)


def one_line(store: Store, host: str, port: int) -> str:
    """What is said where nothing can be served."""
    with pytest.raises(BadValue) as refused:
        serve(store, host, port)
    assert "\n" not in str(refused.value)
    return str(refused.value)


def test_a_port_in_use_is_named(small_store: Store) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert f"127.0.0.1:{port}" in one_line(small_store, "127.0.0.1", port)


@pytest.mark.parametrize("host", ["no such host", "", "a" * 300, "host..example", "256.1.1.1"])
def test_a_host_that_is_none_is_named(small_store: Store, host: str) -> None:
    assert "--host" in one_line(small_store, host, 0)


def test_an_address_of_another_machine_is_a_matter_of_the_host_not_the_port(small_store: Store) -> None:
    # 192.0.2.0/24 is kept for documentation (RFC 5737): no machine has it.
    assert "another --host" in one_line(small_store, "192.0.2.1", 0)


def test_a_small_answer_is_sent_at_once() -> None:
    # asyncio turns Nagle's algorithm off only on sockets that say that they are TCP's.
    with browse._claim("127.0.0.1", 0) as claimed:
        assert claimed.proto == socket.IPPROTO_TCP


def test_a_full_disk_is_said_and_leaves_no_database(
    small_store: Store, no_server: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(browse_database, "_create", full)
    told = one_line(small_store, "127.0.0.1", 0)
    assert "disk is full" in told
    assert str(tmp_path) in told
    assert list(tmp_path.rglob("*.db*")) == []


def test_open_shows_the_address_that_answers(
    small_store: Store, no_server: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    opened: list[str] = []

    def opening(address: str) -> bool:
        opened.append(address)
        return True

    monkeypatch.setattr(webbrowser, "open", opening)
    with pytest.raises(Served):
        serve(small_store, "127.0.0.1", 0, open_browser=True)
    assert opened[0] in capsys.readouterr().out


@pytest.mark.parametrize("answer", [False, webbrowser.Error("none")])
def test_no_web_browser_is_no_reason_not_to_serve(
    small_store: Store,
    no_server: None,
    answer: bool | Exception,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def answering(_: str) -> bool:
        if isinstance(answer, Exception):
            raise answer
        return answer

    monkeypatch.setattr(webbrowser, "open", answering)
    with pytest.raises(Served):
        serve(small_store, "127.0.0.1", 0, open_browser=True)
    assert "by hand" in capsys.readouterr().err
