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
from dataclasses import dataclass, replace

from scripts.statements.contents import Contents
from scripts.statements.phrases import CLAUSAL, Phrase
from scripts.statements.saying import Cue
from scripts.statements.tagging import Tagged

THAT_AHEAD = re.compile(r"[NIDw#dA,R$gEl-]{1,20}T")
QUOTE_AHEAD = re.compile(r"[^VZGBTQ,:]{0,14}[,:]Q")
REMARK_ON_TIME = re.compile(r"D?#?d[SITDN]")
"""", he said on Monday, | the day the report came out"."""
MAY_TRAIL = re.compile("[VZPBE]")
BEFORE_TRAILING = re.compile("[-,Q]")
"""What stands between words and the attribution that trails them."""
MAY_CUE = re.compile("[VPZBG:]")
OPENERS = frozenset("THDNw#$AKqQElgMR")
"""Tags that may open a content to the right of its cue."""
OF_CLAUSES = frozenset({"say", "think"})
OPINION = frozenset({"think", "intend"})
"""Groups whose negation is still an opinion: "she does not believe that the vote was fair"."""
DENIABLE = frozenset({"thinks", "said-that", "said-whether", "said", "intends-to", "urged-to"})
"""Rules whose negation is still an opinion ("does not know how"); not 'did not agree with the plan'."""
UNDECIDED = frozenset({"decide", "determine"})
"""Verbs whose negation with "whether" leaves all open: 'has not decided whether to run'."""
NEGATIVE = frozenset(["not", "never", "without", "neither", "nor", "cannot"])
OF_MANNER = frozenset(["highly", "favorably", "favourably", "warmly"])
"""Adverbs that judge: "spoke highly of" is praise of somebody, and no words."""
SEEING = frozenset({"see", "know", "imagine", "recognize"})
SEEN_REACH = 10
ASKING = frozenset({"ask", "wonder", "know", "question", "inquire"})
"""Verbs that "when" may follow as a question."""
GOING_ON = frozenset(["and", "but", "nor", "though", "although", "because"])
"""Conjunctions with which a reported sentence goes on after ", she said,"."""
CITING = frozenset({"cite", "cites", "cited", "citing"})
REPORTING = frozenset({"report", "reports", "reported", "reporting", "publish", "published"})
NAMING = frozenset({"call", "dub", "name", "label", "brand"})
NAMED = frozenset(["what", "who", "whom", "which"])
OBJECTS = frozenset(["it", "him", "them", "her", "this"])
"""What a verb of saying has beside it where the words themselves are not given."""
POSSESSIVES = frozenset(["his", "her", "their", "its", "my", "our", "your"])


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution: `contents` are character spans of the article, in order."""

    contents: tuple[tuple[int, int], ...]
    speaker: tuple[int, int] | None
    cue: tuple[int, int]
    rule: str
    confidence: float
    addressee: tuple[int, int] | None = None


def attributions(sentence: Tagged) -> list[Attribution]:
    """The attributions of one sentence: the trailing ones first, then the others in order of their cues."""
    return list(_Reader(sentence).read())


class _Reader(Contents):
    """One sentence as it is read: what is already content, and who spoke last."""

    def read(self) -> Iterator[Attribution]:
        """Trailing attributions first (what they trail is content from end to end), then the others."""
        tags, cues = self.tags, self.lexicon.cues
        trailing: list[tuple[int, int]] = []
        for match in MAY_TRAIL.finditer(tags, 1, self.end if BEFORE_TRAILING.search(tags) else 0):
            i = match.start()
            if i < self.taken:
                continue
            says = tags[i] != "E" and "say" in cues[self.lower[i]].groups
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
        says = cue is not None and "say" in cue.groups
        if not says and not (
            after_quote and self.text_end(start - 1 if before == "Q" else start - 2) in ",?!" and self.closes(after)
        ):
            return None
        if not says and after_quote and tags[self.taken : self.taken + 1] in ("S", "K", "C"):
            return None  # 'When she called it "lost," the crowd laughed.'
        resume = self.skip_adjuncts(after)
        if resume < self.end and tags[resume] not in ",:-SGCgWI(.;KO" and tags[resume] != "Q":
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
                tags[quote - 1] == ":" or tags[quote - 1] in "VZG" or tags[quote - 2 : quote] in ("V,", "Z,", "G,")
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
                rest = self.content(nxt + 2, last)
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

    def in_relative_clause(self, speaker: tuple[int, int], p: int, i: int) -> bool:
        """Whether the verb at word `i` tells of somebody named at the end: ", a critic, who won in her home state".

        Not: '"It is lost," Jane Roe, who was there, said.', where the clause is closed.
        """
        if self.tags[i] == "B" and p == i and not self.plural(i - 1):
            return True
        return self.tags[speaker[1] + 1 : speaker[1] + 3] == ",W" and self.tags[p - 1] not in ",-"

    def continues(self, k: int) -> bool:
        """Whether the conjunction at word `k` goes on with what was said: 'The vote is lost, he said, and the party is
        too.'

        Not: 'The vote is lost, he said, and left.', nor ', and the critic agreed', ', as the whip laughed'.
        """
        if self.lower[k] not in GOING_ON or k + 1 >= self.end or self.cue_follows(k + 1):
            return False
        return self.lower[k] == "nor" or self.tags[k + 1] == "Q" or self.main_clause(k + 1)

    def inverts(self, i: int) -> bool:
        """Whether the verb may stand before its subject without a quotation: ", said the whip"."""
        cue = self.lexicon.cues.get(self.lower[i])
        return cue is not None and cue.lemma in self.lexicon.inverting

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
                if ahead:
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
            contents.append(self.content(k + 3, last))
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
