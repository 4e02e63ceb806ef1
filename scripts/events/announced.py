"""Plans that count: what somebody announces that they will do."""

from __future__ import annotations

import re
from collections.abc import Sequence

from scripts.events.clauses import Token, VerbGroup
from scripts.events.frames import Frame

ANNOUNCING = frozenset(
    {
        "announced",
        "announces",
        "announcing",
        "confirmed",
        "confirms",
        "said",
        "says",
        "saying",
        "told",
        "revealed",
        "annoncé",
        "confirmé",
    }
)
SAYS_SO = re.compile(r", (?:(?:he|she) (?:said|says|told|announced|confirmed)|effective)\b")
"""Behind what somebody will do: "Roy will resign her seat on Friday, she said"."""
ON_DAY = re.compile(
    r"[^.;]{0,60}\b(?:on|as of) (?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)\w*\.? \d{1,2}\b"
)
"""The day on which somebody will do it: it is announced, whoever says so."""


def is_announced(text: str, frame: Frame, tokens: Sequence[Token], group: VerbGroup) -> bool:
    """Whether what is only planned is announced by the one who will do it: "announced that he would resign as leader",
    "will resign her seat on June 30"."""
    if not frame.announced or group.negative:
        return False
    own = {tokens[i].word for i in range(group.start, group.verb)}
    if not own & {"will", "would", "'ll", "’ll", "to", "'d", "’d"}:
        return False
    if group.infinitive and not (
        group.start and tokens[group.start - 1].word in ("plan", "plans", "intention", "decision", "intends")
    ):
        return False
    if {token.word for token in tokens[group.verb : group.verb + 25]} & {"if", "unless", "si"}:
        return False
    if any(token.word in ANNOUNCING for token in tokens[max(0, group.start - 9) : group.start]):
        return True
    behind, end = tokens[group.verb].end, tokens[-1].end
    return "will" in own and bool(SAYS_SO.search(text, behind, end) or ON_DAY.match(text, behind, end))
