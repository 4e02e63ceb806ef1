"""Where the words attributed begin and end: up to the end of the clause, and no further.

'She said he would stay, adding that ...' ends at "stay"; 'He said the bill, which is popular, would pass'
does not end at "bill"; 'The vote is lost, the whip said, because of snow' has two pieces.
"""

from __future__ import annotations

from scripts.statements.phrases import NOUN_PHRASE, Phrase, Phrases

SHORT = 4
FINITE = frozenset(["is", "are", "was", "were", "has", "had", "will", "would", "could", "may", "might", "can"])
RELATIVE_REACH = 14
"""Words within which a relative clause inside a content must close for the content to go on after it."""


class Contents(Phrases):
    """A sentence that can be asked where a content ends."""

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
            quotation = self.s.quotations[self.s.spans[first][0]]
            return quotation.start, quotation.end
        return self.s.span(first, last)

    def content_end(self, first: int, *, clause: bool) -> int:
        """Index of the last word of the content that begins at `first`."""
        tags, lower = self.tags, self.lower
        k = first
        while k < self.end:
            c = tags[k]
            if c == ";":
                return k - 1
            if c == "X" and tags[first] == "O" and k > first + 1 and tags[k - 1] in "wNd" and lower[k] in FINITE:
                return k - 1  # "the pledge to cut taxes | was broken"
            if c == "g" and lower[k] == "according":
                return k - 1
            comma = c == "," or (c == "Q" and self.text_end(k) == ",")
            if comma and k + 1 < self.end:
                resumed = self.after_comma(k + 1)
                if resumed < 0:
                    return k if c == "Q" else k - 1
                k = resumed
                continue
            if (
                c == "C"
                and not clause
                and k + 1 < self.end
                and (tags[k + 1] in "VZG" or (tags[k + 1] in "RX" and tags[k + 2 : k + 3] in ("V", "Z", "G")))
            ):
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
        if n == "G":
            return -1
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
        if n == "W" and lower[k] in ("which", "who") and tags[k - 1] != "Q":
            closing = tags.find(",", k + 1, self.end)
            return closing if 0 < closing <= k + 14 else -1
        if n in "VZ" and "say" in self.lexicon.cues[lower[k]].groups:
            return -1
        if n in "HND" and (
            self.parenthetical(k) or (self.fronted and "," not in tags[: k - 1] and self.main_clause(k))
        ):
            return -1
        return k

    def main_clause(self, k: int) -> bool:
        """Whether a subject and a verb stand at word `k`."""
        if self.tags[k] == "H" or self.tags[0] == "G":
            return True
        match = NOUN_PHRASE.match(self.tags, k, self.end)
        return match is not None and self.tags[match.end() : match.end() + 1] in ("V", "Z", "X", "E", "R")

    def parenthetical(self, k: int) -> bool:
        """Whether "X said" and a break stand at word `k`: ', the whip said, ' inside or after a content."""
        tags = self.tags
        if tags[k] == "H":
            j = k + 1
        else:
            match = NOUN_PHRASE.match(tags, k, self.end)
            if not match:
                return False
            j = match.end()
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
        if tags[k] == "H":
            j = k + 1
        else:
            match = NOUN_PHRASE.match(tags, k, self.end)
            if not match:
                return False
            j = match.end()
        while j < self.end and tags[j] in "XR":
            j += 1
        return j < self.end and tags[j] in "VZ"

    def text_end(self, k: int) -> str:
        """Last character inside the quotation at word `k`."""
        return self.s.quoted[self.s.spans[k][0]][-1]

    def quoted_words(self, k: int) -> list[str]:
        """The last words inside the quotation at word `k`, in lower case."""
        return [word.strip(",.;:?!") for word in self.s.quoted[self.s.spans[k][0]].lower().split()]

    def names_source(self, first: int, last: int) -> bool:
        """Whether a cited content only says who was cited: 'citing unnamed "national security sources,"'."""
        quoted = self.quoted_words(last) if self.tags[last] == "Q" else self.lower[first : last + 1]
        return bool(quoted) and len(quoted) <= SHORT and quoted[-1] in self.lexicon.source_nouns
