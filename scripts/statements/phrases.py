"""The phrases of a tagged sentence: noun phrases, verb groups, and the subject of a verb of saying.

All positions are word indices; a phrase is (first, last), both inclusive.
"""

from __future__ import annotations

import re

from scripts.statements.saying import lexicon
from scripts.statements.tagging import Tagged

Phrase = tuple[int, int]

NOUNISH = frozenset("DNw#$AqEgld")
NOUN_PHRASE = re.compile(r"D?[DA#RlEgw$Nq]{0,12}[wN#$qdg]")
PREPOSITIONAL = re.compile(r"I[DA#lEgw$NqdM]{1,8}")
APPOSITIONS = re.compile(
    r"(?P<name>D?[NwE$]{1,8}[Nw])(?:\([^)]{1,12}\))?(?:,[#DNwIAE$lgd-]{1,14}){0,3}(?:,W[^,Q]{1,24})?,"
)
"""A name with what is said of it, up to the verb: '"...," Jane Roe, 30, of Whitby, Ont., who was there, | said'."""
APPOSED_NAME = re.compile(r",N{2,5}(?=[,.;:-]|\Z)")
PRONOUN_SUBJECT = re.compile(r"H(?=[XVZER])")
TIME = re.compile(r"l?d|lw(?=d)|wd|Dd(?!#)|R")
CLAUSAL = frozenset({"say", "think", "tell", "show"})
"""Groups of verbs that a clause may follow."""
ONE_OF_THEM = (["one", "of", "them"], ["one", "of", "us"])
SHORT_CLAUSE = 14
"""Words within which a clause that interrupts the subject and its verb is looked for."""
LIMIT = 60
"""Words that a search for a subject looks back over."""
ALONE = frozenset(["one", "another", "some", "many", "others", "both", "all", "several", "most", "few"])
BE = frozenset(["is", "are", "was", "were", "be", "been", "being", "gets", "got"])
OF_LIKE = frozenset(["of", "for", "in", "at", "from", "with", "on", "against", "to"])
INQUIRING = frozenset(["inquiry", "investigation", "probe", "report", "review", "research", "study"])
"""Nouns that "into" goes with: "the inquiry into foreign interference found"; not "which turns into questions"."""
OF_PLACE = frozenset(["of", "in", "for", "at", "from", "with"])
INTRODUCING = frozenset(["another", "one", "a", "an", "the", "his", "her", "its", "their"])
"""First words of a phrase that the name behind it tells: "another Liberal, Jane Roe, said"."""
PLURALS = frozenset(["people", "men", "women", "media", "police", "staff", "public", "rcmp", "ndp", "caq", "opp"])


