"""What follows a verb of saying: a clause, a quotation, somebody told or urged, somebody judged.

The rules are named in `scripts.statements.attribution`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from scripts.statements.contents import Contents
from scripts.statements.phrases import CLAUSAL
from scripts.statements.saying import Cue

THAT_AHEAD = re.compile(r"[NIDw#dA,R$gEl-]{1,20}T")
QUOTE_AHEAD = re.compile(r"[^VZGBTQ,:]{0,14}[,:]Q")
OPENERS = frozenset("THDNw#$AKqQElgMR")
"""Tags that may open a content to the right of its cue."""
OF_CLAUSES = frozenset({"say", "think"})
OF_MANNER = frozenset(["highly", "favorably", "favourably", "warmly"])
"""Adverbs that judge: "spoke highly of" is praise of somebody, and no words."""
SEEING = frozenset({"see", "know", "imagine", "recognize"})
SEEN_REACH = 10
ASKING = frozenset({"ask", "wonder", "know", "question", "inquire"})
"""Verbs that "when" may follow as a question."""
CITING = frozenset({"cite", "cites", "cited", "citing"})
REPORTING = frozenset({"report", "reports", "reported", "reporting", "publish", "published"})
NAMING = frozenset({"call", "dub", "name", "label", "brand"})
NAMED = frozenset(["what", "who", "whom", "which"])
OBJECTS = frozenset(["it", "him", "them", "her", "this"])
"""What a verb of saying has beside it where the words themselves are not given."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution: `contents` are character spans of the article, in order."""

    contents: tuple[tuple[int, int], ...]
    speaker: tuple[int, int] | None
    cue: tuple[int, int]
    rule: str
    confidence: float
    addressee: tuple[int, int] | None = None


