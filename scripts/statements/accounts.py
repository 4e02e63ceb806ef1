"""Attributions without a verb of saying: "according to", "by her account", a colon, a noun ("the claim that")."""

from __future__ import annotations

from dataclasses import replace

from scripts.statements.following import Attribution, Following
from scripts.statements.phrases import Phrase

GOING_ON = frozenset(["and", "but", "nor", "though", "although", "because"])
"""Conjunctions with which a reported sentence goes on after ", she said,"."""
POSSESSIVES = frozenset(["his", "her", "their", "its", "my", "our", "your"])


class Accounts(Following):
    """A sentence that can be asked for the attributions that no verb makes."""

    trail_end = 0
    """Words before this index belong to a trailing attribution."""

    def continues(self, k: int) -> bool:
        """Whether the conjunction at word `k` goes on with what was said: 'The vote is lost, he said, and the party is
        too.'

        Not: 'The vote is lost, he said, and left.', nor ', and the critic agreed', ', as the whip laughed'.
        """
        if self.lower[k] not in GOING_ON or k + 1 >= self.end or self.cue_follows(k + 1):
            return False
        return self.lower[k] == "nor" or self.tags[k + 1] == "Q" or self.main_clause(k + 1)

    def first_going_on(self, k: int) -> int:
        """The first word of what goes on with the conjunction at word `k`: "nor" is part of it, since it denies."""
        return k if self.lower[k] == "nor" else k + 1

    def holds(self, k: int) -> bool:
        """Whether the clause at word `k` tells what is or should be ("and nothing should be hidden"), not what happened
        next ("and the whip left")."""
        after = self.after_subject(k)
        return after is not None and self.tags[after : after + 1] == "X"

    def by_account(self, i: int) -> Attribution | None:
        """'By her own account, the vote was lost.' 'Nobody, in his view, could call it a surprise.'

        Not: 'They blocked his account by accident.'
        """
        owner = i - 2 if self.lower[i - 1] == "own" else i - 1
        if owner < 1 or self.tags[owner] not in "$DA":
            return None
        if self.tags[owner] != "$" and self.lower[owner] not in POSSESSIVES:
            return None
        first = owner
        while first > 0 and self.tags[owner] == "$" and self.tags[first - 1] in "DN":
            first -= 1
        if first == 0 or (self.lower[first - 1], self.lower[i]) not in self.lexicon.accounts:
            return None
        start = first - 1
        if start > 1 and (i + 1 < self.end if self.tags[start - 1] != "," else self.tags[start - 2] == "I"):
            return None
        found = self.around(start, i, (first, owner), "by-account", (start, i))
        if found is None or found.speaker is None or self.tags[owner] != "$":
            return found
        begun, ended = found.speaker
        return replace(found, speaker=(begun, begun + len(self.s.source[begun:ended].rstrip("s").rstrip("'’"))))

    def according(self, i: int) -> Attribution | None:
        """'The bill is dead, according to the whip.' 'According to the whip, the bill is dead.'"""
        if self.lower[i] != "according" or self.lower[i + 1 : i + 2] != ["to"]:
            return None
        speaker = self.phrase_right(i + 2)
        if speaker is None:
            return None
        return self.around(i, speaker[1], self.with_place(speaker), "according-to", (i, i + 1))

    def around(self, i: int, k: int, speaker: Phrase, rule: str, cue: Phrase) -> Attribution | None:
        """What stands before or after an attribution at the words `i` to `k`: "according to the whip"."""
        tags = self.tags
        k = max(k, speaker[1])
        if i <= 1:
            comma = tags.find(",", k + 1, self.end)
            while comma > 0 and comma + 1 < self.end and tags[comma + 1] == "W":
                comma = tags.find(",", comma + 1, self.end)
            if comma < 0 or comma + 1 >= self.end:
                return None
            first, last = comma + 1, self.content_end(comma + 1, clause=True)
            if "Q" not in tags[first : self.end]:
                last = self.end - 1
            self.taken = last + 1
        else:
            first, last = self.trail_end, i - 1
            self.taken = k + 1
        contents = [self.content(first, last)]
        if i > 1 and self.goes_on(first, i, k + 1):
            last = self.content_end(k + 2, clause=True)
            contents.append(self.content(k + 2, last))
            self.taken = last + 1
        elif tags[k + 1 : k + 3] == ",C" and i > 1 and self.continues(k + 2) and self.holds(k + 3):
            last = self.content_end(k + 3, clause=True)
            contents.append(self.content(self.first_going_on(k + 2), last))
            self.taken = last + 1
        self.subject = speaker
        said = [content for content in contents if content is not None]
        return self.made(said, speaker, cue[0], rule, 0.85, None, cue[1]) if contents[0] else None

    def goes_on(self, first: int, i: int, k: int) -> bool:
        """Whether a content goes on after the "according to Roy" that interrupts it between words `i` and `k`.

        For: 'Those days, according to Roy, are over.', where no verb has come yet. Not: 'The vote is lost, according to
        Roy, and the whip left.'
        """
        following = self.tags[k + 1 : k + 3]
        return (
            self.tags[k : k + 1] == ","
            and k + 1 < self.end
            and (following == "CT" or (self.tags[i - 1] == "," and not any(c in "XVZEBQ" for c in self.tags[first:i])))
        )

    def colon(self, i: int) -> Attribution | None:
        """'Cruz called them on it: "..."': a clause, a colon, a quotation."""
        if i + 1 >= self.end or self.tags[i + 1] != "Q" or i == 0:
            return None
        speaker = self.clause_subject(i)
        content = self.content(i + 1, self.content_end(i + 1, clause=True))
        if content is None:
            return None
        self.taken = self.end
        return self.made([content], speaker, i, "colon-quote", 0.6)

    def noun_by(self, i: int) -> Attribution | None:
        """'allegations by former staffers that she lied'; not: 'the claim by lawyers was heard'."""
        speaker = self.phrase_right(i + 2)
        if speaker is None:
            return None
        k = speaker[1] + 1
        if self.tags[k : k + 1] != "T" or k + 1 >= self.end or not self.main_clause(k + 1):
            return None
        return self.right(i, k, speaker, "noun-of-saying", clause=True)

    def noun(self, i: int) -> Attribution | None:
        """'Trump's claim that the vote was rigged', 'her call for an inquiry'."""
        following = self.lexicon.nouns.get(self.lower[i])
        if following is not None and "that" in following and self.lower[i + 1 : i + 2] == ["by"]:
            return self.noun_by(i)
        if following is None or i + 2 >= self.end or self.lower[i + 1] not in following:
            return None
        speaker = None
        if i > 0 and self.tags[i - 1] in "$":
            found = self.phrase_left(i)
            speaker = found
        elif i > 0 and self.lower[i - 1] in POSSESSIVES:
            speaker = (i - 1, i - 1)
        else:
            return None
        if self.lower[i + 1] == "to" and self.tags[i + 2] in "DNAMH$":
            return None  # "her plans to the contrary"
        first = i + 1 if self.lower[i + 1] in ("that", "to", "whether") else i + 2
        return self.right(i, first, speaker, "noun-of-saying", clause=False)