class Phrases:
    """What can be asked of one sentence; `subject` is the speaker of the last attribution read in it."""

    taken = 0
    """Words before this index are content of an earlier attribution (reading to the right)."""
    subject: Phrase | None = None
    subordinate = False
    """Whether the verb that is read stands in a clause that the main clause follows ("When she said ...")."""

    def __init__(self, sentence: Tagged) -> None:
        self.s = sentence
        self.tags = sentence.tags
        self.lower = sentence.lower
        self.end = len(self.tags.rstrip("."))
        self.lexicon = lexicon()
        first = self.tags[1:2] if self.tags[:1] == "C" else self.tags[:1]
        self.fronted = first in ("S", "K", "G") or self.lower[:1] == ["asked"]
        """Whether a subordinate clause opens the sentence ("When she accused him of it, he said ...")."""

    def group_start(self, i: int) -> tuple[int, bool, bool]:
        """First word of the verb group of the verb at `i`, whether it is passive, whether an infinitive."""
        p, passive, infinitive = i, False, False
        tags = self.tags
        while p > 0:
            c = tags[p - 1]
            if c == "X":
                if p == i or all(x == "R" for x in tags[p:i]):
                    passive = self.lower[p - 1] in BE and tags[i] in "VP"
                p -= 1
            elif c == "R":
                p -= 1
            elif c == "O":
                infinitive = True
                p -= 1
                if p > 1 and self.lower[p - 1] == "on" and tags[p - 2] == "X":
                    p -= 2
                    infinitive = False
                break
            else:
                break
        while p > 0 and tags[p - 1] in "XR" and not infinitive:
            p -= 1
        return p, passive, infinitive

    def is_subordinate(self, p: int) -> bool:
        """Whether the verb group that begins at word `p` stands in a subordinate or relative clause."""
        tags = self.tags
        for k in range(p - 1, max(-1, p - LIMIT), -1):
            c = tags[k]
            if c in "SW" or (c == "K" and self.lower[k] in ("when", "if")):
                return True
            if c in ",;:-TVZQ":
                return False
        return False

    def plural(self, k: int) -> bool:
        """Whether word `k` can be the subject of a base form ("Republicans say", "people think")."""
        return k >= 0 and (self.tags[k] in "H),#" or self.lower[k].endswith("s") or self.lower[k] in PLURALS)

    def phrase_left(self, p: int) -> Phrase | None:
        """The noun phrase that ends just before word `p`."""
        tags = self.tags
        if p <= 0:
            return None
        if tags[p - 1] == "H":
            return p - 1, p - 1
        k, low = p, max(0, p - LIMIT)
        while k > low:
            c = tags[k - 1]
            if c in NOUNISH:
                k -= 1
            elif c == ")":
                opened = tags.rfind("(", low, k - 1)
                if opened < 0:
                    break
                k = opened
            elif (c == "I" and k < p and k - 2 >= 0 and tags[k - 2] in "wN#gq)" and self.governs(k - 1)) or (
                c == "C" and k < p and k - 2 >= 0 and tags[k - 2] == "N" and tags[k] in "ND"
            ):
                k -= 1
            else:
                break
        while k < p and (tags[k] in "IC)ld" or (tags[k : k + 2] == "Dd" and tags[k + 2 : min(k + 3, p)] == "N")):
            k += 1  # "later that day Jane Roe"
        if k >= p:
            return None
        k = self.joined(k)
        # "yesterday the minister": begin at the last determiner that no preposition governs.
        for d in range(p - 1, k, -1):
            if tags[d] == "D" and tags[d - 1] not in "ID" and tags[d - 1] in "wEgd":
                k = d
                break
        last = p - 1
        while last > k and tags[last] in "dl":
            last -= 1
        if tags[last] == ")":
            opened = tags.rfind("(", k, last)
            if opened > k:
                last = opened - 1
        return (k, last) if any(c in "wN#q$DE" for c in tags[k : last + 1]) else None

    def governs(self, k: int) -> bool:
        """Whether the preposition at word `k` belongs to the noun before it: "the leader of", "the inquiry into"."""
        return self.lower[k] in OF_LIKE or (self.lower[k] == "into" and self.lower[k - 1] in INQUIRING)

    def joined(self, k: int) -> int:
        """Where "several constituents and politicians" begins, whose last noun begins at word `k`; else `k`.

        Not "He met members and officials said", where another clause stands before.
        """
        tags = self.tags
        if k < 3 or tags[k] != "w" or self.lower[k - 1] != "and" or tags[k - 2] != "w":
            return k
        first = k - 2
        while first > 0 and tags[first - 1] in "D#w":
            first -= 1
        return first if self.lower[k - 2].endswith("s") and (first == 0 or tags[first - 1] in ",QST;") else k

    def phrase_right(self, i: int) -> Phrase | None:
        """The noun phrase that begins at word `i` ("said *the minister*")."""
        tags = self.tags
        if i >= self.end:
            return None
        if tags[i] in "HM" or (tags[i] == "A" and (i + 1 >= self.end or tags[i + 1] not in "wNE#")):
            return i, i
        match = NOUN_PHRASE.match(tags, i, self.end)
        if not match:
            return (i, i) if self.lower[i] in ALONE else None
        last = match.end() - 1
        while (
            last + 3 < self.end
            and tags[last + 1] == ","
            and self.s.words[last + 2].endswith(".")
            and tags[last + 2] == "N"
            and tags[last + 3] == "N"
        ):  # "Whitby, Ont. MP Jane Roe"
            match = NOUN_PHRASE.match(tags, last + 3, self.end)
            last = match.end() - 1 if match else last + 3
        while last > i and tags[last] in "dR":
            last -= 1
        return i, last

    def with_name(self, phrase: Phrase) -> Phrase:
        """A role with the name that stands beside it: "his deputy, Terry Roe"; a phrase with a name stays as it is."""
        inside = self.tags[phrase[0] : phrase[1] + 1]
        if "N" in inside and (self.lower[phrase[0]] not in INTRODUCING or "I" in inside):
            return phrase
        match = APPOSED_NAME.match(self.tags, phrase[1] + 1, self.end)
        return (phrase[0], match.end() - 1) if match else phrase

    def with_place(self, phrase: Phrase) -> Phrase:
        """The phrase with what says whose or where: "an aide | in the premier's office", "the member | for Whitby"."""
        k = phrase[1] + 1
        if k + 1 < self.end and self.lower[k] in OF_PLACE and self.tags[k + 1] in "DN$":
            further = self.phrase_right(k + 1)
            if further is not None:
                return phrase[0], further[1]
        return phrase

    def of_phrase(self, phrase: tuple[int, int]) -> tuple[int, int]:
        """The phrase with its "of": "the House" becomes "the House of Commons"."""
        k = phrase[1] + 1
        if k < self.end and self.lower[k] == "of":
            further = self.phrase_right(k + 1)
            if further is not None:
                return phrase[0], further[1]
        return phrase

    def clause_subject(self, p: int) -> Phrase | None:
        """The first noun phrase of the clause before word `p`, past a fronted "On Tuesday, "."""
        tags = self.tags
        if self.subject is not None:
            return self.subject
        k = 0
        if p == 0 and tags[0] in "GVS":
            # "Citing the leak, the critic called it a scandal."
            k = tags.find(",", 0, self.end) + 1
            quote = tags.find("Q", 0, self.end) + 1
            if quote and (k == 0 or quote < k):
                k = quote
            return self.phrase_right(k) if k else None
        while k < p and tags[k] in "CRTK-(q":
            k += 1
        if k < p and tags[k] in "ISGgl":
            comma = tags.find(",", k, p)
            if comma > 0:
                k = comma + 1
            elif match := PRONOUN_SUBJECT.search(tags, k, p):
                return match.start(), match.start()  # "At a meeting he had gone further and asked for"
        while k < p and tags[k] in "CRI,STK-":
            k += 1
        subject = self.phrase_right(k) if k < p else None
        return self.with_place(subject) if subject is not None and self.lower[subject[1]] == "member" else subject

    def subject_of(self, p: int) -> Phrase | None:
        """The subject of a verb group that begins at word `p`."""
        tags = self.tags
        if p <= 0:
            return None
        c = tags[p - 1]
        if c == ")":
            opened = tags.rfind("(", max(0, p - LIMIT), p)
            return self.subject_of(opened) if opened > 0 else None
        if c == "H" or c in NOUNISH:
            here = self.phrase_left(p)
            if c == "H" or here is None or here[0] == 0:
                return here
            if tags[here[0] - 1] == "W" and not self.names(here):
                return self.antecedent(here[0] - 1)  # "who on Monday said"; not: "whom the whip on Monday called"
            relative = self.relative_before(here[0])
            return here if relative is None else self.antecedent(relative) or here
        if c in "WT":
            return self.antecedent(p - 1)
        if c == ",":
            quote = tags.rfind("Q", max(0, p - LIMIT), p)
            match = APPOSITIONS.match(tags, quote + 1, p) if quote >= 0 else None
            if match and match.end() == p:
                return quote + 1, match.end("name") - 1
        if c in ",-":
            opened = tags.rfind(c, max(0, p - LIMIT), p - 1)
            if opened > 0:
                inner = tags[opened + 1]
                if inner in "DNw#WRIgESAGl$" and "Q" not in tags[opened:p]:
                    head = self.phrase_left(opened)
                    if head is None and self.lower[opened - 3 : opened] in ONE_OF_THEM:
                        head = opened - 3, opened - 1
                    if head is not None:
                        first = head[0]
                        if first > 0 and tags[first - 1] == "I" and "," not in tags[:first] and first <= 2:
                            # "In Ottawa, the minister, ..."
                            return None
                        named = self.with_name(head)
                        return named if named[1] == p - 2 else head
            return None
        if c == "C":
            return self.clause_subject(p - 1)
        return None

    def relative_before(self, k: int) -> int | None:
        """Where the "who" stands in whose clause the phrase at word `k` is: "members who left the party | said".

        Not: "those who believe the whip said", where the phrase is a subject of its own.
        """
        tags = self.tags
        if tags[k - 1] not in "XEPVRIZwS":
            return None
        for at in range(k - 1, max(-1, k - SHORT_CLAUSE), -1):
            if tags[at] == "W" and self.lower[at] == "who":
                return at
            if tags[at] in ",;:-TCKSQGB" and self.lower[at] != "since":
                return None
            if tags[at] in "VZP" and (
                at == k - 1
                or (self.lexicon.cues[self.lower[at]].groups & CLAUSAL and not any(c in "IS" for c in tags[at + 1 : k]))
            ):
                return None
        return None

    def names(self, phrase: Phrase) -> bool:
        """Whether a phrase names somebody or something, and not only a time."""
        return any(c in "wN#" for c in self.tags[phrase[0] : phrase[1] + 1])

    def antecedent(self, w: int) -> Phrase | None:
        """What a relative pronoun at word `w` stands for."""
        k = w
        if k > 0 and self.tags[k - 1] in ",-":
            k -= 1
            comma = self.tags.rfind(",", max(0, k - SHORT_CLAUSE), k)
            if comma > 0 and self.tags[comma + 1] in "EPV":
                k = comma  # "the committee, made up of senators, which said"
        if k > 0 and self.tags[k - 1] == "I":
            k -= 1
        return self.phrase_left(k)

    def skip_adjuncts(self, k: int) -> int:
        """Past "Tuesday", "in a statement", "again", which may stand between a cue and its content."""
        tags = self.tags
        for _ in range(6):
            if k >= self.end:
                return k
            match = TIME.match(tags, k, self.end)
            if match:
                k = match.end()
                continue
            if tags[k] == "I":
                match = PREPOSITIONAL.match(tags, k, self.end)
                if match:
                    k = self.phrase_end(k + 1)
                    continue
            if self.lower[k : k + 2] == ["once", "more"]:
                k += 2
                continue
            break
        return k

    def phrase_end(self, k: int) -> int:
        """One past a short noun phrase at `k`; a determiner only begins one ("in a statement | the firm")."""
        tags = self.tags
        if k < self.end and tags[k] in "M":
            return k + 1
        if k < self.end and tags[k] in "DA":
            k += 1
        while k < self.end and tags[k] in "w#$NEgqld":
            k += 1
        return k

    def closes(self, k: int) -> bool:
        """Whether nothing but an adjunct or a further clause follows at word `k`."""
        return k >= self.end or self.tags[k] in ",.-;(ISRdC"

    def mention(self, phrase: tuple[int, int]) -> tuple[int, int]:
        start, end = self.s.span(*phrase)
        if phrase[0] == phrase[1] and self.tags[phrase[0]] == "H":
            word = self.s.words[phrase[0]].replace("’", "'")
            if "'" in word:
                end = start + word.index("'")
        return start, end
