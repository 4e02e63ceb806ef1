"""`cdnpoli serve`: the tables in Datasette, built from what is installed, open on this machine only.

Needs the extra `datasette` (pip install "cdnpoli[datasette]"); nothing here is imported before it is asked for.
"""

from __future__ import annotations

import errno
import json
import os
import socket
import sqlite3
import sys
import tempfile
import webbrowser
from pathlib import Path
from typing import Any

import pyarrow.compute as pc

from cdnpoli.browse_database import DATABASE, ready
from cdnpoli.browse_metadata import SETTINGS, metadata
from cdnpoli.errors import BadValue, MissingExtra
from cdnpoli.store import Store

HERE = Path(__file__).parent


def serve(store: Store, host: str, port: int, *, open_browser: bool = False) -> None:
    """Build the database if need be and serve it until interrupted.

    Raises MissingExtra without Datasette, BadValue where the address is taken or is none, or the database cannot be
    written.
    """
    # The address is claimed first: what is wrong with it should be said before anything is built.
    with _claim(host, port) as claimed:
        folder = cache_folder()
        try:
            site = application(store, folder)
        except (OSError, sqlite3.Error) as error:
            raise BadValue(f"cannot write the database below {folder} ({_reason(error)})") from None
        try:
            import uvicorn
        except ImportError:
            raise _missing() from None
        address = f"http://{f'[{host}]' if ':' in host else host}:{claimed.getsockname()[1]}/"
        print(f"cdnpoli {store.descriptor.version} is open at {address} (Ctrl-C closes it)", flush=True)
        if open_browser and not _opened(address):
            print("no web browser was found: open the address by hand", file=sys.stderr, flush=True)
        server = uvicorn.Server(uvicorn.Config(site.app(), log_level="warning", lifespan="on"))
        server.run(sockets=[claimed])


def application(store: Store, cache: Path) -> Any:
    """The Datasette of `store`, its database kept below the folder `cache`. Raises MissingExtra without Datasette."""
    try:
        from datasette.plugins import pm
    except ImportError:
        raise _missing() from None
    from cdnpoli import browse_plugin
    from cdnpoli.citing import cite

    # Where rich happens to be installed, Datasette prints every refusal (a bad address, a stopped query) as a traceback
    # with all local variables, and fails with recent versions of rich. A refusal is not worth a traceback.
    sys.modules["datasette.handle_exception"].rich = None  # type: ignore[attr-defined]
    if not pm.is_registered(browse_plugin):
        pm.register(browse_plugin)
    database = ready(store, cache)
    counts = {name: store.table(name).num_rows for name in store.names}
    return browse_plugin.SiteDatasette(
        browse_plugin.Site(store.descriptor, cite(store), _last_day(store), counts),
        files=[],
        immutables=[str(database)],
        inspect_data=json.loads((database.parent / "inspect.json").read_text(encoding="utf-8")),
        metadata=metadata(store),
        settings=dict(SETTINGS),
        template_dir=str(HERE / "templates"),
        static_mounts=[("assets", str(HERE / "static")), ("tables", str(store.folder / "tables"))],
    )


def cache_folder() -> Path:
    """Where the database is kept between runs: the user's cache folder, or a temporary one where that is closed."""
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Caches"
    else:
        base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    folder = base / DATABASE
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if os.access(folder, os.W_OK):
            return folder
    except OSError:
        pass
    return Path(tempfile.mkdtemp(prefix=f"{DATABASE}-"))


def _claim(host: str, port: int) -> socket.socket:
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        # With TCP by name: only then does asyncio send a small answer at once, instead of 40 ms later.
        claimed = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    except (OSError, UnicodeError) as error:
        raise BadValue(f"--host {host!r} is no address of this machine ({_reason(error)})") from None
    try:
        if sys.platform != "win32":
            claimed.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        claimed.bind((host, port))
        claimed.listen(128)  # without this a second server could bind the same port before the first one listens
    except OSError as error:
        claimed.close()
        mend = "try another --host" if error.errno == errno.EADDRNOTAVAIL else "try another --port"
        raise BadValue(f"cannot open {host}:{port} ({_reason(error)}); {mend}") from None
    return claimed


def _opened(address: str) -> bool:
    """Whether a web browser has been asked to show `address`."""
    try:
        return webbrowser.open(address)
    except webbrowser.Error:
        return False


def _reason(error: Exception) -> str:
    return " ".join(str(getattr(error, "strerror", None) or error).split())


def _last_day(store: Store) -> Any:
    """The last day that the tables tell of: open spells are drawn up to it."""
    days = [
        pc.max(store.table(table)[column]).as_py()
        for table, column in (("seats", "start"), ("caucus_changes", "date"), ("sources", "published_on"))
    ]
    return max(day for day in days if day is not None)


def _missing() -> MissingExtra:
    return MissingExtra('browsing needs Datasette: pip install "cdnpoli[datasette]"')
