"""What is said of bad input: one line that names the file, the place and the mend."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import NoReturn


class InputError(Exception):
    """Input that cannot be used as it is.

    `path` is the file as the user named it, `place` where in it (a line, a column, a row; may be empty),
    `mend` what is wrong and what to do about it. `str()` is the one line that is printed.
    """

    def __init__(self, path: str, place: str, mend: str) -> None:
        self.path, self.place, self.mend = path, place, mend
        super().__init__(": ".join(part for part in (path, place, mend) if part))

    def __reduce__(self) -> tuple[type[InputError], tuple[str, str, str]]:
        """What a worker process sends back: the three parts, not the one line."""
        return InputError, (self.path, self.place, self.mend)


def stop(errors: Iterable[InputError]) -> NoReturn:
    """Print each error on a line of its own to stderr and leave with exit code 2."""
    for error in errors:
        print(f"error: {error}", file=sys.stderr)
    raise SystemExit(2)