class Following(Contents):
    """A sentence that can be asked what follows a verb of saying."""

    def to_the_right(self, i: int, cue: Cue, speaker: tuple[int, int] | None) -> Attribution | None:
        tags, lower, groups = self.tags, self.lower, cue.groups
        k = i + 1
        for tail in cue.tails:
            begun = k
            while tags[begun : begun + 1] == "R" and lower[begun] != tail[0] and lower[begun] not in OF_MANNER:
                begun += 1  # "asked instead for", "called again on"
            if tuple(lower[begun : begun + len(tail)]) == tail:
                after = begun + len(tail)
                further = self.skip_adjuncts(after)
                if tags[further : further + 2] in (",Q", ":Q"):
                    return self.right(i, further + 1, speaker, "said-quote", clause=True, cue_last=after - 1)
                if after < self.end and tags[after] in "DNw#$AqQgGMKHEWBZTR:,":
                    return self.right(
                        i, after, speaker, "prepositional", clause=tags[after] in "KT", cue_last=after - 1
                    )
        if "tell" in groups and k < self.end:
            whom = self.phrase_right(k)
            if whom is not None:
                after = self.skip_adjuncts(whom[1] + 1)
                ahead = THAT_AHEAD.match(tags, whom[1] + 1, self.end)
                if ahead and (tags[ahead.end() : ahead.end() + 1] or "X") not in "XVZE":  # not "an interview that was"
                    return self.right(i, ahead.end() - 1, speaker, "told", clause=True, addressee=whom)
                if after < self.end and (
                    tags[after] in "TKQH:"
                    or tags[after : after + 2] == ",Q"
                    or (cue.lemma in ("tell", "remind", "assure") and tags[after] in "DN")
                ):
                    return self.right(i, after, speaker, "told", clause=True, addressee=whom)
        if "urge" in groups and k < self.end:
            whom = self.phrase_right(k)
            if whom is not None:
                after = whom[1] + 1
                if after < self.end and tags[after] == "O":
                    return self.right(i, k, speaker, "urged-to", clause=False, addressee=whom)
        skipped = self.skip_adjuncts(k)
        if skipped >= self.end:
            return None
        if tags[skipped] == "-":
            closing = tags.find("-", skipped + 1, min(self.end, skipped + 6))
            if closing > 0 and tags[closing + 1 : closing + 2] in ("T", "Q"):  # "said - twice - that"
                skipped = closing + 1
        c = tags[skipped]
        if c == "O":
            if "intend" in groups and skipped + 1 < self.end:
                return self.right(i, skipped, speaker, "intends-to", clause=False)
            return None
        if "say" in groups:
            ahead = QUOTE_AHEAD.match(tags, k, self.end)
            if ahead:
                return self.right(i, ahead.end() - 1, speaker, "said-quote", clause=True)
        if c == "S" and lower[skipped] == "because" and "say" in groups:
            return self.right(i, skipped, speaker, "said", clause=True)
        if c in ",:-" and skipped + 1 < self.end and "say" in groups:
            if c == ":" or tags[skipped + 1] == "Q":
                return self.right(i, skipped + 1, speaker, "said-quote", clause=True)
            if c == ",":
                # "said, in part, that": a parenthetical, then the content.
                closing = tags.find(",", skipped + 1, min(self.end, skipped + 12))
                if closing > 0 and closing + 1 < self.end and tags[closing + 1] in "TQ":
                    return self.right(i, closing + 1, speaker, "said-quote", clause=True)
            return None
        if c == "X" and groups & OF_CLAUSES and skipped == k and self.with_gap(speaker):
            return self.right(i, k, speaker, "said", clause=True)
        if c not in OPENERS:
            return None
        if c == "K" and lower[skipped] == "when" and cue.lemma not in ASKING:
            return None  # "said when he announced it": when, and not what
        if c in "TK":
            if groups & CLAUSAL:
                return self.right(i, skipped, speaker, "said-that" if c == "T" else "said-whether", clause=True)
            if c == "T" and "judge" in groups and skipped == k and tags[k + 1 : k + 2] in ("w", "B"):
                return self.right(i, k, speaker, "judges", clause=False)  # 'called that report a "lie"'
            return None
        if (
            cue.lemma in self.lexicon.quoting
            and "Q" not in tags[skipped : self.end]
            and not self.clause_at(skipped)
            and not self.seen_as(cue, skipped)
        ):
            return None
        if "say" in groups:
            return self.right(i, skipped, speaker, "said", clause=True)
        if "think" in groups:
            if c in "HDNw#$AqQE":
                return self.right(i, skipped, speaker, "thinks", clause=True)
            return None
        if "show" in groups and c in "DNHw#$AqQ":
            return self.right(i, skipped, speaker, "shows", clause=True)
        if "judge" in groups and skipped == k and c in "DNw#$AqQMgKERH" and not self.only_names(i, cue):
            return self.right(i, skipped, speaker, "judges", clause=False)
        return None

    def seen_as(self, cue: Cue, k: int) -> bool:
        """Whether words at `k` say what somebody takes something for: "sees the vote as a test"."""
        return cue.lemma in SEEING and "as" in self.lower[k : k + SEEN_REACH]

    def with_gap(self, speaker: tuple[int, int] | None) -> bool:
        """Whether the clause said has its subject before the speaker: "changes that officials said | will come"."""
        return (
            speaker is not None
            and speaker[0] > 1
            and self.tags[speaker[0] - 1] in "WT"
            and self.tags[speaker[0] - 2] in "wN,$#"
        )

    def only_names(self, i: int, cue: Cue) -> bool:
        """Whether the verb only gives a name: 'a film called "Ottawa by Night"', not 'what he called "a mess"'."""
        if cue.lemma not in NAMING:
            return False
        if self.tags[i + 1] == "Q":
            return NAMED.isdisjoint(self.lower[max(0, i - 5) : i])
        if self.tags[i + 1] != "N" or self.tags[i] != "V" or self.tags[i - 1 : i] != "w":
            return False
        k = i + 1
        while k < self.end and self.tags[k] == "N":
            k += 1
        return self.tags[k : k + 1] not in ("Q", "D", "w")  # "a band called Moxy"; not: "one member called Roe a fool"

    def mere_object(self, first: int, last: int) -> bool:
        """Whether the words only point at what was said: 'confirmed it in a statement', not 'said it was lost'."""
        return (
            self.lower[first] in OBJECTS
            and self.tags[first + 1 : first + 2] in ("", "I", ".")
            and not self.finite_between(first + 1, last + 1)
        )

    def message_says(self, first: int) -> bool:
        """Whether a message is named at word `first` that goes on to say: "put out | a statement saying ..."."""
        message = self.phrase_right(first)
        if message is None:
            return False
        k = message[1] + 1
        return k < self.end and self.tags[k] == "G" and "say" in self.lexicon.cues[self.lower[k]].groups

    def source_says(self, i: int, first: int) -> bool:
        """Whether those at word `first` are cited for what they say: "cited | unnamed sources who alleged that"."""
        if self.lower[i] not in CITING and self.lower[i] not in REPORTING:
            return False
        source = self.phrase_right(first)
        if source is None:
            return False
        k = self.with_place(source)[1] + 1
        if self.tags[k : k + 1] == "W":
            k += 1
        elif self.lower[k - 1] not in self.lexicon.nouns or self.lower[k : k + 1] != ["by"]:
            return self.lower[i] in CITING and self.says_at(k) and self.tags[k] == "G"
        else:
            return True
        return self.says_at(k) and self.tags[k] in "VZB"

    def says_at(self, k: int) -> bool:
        """Whether a verb of saying stands at word `k`."""
        return k < self.end and self.tags[k] in "VZBG" and "say" in self.lexicon.cues[self.lower[k]].groups

    def right(
        self,
        i: int,
        first: int,
        speaker: tuple[int, int] | None,
        rule: str,
        *,
        clause: bool,
        cue_last: int | None = None,
        addressee: tuple[int, int] | None = None,
    ) -> Attribution | None:
        if self.tags[first] not in "THQ" and (self.message_says(first) or self.source_says(i, first)):
            return None
        self.participial = self.tags[i] == "G"
        self.present = self.tags[i] == "Z"
        last = self.content_end(first, clause=clause)
        self.participial = False
        if rule != "judges" and self.mere_object(first, last):
            return None
        content = self.content(first, last)
        if content is None:
            return None
        if not self.finite_between(first, last + 1):
            content = self.content(first, self.without_adjunct(first, last)) or content
        self.taken = last + 1
        if self.lower[i] in CITING and self.names_source(first, last):
            return None
        return self.made([content], speaker, i, rule, 0.8, addressee, cue_last)

    def made(
        self,
        contents: list[tuple[int, int]],
        speaker: tuple[int, int] | None,
        i: int,
        rule: str,
        confidence: float,
        addressee: tuple[int, int] | None = None,
        cue_last: int | None = None,
    ) -> Attribution:
        span = None if speaker is None else self.mention(speaker)
        cue = self.s.span(i, i if cue_last is None else cue_last)
        whom = None if addressee is None else self.s.span(*addressee)
        return Attribution(tuple(contents), span, cue, rule, confidence, whom)
