"""Property tests try the same examples on every run, so that a result can be had again.

To look for new ones: `python -m pytest tests/scripts --hypothesis-profile=explore`.
"""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("same-examples", derandomize=True, database=None, deadline=None)
settings.register_profile("explore", max_examples=3000, deadline=None)
settings.load_profile("same-examples")
