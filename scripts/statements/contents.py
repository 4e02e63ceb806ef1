"""Where the words attributed begin and end: up to the end of the clause, and no further.

'She said he would stay, adding that ...' ends at "stay"; 'He said the bill, which is popular, would pass'
does not end at "bill"; 'The vote is lost, the whip said, because of snow' has two pieces.
"""

from __future__ import annotations

import re

from scripts.statements.phrases import NOUN_PHRASE, PREPOSITIONAL, Phrase, Phrases

SHORT = 4
QUOTED_TAIL = 60
"""How many of the last characters of a quotation the rules may look at."""
MAY_END = re.compile("[-;:,QCIg]")
"""Tags of the words that may end a clause; the other words of it need no look."""
MAY_END_PHRASE = re.compile("[-;:,QCIgSKX]")
FINITE = frozenset(["is", "are", "was", "were", "has", "had", "will", "would", "could", "may", "might", "can"])
RELATIVE_REACH = 14
"""Words within which a relative clause inside a content must close for the content to go on after it."""


FRONTING = frozenset("SKIGdl")
"""Tags that open a content whose first comma is its own: "that if elected, she would"."""


class Contents(Phrases):
    """A sentence that can be asked where a content ends."""

    participial = False
    """Whether the cue of the content that is read is a participle ("saying")."""
    present = False
    """Whether the cue is in the present tense ("says")."""
    clausal = False
    opening = 0
    fronting = False
    onward = False
    """Whether the content that is read stands in a clause after which the main clause is still to come."""

    def content(self, first: int, last: int) -> Phrase | None:
        """Character span of the words `first` to `last`, outer punctuation and quotation marks left out."""
        tags = self.tags
        while first <= last and tags[first] in ",:;-.":
            first += 1
        while last >= first and tags[last] in ",:;-.":
            last -= 1
        if last < first:
            return None
        if first == last and tags[first] == "Q":
            quotation = self.s.quotations[self.s.starts[first]]
            return quotation.start, quotation.end
        return self.s.span(first, last)

    def content_end(self, first: int, *, clause: bool) -> int:
        """Index of the last word of the content that begins at `first`."""
        tags, lower = self.tags, self.lower
        self.clausal = clause
        opening = first
        while opening + 1 < self.end and tags[opening] in "T,":
            opening += 1
        self.opening, self.fronting = opening, tags[opening] in FRONTING
        self.onward = self.subordinate and not self.fronting
        may_end = MAY_END if clause and tags[first] != "O" else MAY_END_PHRASE
        k = first
        while match := may_end.search(tags, k, self.end):
            k = match.start()
            c = tags[k]
            if c == ";":
                return k - 1
            if c == "-" and k > first and self.after_dash(k):
                return k - 1
            if c == "Q" and k + 1 < self.end and self.adjunct_of_saying(k + 1):
                return k
            if c == ":" and k > first and self.cue_follows(k + 1):
                return k - 1
            if (
                k > first
                and lower[k] == "without"
                and tags[k + 1 : k + 2] in ("G", "g")
                and not self.finite_between(first, k)
            ):
                return k - 1  # "spoke of charges without saying what they were"
            if not clause and k > first and (c == "S" or lower[k] == "when") and self.cue_follows(k + 1):
                return k - 1
            if c == "X" and tags[first] == "O" and k > first + 1 and tags[k - 1] in "wNd" and lower[k] in FINITE:
                return k - 1  # "the pledge to cut taxes | was broken"
            if c == "g" and lower[k] == "according":
                return k - 1
            comma = c == "," or (c == "Q" and self.text_end(k) == ",")
            if comma and k + 1 < self.end:
                resumed = self.after_comma(k + 1) if clause or tags[k + 1] not in "VZ" else -1
                if resumed < 0:
                    return k if c == "Q" else k - 1
                k = resumed
                continue
            if c == "C" and lower[k] == "yet" and tags[k - 1] != ",":
                k += 1  # "would not yet vote"
                continue
            if (
                c == "C"
                and k + 1 < self.end
                and not (clause and self.finite_between(first, k))
                and (
                    tags[k + 1] in "VZG"
                    or (tags[k + 1] in "RX" and tags[k + 2 : k + 3] in ("V", "Z", "G"))
                    or (tags[k + 1] == "X" and not clause)
                    or (tags[k + 1] == "E" and tags[k + 2 : k + 3] in ("D", "N", "M", "A", "H", "O", "$"))
                )
            ):
                return k - 1
            if c == "C" and self.participial and tags[k + 1 : k + 2] in ("G", "g"):
                return k - 1  # "saying it was lost and chiding the whip"
            if c == "C" and clause and self.present and tags[k + 1 : k + 2] == "Z":
                return k - 1  # "admits that he met them but denies"
            if c == "C" and clause and tags[k + 1 : k + 2] in ("V", "Z") and self.says_on(k + 1):
                return k - 1
            if c == "C" and clause and tags[k + 1 : k + 3] in ("VT", "ZT", "VQ", "VK", "ZK", "ZQ", "GT"):
                return k - 1
            if (
                c == "Q"
                and k + 1 < self.end
                and (
                    self.text_end(k) in ".?!"
                    or (
                        k == first
                        and ((tags[k + 1] == "S" and lower[k + 1] != "because") or tags[k + 1 : k + 3] in ("CV", "CZ"))
                    )
                )
            ):
                return k
            k += 1
        return self.end - 1

    def after_comma(self, k: int) -> int:
        """Where a content goes on after a comma (word `k` follows it); -1 where the comma ends it."""
        tags, lower = self.tags, self.lower
        n = tags[k]
        if n == "G" or (n == "R" and tags[k + 1 : k + 2] == "G"):
            if self.fronting and not any(c in "XVZH" for c in tags[self.opening : k]):
                return k  # "that in February, speaking with members, he said"
            return -1
        if (
            n == "C"
            and tags[k - 1] == "Q"
            and k + 1 < self.end
            and tags[k + 1] in "HDN"
            and self.main_clause(k + 1)
            and "Q" not in tags[k : self.end]
        ):
            return -1
        if (
            n in "DNw"
            and tags[k - 1] == "Q"
            and not any(c in "XVZBEC" for c in tags[k : self.end])
            and "Q" not in tags[k : self.end]
        ):
            return -1
        if n == "S" and tags[k - 1] == "Q" and "Q" not in tags[k : self.end]:
            return -1  # 'she would "stay," while the whip left'
        if (
            n == "C"
            and k + 1 < self.end
            and (
                tags[k + 1] in "GVZ"
                or (tags[k + 1] in "RX" and tags[k + 2 : k + 3] in ("V", "Z", "G"))
                or self.cue_follows(k + 1)
            )
        ):
            return -1
        if n == "S" and self.cue_follows(k + 1):
            return -1
        if n == "C" and not self.clausal and k + 1 < self.end and tags[k + 1] in "HDN" and self.main_clause(k + 1):
            return -1
        if (
            n == "C"
            and self.lower[k] == "but"
            and k + 1 < self.end
            and tags[k + 1] in "HDN"
            and self.main_clause(k + 1)
        ):
            return -1
        if n == "W" and lower[k] in ("which", "who") and tags[k - 1] != "Q":
            closing = tags.find(",", k + 1, self.end)
            return closing if 0 < closing <= k + 14 else -1
        if n in "VZ" and "say" in self.lexicon.cues[lower[k]].groups:
            if tags[self.opening - 1 : self.opening] == "T" and not any(c in "XVZEBGg" for c in tags[self.opening : k]):
                return k  # "that Roe, on Monday, told the whip"
            return -1
        if n == "I" and tags[k + 1 : k + 2] == "W" and self.cue_follows(k + 2):
            return -1  # "an article in May, in which she called"
        if self.onward and n == "X":
            return -1  # "who argued that it was lost, has left"
        if self.onward and tags[k - 1] == "Q" and n in "HNDw#A":
            return -1
        if n in "HND#" and (
            self.parenthetical(k)
            or ((self.onward or (self.fronted and "," not in tags[: k - 1])) and self.main_clause(k))
        ):
            return -1
        return k

    def after_dash(self, k: int) -> bool:
        """Whether the dash at word `k` ends a content: 'it was "lost" — adding that', '"It is lost" — the first to'."""
        following = self.tags[k + 1 : k + 2]
        if not following or following == "G" or (following == "C" and self.cue_follows(k + 2)):
            return True
        if self.tags[k - 1] == "Q":
            return following in ("S", "D", "C", "I", "W") and "-" not in self.tags[k + 1 : self.end]
        return self.onward and following in ("H", "N", "D") and self.main_clause(k + 1)

    def adjunct_of_saying(self, k: int) -> bool:
        """Whether "on Friday" or "in a speech" stands at word `k`: when or where the words were said."""
        if self.tags[k] != "I":
            return False
        match = PREPOSITIONAL.match(self.tags, k, self.end)
        if match is None:
            return False
        if self.tags[k + 1] in "dl":
            return True
        last = self.phrase_end(k + 1)
        return not self.lexicon.venue_nouns.isdisjoint(self.lower[k + 1 : last])

    def without_adjunct(self, first: int, last: int) -> int:
        """The last word of a noun phrase without the time or place of saying at its end: "the switch | on Monday"."""
        for k in range(last, first if "W" not in self.tags[first:last] else last, -1):
            if self.tags[k] == "I":
                return k - 1 if self.adjunct_of_saying(k) else last
        return last

    def finite_between(self, first: int, last: int) -> bool:
        """Whether a verb may stand in the words from `first` up to `last`: a clause and no mere noun phrase."""
        return any(c in "XVZHEBTK" for c in self.tags[first:last]) or "Q" in self.tags[first:last]

    def says_on(self, k: int) -> bool:
        """Whether the verb at word `k` goes on with what the same speaker said: "and said he would"."""
        return self.lower[k] in self.lexicon.plain and self.tags[k + 1 : k + 2] not in ("", ".", ",", "I", "C")

    def main_clause(self, k: int) -> bool:
        """Whether a subject and a verb stand at word `k`."""
        if self.tags[k] == "H" or self.tags[0] == "G":
            return True
        after = self.after_subject(k)
        return after is not None and self.tags[after : after + 1] in ("V", "Z", "X", "E", "R")

    def clause_at(self, k: int) -> bool:
        """Whether a clause begins at word `k`: a subject, and a verb before the next break."""
        if self.tags[k] == "H":
            return True
        ends = [at for at in (self.tags.find(mark, k, self.end) for mark in ",;:-") if at >= 0]
        return any(c in "XVZEH" for c in self.tags[k + 1 : min(ends, default=self.end)])

    def after_subject(self, k: int) -> int | None:
        """One past the noun phrase that begins at word `k` and what stands in brackets after it: "Roe (Whitby)"."""
        if self.tags[k] == "H":
            return k + 1
        match = NOUN_PHRASE.match(self.tags, k, self.end)
        if match is None:
            return None
        after = match.end()
        if self.lower[after : after + 1] in (["of"], ["in"]):  # "six in 10", "most of the voters"
            further = NOUN_PHRASE.match(self.tags, after + 1, self.end)
            after = further.end() if further else after
        if self.tags[after : after + 1] == "(":
            closing = self.tags.find(")", after, min(self.end, after + SHORT + 4))
            after = closing + 1 if closing > 0 else after
        return after

    def parenthetical(self, k: int) -> bool:
        """Whether "X said" and a break stand at word `k`: ', the whip said, ' inside or after a content."""
        tags = self.tags
        j = self.after_subject(k)
        if j is None:
            return False
        while j < self.end and tags[j] in "XR":
            j += 1
        return (
            j < self.end
            and tags[j] in "VZ"
            and "say" in self.lexicon.cues[self.lower[j]].groups
            and self.closes(self.skip_adjuncts(j + 1))
        )

    def cue_follows(self, k: int) -> bool:
        """Whether a subject and a finite cue begin at word `k` (", but the minister said")."""
        tags = self.tags
        if k >= self.end:
            return False
        j = self.after_subject(k)
        if j is None:
            return False
        while j < self.end and tags[j] in "XR":
            j += 1
        return j < self.end and tags[j] in "VZ"

    def text_end(self, k: int) -> str:
        """Last character inside the quotation at word `k`."""
        return self.s.source[self.s.quotations[self.s.starts[k]].end - 1]

    def quoted_words(self, k: int) -> list[str]:
        """The last words inside the quotation at word `k`, in lower case."""
        quotation = self.s.quotations[self.s.starts[k]]
        words = self.s.source[max(quotation.start, quotation.end - QUOTED_TAIL) : quotation.end]
        return [word.strip(",.;:?!") for word in words.lower().split()]

    def names_source(self, first: int, last: int) -> bool:
        """Whether a cited content only says who was cited: 'citing unnamed "national security sources,"'."""
        quoted = self.quoted_words(last) if self.tags[last] == "Q" else self.lower[first : last + 1]
        return bool(quoted) and len(quoted) <= SHORT and quoted[-1] in self.lexicon.source_nouns
