"""Who is said to have said what, within one sentence.

The sentence comes as words and one-letter tags (`scripts.statements.tagging`), its quotations folded into single `Q`
words. At each cue (a verb, noun or preposition of the lexicon) the rules look for the speaker (before the
cue, after it when the order is inverted, or the subject of the clause) and for the content (to the right up
to the end of the clause, or to the left when the attribution trails).

The rules, each with what it is for and what it must not match:

    trailing           "The vote is lost," the whip said.
                       not: In Regina, the whip said the vote is lost.
    trailing-inverted  "The vote is lost," said the whip.
                       not: Roy resigns, denies the allegations.
    according-to       The vote is lost, according to the whip.
                       not: They voted according to their conscience.
    by-account         By her account, the vote is lost.
                       not: They blocked her account.
    said, said-that    The whip said (that) the vote is lost.
                       not: The report was printed on Monday.
    said-whether       Roy asked whether the file was lost.
                       not: They will leave if the whip is asked.
    said-quote         The whip said on Monday: "It is lost."
                       not: a film called "Ottawa by Night"
    told               The whip told reporters it was lost.
                       not: the story told by the whip
    was-asked          He was asked about the file.
                       not: He was told to leave.
    urged-to           She urged members to vote no.
                       not: She urged caution.
    intends-to         The premier plans to run again.
                       not: her plans to the contrary
    thinks             He believes the vote was fair.
                       not: He was believed.
    shows              A poll shows the party is behind.
                       not: The shows were cancelled.
    judges             The critic blasted the plan.
                       not: The plan was blasted.
    prepositional      Both leaders called for an inquiry.
                       not: They called twice.
    noun-of-saying     the premier's pledge to cut taxes
                       not: a pledge
    colon-quote        She stood up again: "Not a word of it."
                       not: Three parties: Liberal, Conservative, Green.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.statements.accounts import Accounts
from scripts.statements.following import OPENERS, Attribution
from scripts.statements.phrases import CLAUSAL
from scripts.statements.saying import Cue
from scripts.statements.tagging import Tagged

__all__ = ["Attribution", "attributions"]

REMARK_ON_TIME = re.compile(r"D?#?d[SITDN]")
"""", he said on Monday, | the day the report came out"."""
MAY_TRAIL = re.compile("[VZPBE]")
BEFORE_TRAILING = re.compile("[-,Q]")
"""What stands between words and the attribution that trails them."""
MAY_CUE = re.compile("[VPZBG:]")
OPINION = frozenset({"think", "intend"})
"""Groups whose negation is still an opinion: "she does not believe that the vote was fair"."""
DENIABLE = frozenset({"thinks", "said-that", "said-whether", "said", "intends-to", "urged-to"})
"""Rules whose negation is still an opinion ("does not know how"); not 'did not agree with the plan'."""
UNDECIDED = frozenset({"decide", "determine"})
"""Verbs whose negation with "whether" leaves all open: 'has not decided whether to run'."""
TRAILING = frozenset(["assure", "remind", "inform", "believe", "know", "suspect", "fear", "find", "hope"])
"""Verbs of telling and thinking that may trail a clause as those of saying do."""
NEGATIVE = frozenset(["not", "never", "without", "neither", "nor", "cannot"])


def attributions(sentence: Tagged) -> list[Attribution]:
    """The attributions of one sentence: the trailing ones first, then the others in order of their cues."""
    return list(_Reader(sentence).read())


class _Reader(Accounts):
    """One sentence as it is read: what is already content, and who spoke last."""

    def read(self) -> Iterator[Attribution]:
        """Trailing attributions first (what they trail is content from end to end), then the others."""
        tags, cues = self.tags, self.lexicon.cues
        trailing: list[tuple[int, int]] = []
        for match in MAY_TRAIL.finditer(tags, 1, self.end if BEFORE_TRAILING.search(tags) else 0):
            i = match.start()
            if i < self.taken:
                continue
            says = tags[i] != "E" and self.may_trail(cues[self.lower[i]])
            if says or (tags[i] in "VZE" and "Q" in tags[max(0, i - 8) : i]):
                p, passive, infinitive = self.group_start(i)
                first = self.taken
                trailer = None if passive or infinitive or self.negated(p, i) else self.trailing(i, p)
                if trailer:
                    trailing.append((first, self.taken))
                    yield trailer
        self.trail_end = self.taken
        self.taken = 0
        trailed = {i for first, last in trailing for i in range(first, last)}
        for i in self.cue_positions():
            if i < self.taken or i in trailed:
                continue
            found = self.at_cue(i)
            if found is not None:
                yield found

    def cue_positions(self) -> list[int]:
        """The words that may attribute: verbs, a colon, nouns of saying, "according"."""
        found = [match.start() for match in MAY_CUE.finditer(self.tags, 0, self.end)]
        others = self.lexicon.other_cues
        if others.isdisjoint(self.lower):
            return found
        return sorted({*found, *[i for i in range(self.end) if self.lower[i] in others]})

    def as_said(self, i: int) -> Attribution | None:
        """'As the whip noted on Monday, the vote was lost.' Not: 'As the whip spoke, the vote was lost.'"""
        tags = self.tags
        start = 1 if tags[0] == "C" else 0
        if self.lower[start] != "as" or tags[i] not in "VZ" or "," in tags[:i]:
            return None
        cue = self.lexicon.cues[self.lower[i]]
        after = i + 1
        for tail in cue.tails:
            if tuple(self.lower[after : after + len(tail)]) == tail:
                after += len(tail)
                break
        comma = self.skip_adjuncts(after)
        speaker = self.phrase_right(start + 1)
        if "say" not in cue.groups and after == i + 1:
            return None
        if speaker is None or speaker[1] + 1 != self.group_start(i)[0] or tags[comma : comma + 1] != ",":
            return None
        return self.right(i, comma + 1, speaker, "as-said", clause=True) if comma + 1 < self.end else None

    def at_cue(self, i: int) -> Attribution | None:
        """The attribution that the word `i` makes to its right."""
        tag = self.tags[i]
        found: Attribution | None = None
        if tag in "VZ" and self.fronted:
            found = self.as_said(i)
        if found is None and tag in "VPZBG":
            found = self.verb(i, self.lexicon.cues[self.lower[i]])
        elif tag == ":":
            found = self.colon(i)
        elif self.lower[i] == "according":
            found = self.according(i)
        elif tag == "w":
            found = self.by_account(i)
        return self.noun(i) if found is None and tag in "wBZ" else found

    def verb(self, i: int, cue: Cue) -> Attribution | None:
        tags = self.tags
        p, passive, infinitive = self.group_start(i)
        previous = tags[p - 1] if p else ""
        if tags[i] in "BZ" and p == i and previous in "DA$I#":
            return None
        if (
            tags[i] == "B"
            and p == i
            and not infinitive
            and previous not in ("H", "C", "W", "")
            and not self.plural(i - 1)
        ):
            return None
        if tags[i] in "VP" and p == i and previous in "DA$":
            return None
        if tags[i] == "P" and p == i and tags[i + 1 : i + 2] in ("I", "S"):
            return None  # "the member, known for it"
        if tags[i] == "V" and i + 1 < self.end and self.lower[i + 1] == "by":
            return None
        negated = self.negated(p, i)
        if negated and not cue.groups & OPINION:
            return None
        gerund = tags[i] == "G" and p == i
        if infinitive and not cue.groups & CLAUSAL:
            return None
        if passive:
            k = i + 1
            if (
                cue.lemma in ("ask", "tell", "quote", "say")
                and k < self.end
                and (tags[k] in "KT" or self.lower[k] == "about")
            ):
                first = k + 1 if self.lower[k] == "about" else k
                return self.right(i, first, None, "was-asked", clause=True)
            if cue.lemma in ("ask", "tell") and tags[k : k + 2] in (",Q", ":Q"):
                return self.right(i, k + 1, None, "was-asked", clause=True)
            return None
        attached = gerund and previous in ("w", "N", "d", "#")  # "protesters chanting"
        if attached and self.lower[p - 1] in self.lexicon.message_nouns:
            attached = False  # "put out a statement saying": who put it out
        speaker = self.clause_subject(p) if (gerund and not attached) or infinitive else self.subject_of(p)
        if speaker is None and not gerund and not infinitive and p > 0 and previous not in "S,":
            return None
        if speaker is None:
            speaker = self.clause_subject(p)
        verb = tags.find("ED", speaker[0], speaker[1]) if speaker is not None else -1
        if speaker is not None and verb > speaker[0]:
            speaker = speaker[0], verb - 1  # "the party | issued a statement"
        self.subordinate = self.is_subordinate(p)
        found = self.to_the_right(i, cue, speaker)
        self.subordinate = False
        if negated and found is not None and not self.deniable(found, cue):
            return None
        if found and speaker is not None and tags[i] != "G":
            self.subject = speaker
        return found

    def deniable(self, found: Attribution, cue: Cue) -> bool:
        """Whether what was read is still an opinion when its verb is denied."""
        return found.rule in DENIABLE and not (found.rule == "said-whether" and cue.lemma in UNDECIDED)

    def negated(self, p: int, i: int) -> bool:
        """Whether the verb group from word `p` to the verb at `i` denies that it was said: "did not say whether"."""
        words = self.lower[max(0, p - 1) : i]
        return any(word in NEGATIVE or word.endswith("n't") for word in words)

    def trailing(self, i: int, p: int) -> Attribution | None:
        """'"Content," Jane Roe said in Ottawa.' and 'The vote was lost, said the whip, because of snow.'

        Not: 'In Ottawa, Jane Roe said the vote was lost.', where the content follows.
        """
        tags = self.tags
        speaker: tuple[int, int] | None
        after = i + 1
        k = p - 1
        inverted = False
        if k >= 0 and (tags[k] == "Q" or (tags[k] in ",-" and k > 0)):
            speaker = self.phrase_right(i + 1)
            speaker = self.with_name(speaker) if speaker is not None else None
            if (
                speaker is not None
                and (tags[i] != "B" or (self.inverts(i) and self.plural(speaker[1])))
                and tags[i + 1] != "A"
                and (
                    tags[k] == "Q"
                    or tags[k - 1] in "Q)"
                    or (self.inverts(i) and self.closes(speaker[1] + 1) and self.subject_of(p) is None)
                )
            ):
                inverted = True
                after = speaker[1] + 1
                start = p
            else:
                speaker = None
        if not inverted:
            speaker = self.subject_of(p)
            if speaker is None:
                return None
            start = speaker[0]
            if start == 0 or tags[start] == "g" or self.in_relative_clause(speaker, p, i):
                return None
        before = tags[start - 1]
        if before not in "Q,-" or (start < 2 and before != "Q"):
            return None
        after_quote = before == "Q" or (start > 1 and before in ",-" and tags[start - 2] == "Q")
        cue = None if tags[i] == "E" else self.lexicon.cues[self.lower[i]]
        addressee = None
        if cue is not None and "tell" in cue.groups and not inverted:
            whom = self.phrase_right(after)
            if whom is not None:
                addressee = self.of_phrase(whom)
                after = addressee[1] + 1
        says = cue is not None and ("say" in cue.groups or (not inverted and self.trails(cue, start, p, after)))
        if not says and not (
            after_quote and self.text_end(start - 1 if before == "Q" else start - 2) in ",?!" and self.closes(after)
        ):
            return None
        if not says and after_quote and tags[self.taken : self.taken + 1] in ("S", "K", "C"):
            return None  # 'When she called it "lost," the crowd laughed.'
        resume = self.skip_adjuncts(after)
        relative = (
            tags[resume : resume + 1] == "T" and resume > after and tags[resume + 1 : resume + 2] in ("X", "V", "E")
        )
        if resume < self.end and not relative and tags[resume] not in ",:-SGCgWI(.;KO" and tags[resume] != "Q":
            if not inverted and not after_quote:
                return None
            fronted = tags.rfind("Q", self.taken, start) > self.taken  # 'Asked about "the leak," he said the ...'
            of_whom = self.lower[after] in ("of", "about")  # "he said of a list that was long"
            if (
                after_quote
                and not of_whom
                and (
                    (tags[resume] in "TH" and (resume == after or tags[resume - 1] == "d" or tags[resume] == "H"))
                    or (fronted and tags[resume] in OPENERS)
                )
            ):
                return None
        if (
            not after_quote
            and not inverted
            and resume < self.end
            and tags[resume] in "Q:KO"
            and self.lower[resume] != "when"
        ):
            return None
        contents: list[tuple[int, int]] = []
        left_last = start - 1
        left_first = self.taken
        if after_quote:
            quote = tags.rfind("Q", left_first, start)
            if quote > left_first and (
                tags[quote - 1] == ":"
                or tags[quote - 1] in "VZG"
                or (tags[quote - 1] == "," and any(self.tells_before(k) for k in range(left_first, quote)))
            ):
                left_first = quote
        if tags[left_first] == "C" and tags[left_first + 1] == "Q":
            left_first += 1  # 'But "the vote is lost," she said.'
        left = self.content(left_first, left_last)
        if (
            tags[left_first] == "S"
            and not after_quote
            and not inverted
            and resume < self.end
            and tags[resume] not in ",:"
        ):
            return None  # "Before the vote was lost, the whip tweeted of it."
        if left:
            contents.append(left)
        # what comes after: ', "and more."'
        nxt = resume
        if nxt < self.end and tags[nxt] in ",:" and nxt + 1 < self.end:
            if tags[nxt + 1] == "Q":
                rest = self.content(nxt + 1, self.content_end(nxt + 1, clause=True))
                if rest:
                    contents.append(rest)
                self.taken = self.end
            elif not after_quote and tags[nxt + 1] in "CS" and self.continues(nxt + 1):
                last = self.content_end(nxt + 2, clause=True)
                rest = self.content(self.first_going_on(nxt + 1), last)
                if rest:
                    contents.append(rest)
                self.taken = last + 1
            elif tags[nxt + 1] == "T" or (
                not after_quote and tags[nxt + 1] not in "GCSW" and not REMARK_ON_TIME.match(tags, nxt + 1)
            ):
                last = self.content_end(nxt + 1, clause=True)
                rest = self.content(nxt + 1, last)
                if rest:
                    contents.append(rest)
                self.taken = last + 1
        elif nxt < self.end and tags[nxt] == "Q":
            rest = self.content(nxt, self.content_end(nxt, clause=True))
            if rest:
                contents.append(rest)
            self.taken = self.end
        if not contents:
            return None
        self.taken = max(self.taken, after)
        self.subject = speaker
        return self.made(
            contents,
            speaker,
            i,
            "trailing-inverted" if inverted else "trailing",
            0.9 if after_quote else 0.8,
            addressee,
        )

    def tells_before(self, k: int) -> bool:
        """Whether the verb at word `k` has the quotation that comes: "telling a magazine,", "but added,"."""
        return self.says_at(k) and (self.tags[k] == "G" or self.tags[k - 1] == "C")

    def may_trail(self, cue: Cue) -> bool:
        """Whether what is said may stand before the verb: ", he said", ", she assured the House", ", he knows"."""
        return "say" in cue.groups or cue.lemma in TRAILING

    def trails(self, cue: Cue, start: int, p: int, after: int) -> bool:
        """Whether a verb that is none of saying trails words: ", he knows." Not: "At noon, he knows of it"."""
        resume = self.skip_adjuncts(after)
        return (
            cue.lemma in TRAILING
            and (start + 1 == p or self.tags[start] == "N")
            and self.lower[start] not in ("i", "we", "you")
            and (resume >= self.end or self.tags[resume] == ",")
            and any(c in "XVZE" for c in self.tags[self.taken : start])
        )

    def in_relative_clause(self, speaker: tuple[int, int], p: int, i: int) -> bool:
        """Whether the verb at word `i` tells of somebody named at the end: ", a critic, who won in her home state".

        Not: '"It is lost," Jane Roe, who was there, said.', where the clause is closed.
        """
        if self.tags[i] == "B" and p == i and not self.plural(i - 1):
            return True
        return self.tags[speaker[1] + 1 : speaker[1] + 3] == ",W" and self.tags[p - 1] not in ",-"

    def inverts(self, i: int) -> bool:
        """Whether the verb may stand before its subject without a quotation: ", said the whip"."""
        cue = self.lexicon.cues.get(self.lower[i])
        return cue is not None and cue.lemma in self.lexicon.inverting
