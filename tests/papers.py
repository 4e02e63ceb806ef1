"""What mlcroissant says of croissant.json: valid, and as many records of each table as the descriptor counts.

`make papers` runs this, and cffconvert on CITATION.cff, in an environment of their own: cffconvert needs a jsonschema
that Frictionless cannot live with.
"""

from __future__ import annotations

import json
import logging
import sys
from pathlib import Path

import mlcroissant

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """The check. Returns the exit code: 0 all is right, 1 something is not."""
    logging.disable(logging.WARNING)
    resources = json.loads((ROOT / "datapackage.json").read_text(encoding="utf-8"))["resources"]
    wrong = 0
    for resource in resources:
        # A new data set each time: mlcroissant 1.1 loses its place when one is asked for several record sets.
        dataset = mlcroissant.Dataset(ROOT / "croissant.json")
        for error in sorted(dataset.metadata.ctx.issues.errors):
            print(f"croissant.json: {error}", file=sys.stderr)
            return 1
        loaded = sum(1 for _ in dataset.records(resource["name"]))
        right = loaded == resource["rows"]
        wrong += not right
        print(f"{resource['name']}: {loaded:,} records" + ("" if right else f", not {resource['rows']:,}"))
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
