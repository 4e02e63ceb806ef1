"""Draw the pictures of the README again, into this folder: `python docs/pictures/draw.py` (needs the extra `plot`)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from matplotlib.axes import Axes

from cdnpoli import plot

HERE = Path(__file__).parent

PICTURES: dict[str, Callable[[], Axes]] = {
    "house-2024-01-01.svg": lambda: plot.house("2024-01-01"),
    "flows-1984-1993.svg": lambda: plot.flows("1984", "1993"),
    "changes-per-parliament.svg": lambda: plot.changes_per_parliament(),
}

if __name__ == "__main__":
    for name, draw in PICTURES.items():
        plot.save(draw(), HERE / name)
        print(HERE / name)
