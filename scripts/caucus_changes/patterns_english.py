"""The phrases of English news that tell of a change of caucus: leaving, being put out, going over, coming back."""

from __future__ import annotations

from scripts.caucus_changes.patterns_founding import founding_rules
from scripts.caucus_changes.patterns_joining import joining_rules
from scripts.caucus_changes.patterns_leaving import leaving_rules
from scripts.caucus_changes.patterns_removing import removing_rules
from scripts.caucus_changes.patterns_returning import returning_rules
from scripts.caucus_changes.patterns_welcoming import welcoming_rules
from scripts.caucus_changes.triggers import Rule


def english_rules() -> tuple[Rule, ...]:
    """All rules, in the order in which a sentence is read for them."""
    return (
        *leaving_rules(),
        *removing_rules(),
        *joining_rules(),
        *welcoming_rules(),
        *founding_rules(),
        *returning_rules(),
    )
