"""The pages that `python -m scripts.bench browse` compares are there, on our site and on a plain Datasette."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Iterator
from typing import Any

import pytest

from cdnpoli.browse import application
from cdnpoli.browse_database import ready
from cdnpoli.store import Store
from scripts.bench_browse import _examples, main, measure, pairs, serving
from scripts.problems import InputError
from tests.dataset import small


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """The small House."""
    return Store(small.make(tmp_path_factory.mktemp("small") / "package"))


@pytest.fixture(scope="module")
def both(store: Store, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Any, Any]]:
    """Our site and a plain Datasette over the same file."""
    from datasette.app import Datasette

    cache = tmp_path_factory.mktemp("cache")
    yield application(store, cache), Datasette([], immutables=[str(ready(store, cache))])


def test_the_examples_are_rows_of_the_tables(store: Store) -> None:
    assert _examples(store) == ("dan-hill", "dan-hill-2020-06")


def test_every_page_that_is_measured_answers_on_both(both: tuple[Any, Any], store: Store) -> None:
    ours, plain = both
    for pair in pairs(*_examples(store)):
        for site, path in ((ours, pair.ours), (plain, pair.plain)):
            answer = asyncio.run(site.client.get(path))
            assert answer.status_code == 200, (pair.name, path, answer.text[-500:])


def test_a_question_is_the_same_query_on_both(both: tuple[Any, Any], store: Store) -> None:
    ours, plain = both
    compared = 0
    for pair in pairs(*_examples(store)):
        if not pair.name.startswith("question"):
            continue
        asked = [f"{path.replace('?', '.json?', 1)}&_shape=array" for path in (pair.ours, pair.plain)]
        one, other = (
            asyncio.run(site.client.get(path)).json() for site, path in zip((ours, plain), asked, strict=True)
        )
        assert one == other
        compared += 1
    assert compared >= 2


def test_an_answer_that_is_none_is_not_measured() -> None:
    command = [sys.executable, "-u", "-c", SMALL_SERVER]
    with serving("small", command, {}) as server:
        times = measure((server, server), ("/", "/"), rounds=2)
        assert all(0 < one.median <= one.late for one in times)
        with pytest.raises(InputError, match="/gone: answers 404"):
            measure((server,), ("/gone",), rounds=2)


def test_a_server_that_does_not_start_is_an_error_with_its_words() -> None:
    with pytest.raises(InputError, match="no room"), serving("broken", [sys.executable, "-c", "exit('no room')"], {}):
        pass


def test_too_few_rounds_are_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["--rounds", "1"])
    assert left.value.code == 2
    assert capsys.readouterr().err == "error: --rounds: 1: take 2 or more\n"


SMALL_SERVER = """
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

class Answer(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self.send_response(200 if self.path == "/" else 404)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_):
        pass

server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
print(f"http://127.0.0.1:{server.server_port}")
server.serve_forever()
"""
