"""A headless Chromium for the tests, driven by its DevTools protocol over a pipe: nothing to install but the browser.

The browser reads commands (JSON, each ended by a zero byte) on file descriptor 3 and answers on 4. What a page writes to
its console as an error or a warning, what it throws and what it fails to load is kept in `Browser.complaints`.
"""

from __future__ import annotations

import base64
import json
import os
import select
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--lang=en-CA",
    "--remote-debugging-pipe",
)

PATIENCE = 20.0
"""Seconds to wait for an answer or for a page: a slow machine is not a failure, a hanging one is."""


def executable() -> str | None:
    """The browser's path, or None where there is none."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


class Browser:
    """One page of a running browser."""

    def __init__(self, to: int, answers: int) -> None:
        self._to, self._from = to, answers
        self._rest = b""
        self._sent = 0
        self._session: str | None = None
        self._waiting: list[dict[str, Any]] = []
        self.complaints: list[str] = []
        target = self.send("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.send("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.send(f"{domain}.enable")

    def send(self, method: str, **values: Any) -> dict[str, Any]:
        """Give the command and return its result. Raises RuntimeError with the browser's refusal."""
        self._sent += 1
        asked = self._sent
        message = {"id": asked, "method": method, "params": values}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._to, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._next()
            if answer.get("id") != asked:
                self._waiting.append(answer)
            elif "error" in answer:
                raise RuntimeError(f"{method}: {answer['error']['message']}")
            else:
                return dict(answer["result"])

    def open(self, address: str) -> None:
        """Go to `address` and wait until it has loaded."""
        self._waiting.clear()
        refusal = self.send("Page.navigate", url=address).get("errorText")
        if refusal:
            raise RuntimeError(f"{address}: {refusal}")
        self._loaded()

    def click(self, selector: str) -> None:
        """Click in the middle of the first element that fits and wait for the page it leads to."""
        self.ask(f"document.querySelector({json.dumps(selector)}).scrollIntoView({{block: 'center'}})")
        place = self.ask(
            f"(() => {{const r = document.querySelector({json.dumps(selector)}).getClientRects()[0];"
            " return [r.x + r.width / 2, r.y + r.height / 2]})()"
        )
        self._waiting.clear()
        for kind in ("mousePressed", "mouseReleased"):
            self.send("Input.dispatchMouseEvent", type=kind, x=place[0], y=place[1], button="left", clickCount=1)
        self._loaded()

    def type(self, text: str) -> None:
        """Type into what has the focus."""
        self.send("Input.insertText", text=text)

    def press(self, key: str, *, loads: bool = False) -> None:
        """Press a key by its name (Tab, Enter); `loads` where a new page is to come of it."""
        self._waiting.clear()
        code = {"Tab": 9, "Enter": 13}[key]
        shown = {"text": "\r"} if key == "Enter" else {}
        self.send("Input.dispatchKeyEvent", type="keyDown", key=key, code=key, windowsVirtualKeyCode=code, **shown)
        self.send("Input.dispatchKeyEvent", type="keyUp", key=key, code=key, windowsVirtualKeyCode=code)
        if loads:
            self._loaded()

    def ask(self, script: str) -> Any:
        """The value of a JavaScript expression on the page. Raises RuntimeError where it throws."""
        answer = self.send("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(f"{script}: {answer['exceptionDetails']}")
        return answer["result"].get("value")

    def size(self, width: int, height: int = 800, *, phone: bool = False) -> None:
        """Show pages at this width and height, in CSS pixels; `phone` as a touch screen shows them."""
        self.send("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=phone)

    def picture(self, path: Path) -> None:
        """Write the whole page as PNG."""
        size = self.send("Page.getLayoutMetrics")["cssContentSize"]
        clip = {"x": 0, "y": 0, "width": size["width"], "height": min(size["height"], 6000), "scale": 1}
        taken = self.send("Page.captureScreenshot", format="png", captureBeyondViewport=True, clip=clip)
        path.write_bytes(base64.b64decode(taken["data"]))

    def _loaded(self) -> None:
        seen, self._waiting = self._waiting, []
        until = time.monotonic() + PATIENCE
        while not any(message.get("method") == "Page.loadEventFired" for message in seen):
            if time.monotonic() > until:
                raise TimeoutError("the page did not load")
            seen.append(self._next())

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            if not select.select([self._from], [], [], PATIENCE)[0]:
                raise TimeoutError("the browser does not answer")
            more = os.read(self._from, 1 << 16)
            if not more:
                raise RuntimeError("the browser has gone")
            self._rest += more
        raw, _, self._rest = self._rest.partition(b"\0")
        message: dict[str, Any] = json.loads(raw)
        self._listen(message.get("method"), message.get("params", {}))
        return message

    def _listen(self, method: str | None, told: dict[str, Any]) -> None:
        if method == "Runtime.consoleAPICalled" and told["type"] in ("error", "warning", "assert"):
            said = " ".join(str(argument.get("value", argument.get("description"))) for argument in told["args"])
            self.complaints.append(f"console: {said}")
        elif method == "Runtime.exceptionThrown":
            self.complaints.append(f"thrown: {told['exceptionDetails']}")
        elif method == "Log.entryAdded" and told["entry"]["level"] in ("error", "warning"):
            self.complaints.append(f"{told['entry']['source']}: {told['entry']['text']} {told['entry'].get('url', '')}")
        elif method == "Network.responseReceived" and told["response"]["status"] >= 400:
            self.complaints.append(f"{told['response']['status']}: {told['response']['url']}")
        elif method == "Network.loadingFailed" and not told.get("canceled"):
            self.complaints.append(f"not loaded: {told['errorText']} {told.get('blockedReason', '')}")


@contextmanager
def browser(folder: Path) -> Iterator[Browser]:
    """A browser with an empty profile in `folder`, closed at the end. Raises RuntimeError where there is none."""
    path = executable()
    if path is None:
        raise RuntimeError("no Chromium")
    theirs_in, ours_out = os.pipe()
    ours_in, theirs_out = os.pipe()

    def hand_over() -> None:
        # The numbers are the protocol's. First out of the way, in case a pipe already has one of them.
        reading, writing = os.dup(theirs_in), os.dup(theirs_out)
        os.dup2(reading, 3)
        os.dup2(writing, 4)

    process = subprocess.Popen(
        [path, *FLAGS, f"--user-data-dir={folder}", "about:blank"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        close_fds=False,
        preexec_fn=hand_over,
    )
    os.close(theirs_in)
    os.close(theirs_out)
    try:
        opened = Browser(ours_out, ours_in)
        yield opened
        opened._session = None
        opened.send("Browser.close")
    finally:
        os.close(ours_out)
        os.close(ours_in)
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
