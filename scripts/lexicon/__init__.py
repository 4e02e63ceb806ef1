"""The word lists that extraction rules use: one readable YAML file per topic, keyed by language (`en`, `fr`)."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def load(topic: str) -> dict[str, Any]:
    """The word list `topic` (`saying` reads `saying.yaml` beside this file) as nested mappings and lists.

    Raises FileNotFoundError for a topic that has no file. Read once; treat the result as read-only.
    """
    text = files(__package__).joinpath(f"{topic}.yaml").read_text(encoding="utf-8")
    content: dict[str, Any] = yaml.load(text, _LOADER)
    return content


_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""Reads the same, six times as fast, where PyYAML was built with libyaml."""
