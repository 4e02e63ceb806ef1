"""`python -m cdnpoli` is the command `cdnpoli`."""

from __future__ import annotations

from cdnpoli.cli import main

raise SystemExit(main())
