"""Who is said to have said what, in a French sentence.

The same task as `scripts.statements.attribution` with the means that French news uses. The sentence comes with its
quotations folded away. The rules, each with what it is for and what it must not match:

    fr-pronoun    « C'est faux », a-t-il déclaré.              not: A-t-il déclaré ses revenus?
    fr-inverted   « C'est faux », a déclaré la ministre.       not: « Libre » a déclaré forfait.
    fr-aside      Le vote, a-t-elle dit, est perdu.            not: Roy quitte, nie les allégations.
    fr-before     La ministre a dit : « C'est faux. »          not: La ministre a lu un livre : « Libre ».
    fr-that       Elle a indiqué que le vote aurait lieu.      not: l'annonce que la ministre a faite
    fr-infinitive Elle dit vouloir voter.                      not: Elle dit la vérité.
    fr-feels      Elle se dit déçue de la décision.            not: Elle se dit.
    fr-excuses    Ils ont offert leurs excuses aux électeurs.  not: Ils cherchent des excuses.
    fr-participle Il a voté, ajoutant que la loi est bonne.    not: Il a voté, gagnant la partie.
    fr-according  Selon le ministre, le vote aura lieu.        not: selon la loi électorale
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from scripts.lexicon import load
from scripts.statements.attribution import Attribution
from scripts.statements.french_verbs import forms, pattern
from scripts.statements.quotations import Quotation
from scripts.statements.tagging import MASK, MASK_END

Span = tuple[int, int]

LONGEST = 1500
"""Characters that are read as one sentence at most; a longer run is a table or the furniture of a page."""

QUOTE = f"{MASK}{{1,100000}}{MASK_END}?"
PRONOUN = r"(?:il|elle|on|ils|elles|je|nous)"
CLITICS = r"(?:(?:n[e'’]|l['’]|m['’]|s['’]|me|se|lui|leur|nous|vous|y|en|les|le|la)\s?){0,3}"
ADVERBS = (
    r"(?:(?:aussi|également|toutefois|ensuite|notamment|alors|plus tard|encore|par ailleurs|tout de même|depuis|déjà"
    r"|d['’]abord|même|toujours|souvent|plutôt|ainsi|enfin|hier|pas|jamais|\w{3,16}ment)\s){0,3}"
)
NEGATION = re.compile(r"\b(?:n[e'’]|ne|pas|jamais)(?=[\s\w])")
DAY = (
    r"(?:hier|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|aujourd['’]hui|ce matin|cette semaine|cet après-midi)"
)
PREPOSITION = r"(?:à|au|aux|en|dans|lors|devant|sur|par|après|avant|auprès|depuis|pendant|durant|sous|via|chez|du haut)"
ADJUNCT = (
    rf"(?:\s(?:{DAY}|{PREPOSITION}|d['’]entrée|\w{{3,16}}ment)(?:\s[^\s,;:.{MASK}{MASK_END}]{{1,30}}){{0,9}}?){{0,1}}"
)
ASIDE = rf"(?:,\s[^,;:{MASK}{MASK_END}]{{1,60}},)?"
AFTER_NAME = rf"(?=\s?[,.;(]|\s?\Z|\s(?:{DAY}|{PREPOSITION})\b)"
WORD = rf"[^\s,;:.()«»{MASK}{MASK_END}]{{1,40}}(?:\.(?=\s[A-ZÉÈÎ]))?"
NAME = rf"{WORD}(?:\s{WORD}){{0,11}}?"
SUBJECT_BEFORE = re.compile(
    r"(?:\A|[,;:«–—]\s?|\s(?:que|qu['’]|mais|car|où|quand|lorsque|donc|puis|et que)\s?)", re.IGNORECASE
)
"""What a subject stands after."""
BEFORE_ANTECEDENT = re.compile(r"[,;:]\s|\s(?:que|et|par|avec|à|contre|pour)\s")
"""What the antecedent of "qui" stands after."""
FINITE = re.compile(r"\s(?:a|ont|avait|avaient|est|sont|était|étaient|sera|seront|va|vont|n['’]\w+|ne|s['’]est|se)\s")
LEADING_TIME = re.compile(
    rf"(?:{DAY}(?:\s(?:matin|soir|dernier|midi))?|Plus tôt|Plus tard|Puis|Mais|Et|Or|Ainsi)\s", re.IGNORECASE
)
NOT_A_SUBJECT = re.compile(rf"(?:{DAY}|{PREPOSITION}|Pour|Selon|De|Malgré|Quelques|Il y a)\b", re.IGNORECASE)
CLAUSE_END = r";|,\s(?:mais|tandis que|alors que|selon|d['’]après)\b"


@dataclass(frozen=True)
class _Patterns:
    cue: re.Pattern[str]
    after_quote: re.Pattern[str]
    aside: re.Pattern[str]
    that: re.Pattern[str]
    quote: re.Pattern[str]
    infinitive: re.Pattern[str]
    feels: re.Pattern[str]
    excuses: re.Pattern[str]
    participle: re.Pattern[str]
    according: re.Pattern[str]
    clause_end: re.Pattern[str]
    inside: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    words = load("saying")["fr"]
    known = forms()
    participles, finite = pattern(known.participle), pattern(known.finite)
    before = "|".join(re.escape(p) for p in words["preposition"])
    clitic = rf"-(?:t-)?{PRONOUN}"
    have = "a|ont|avait|avaient|aura|aurait|auraient|ai|avons"
    inverted = (
        rf"(?:{CLITICS}(?:a|ont|avait|avaient|ai|aurait){clitic}\s{ADVERBS}(?:{participles})|(?:{finite}){clitic})\b"
    )
    compound = rf"{CLITICS}(?:{have})\s{ADVERBS}(?:{participles})(?![\w-])"
    simple = rf"{CLITICS}(?:{finite})(?![\w-])"
    plain = rf"(?:{compound}|{simple})"
    inverting = "|".join(
        re.escape(word) for word, verb in sorted(known.finite.items(), reverse=True) if verb in words["inverting"]
    )
    return _Patterns(
        cue=re.compile(rf"(?<![\w'’-])(?P<cue>{plain})"),
        after_quote=re.compile(
            rf"(?P<quote>{QUOTE})\s{{0,3}},?\s{{0,3}}(?:(?P<pronoun>{inverted})|(?P<cue>{plain})\s(?P<who>{NAME}){AFTER_NAME})"
        ),
        aside=re.compile(
            rf",\s(?:(?P<pronoun>{inverted})|(?P<cue>{compound}|(?:{inverting})(?![\w-]))"
            rf"\s(?P<who>(?:l['’]|(?:le|la|les|un|une|son|sa|M\.|Mme)\s|[A-ZÉÈÎ]){NAME}){AFTER_NAME})"
        ),
        that=re.compile(rf"{ADJUNCT}{ASIDE}\s(?P<that>qu(?:e\s|['’]))"),
        quote=re.compile(
            rf"(?P<gap>(?:\s[^\s,;:.{MASK}{MASK_END}]{{1,30}}){{0,9}}?)\s?(?P<colon>[:,]?)\s{{0,3}}(?P<quote>{QUOTE})"
        ),
        infinitive=re.compile(
            rf"(?:\s(?:aussi|également|toujours))?{ADJUNCT}{ASIDE}\s(?P<said>(?:de\s|d['’])?(?:ne\s(?:pas|plus|jamais)\s)?"
            rf"(?:[ys]['’]?\s?|l['’]|en\s|se\s)?[a-zà-ÿ]{{2,14}}(?:er|ir|oir|re)\s)"
        ),
        feels=re.compile(
            r"(?<![\w'’-])(?P<cue>(?:se|s['’]est|s['’]était|se sont)\s(?:dit|dits|dite|dites|disent|disait|disaient))"
            r"\s(?P<said>(?!que\b|qu['’])[a-zà-ÿ])"
        ),
        excuses=re.compile(
            r"(?P<cue>(?:a|ont|avait|avaient)\s(?:offert|présenté)|offre|offrent|présente|présentent)\s"
            r"(?P<said>(?:ses|leurs|des)\s(?:plus\splates\s)?excuses\b)"
        ),
        participle=re.compile(
            rf"(?:,\s|\s(?:en|et)\s)(?P<cue>(?:{pattern(known.gerund)}))(?![\w-]){ADJUNCT}\s(?P<that>qu(?:e\s|['’]))"
        ),
        according=re.compile(rf"(?<![\w-])(?P<cue>{before})\s(?P<who>{NAME})(?=\s?[,.;]|\s?\Z)", re.IGNORECASE),
        clause_end=re.compile(
            rf"{CLAUSE_END}|,\s(?:tout\sen\s|en\s)?(?:{pattern(known.gerund)})\s|,\s{inverted}"
            rf"|,?\set\s(?:{plain})\s(?:qu['’]|que\s)"
        ),
        inside=re.compile(rf",\s(?P<cue>{inverted})(?:\s[^\s,;:.]{{1,24}}){{0,4}}?(?:,\s|(?=\.))"),
    )


CLITIC = re.compile(rf"-(?:t-)?({PRONOUN})\b")


def attributions(
    source: str, text: str, start: int, end: int, quotations: Mapping[int, Quotation]
) -> list[Attribution]:
    """The attributions of the French sentence `text[start:end]`: `source` with its quotations folded away.

    `quotations` are keyed by the offset of their opening mark; spans count characters of the article.
    """
    found: list[Attribution] = []
    for first in range(start, end, LONGEST):
        found.extend(_Sentence(source, text, first, min(end, first + LONGEST), quotations).read())
    return sorted(found, key=lambda a: a.contents[0])


class _Sentence:
    """One sentence as it is read; spans inside it count from its start."""

    def __init__(self, source: str, text: str, start: int, end: int, quotations: Mapping[int, Quotation]) -> None:
        self.source, self.start, self.quotations = source, start, quotations
        self.words = text[start:end].rstrip(" .!?…")
        self.covered: list[Span] = []
        self.by = _patterns()

    def read(self) -> Iterator[Attribution]:
        yield from self.after_quotes()
        yield from self.asides()
        for rule, match in self.cues():
            made = self.reported(rule, match)
            if made is not None:
                yield made
        yield from self.according()
        for at in self.open_quotes():
            yield from self.inside(self.quotations[self.start + at])

    # Quotations

    def open_quotes(self) -> list[int]:
        """Where quotations stand that no attribution holds yet."""
        return [
            match.start()
            for match in re.finditer(QUOTE, self.words)
            if self.start + match.start() in self.quotations and not self.is_covered(match.start())
        ]

    def inner(self, at: int) -> Span:
        """The words inside the quotation at `at`."""
        quotation = self.quotations[self.start + at]
        return quotation.start - self.start, quotation.end - self.start

    def is_covered(self, at: int) -> bool:
        return any(first <= at < last for first, last in self.covered)

    def after_quotes(self) -> Iterator[Attribution]:
        """« C'est faux », a-t-il déclaré, « et il le sait. »"""
        for match in self.by.after_quote.finditer(self.words):
            at = match.start("quote")
            if self.start + at not in self.quotations or self.is_covered(at):
                continue
            contents = [self.inner(at)]
            self.covered.append(match.span())
            following = re.compile(rf"\s?,\s{{0,3}}(?P<quote>{QUOTE})").match(self.words, match.end())
            if following and self.start + following.start("quote") in self.quotations:
                self.covered.append(following.span())
                contents.append(self.inner(following.start("quote")))
            if match.group("pronoun"):
                yield self.made(contents, self.clitic(match), match.span("pronoun"), "fr-pronoun", 0.9)
            else:
                yield self.made(contents, match.span("who"), match.span("cue"), "fr-inverted", 0.9)

    def inside(self, quotation: Quotation) -> Iterator[Attribution]:
        """« C'est un jour triste, dit-elle, et nous devons changer. »: the attribution inside the marks."""
        match = self.by.inside.search(self.source, quotation.start, quotation.end)
        if match is None:
            return
        pieces = [(quotation.start, match.start()), (match.end(), quotation.end)]
        clitic = CLITIC.search(match.group("cue"))
        at = match.start("cue")
        who = (at + clitic.start(1), at + clitic.end(1)) if clitic else match.span("cue")
        yield Attribution(tuple(p for p in pieces if p[1] > p[0]), who, match.span("cue"), "fr-aside", 0.85)

    # Attributions between commas

    def asides(self) -> Iterator[Attribution]:
        """Le vote, a-t-elle dit, est perdu. Le vote est perdu, soutient la députée."""
        for match in self.by.aside.finditer(self.words):
            if self.is_covered(match.start() + 2) or match.start() < 4:
                continue
            rest = re.compile(r"[^,;]{0,80}?,\s").match(self.words, match.end())
            contents = []
            if rest and rest.end() - match.end() < 40:
                left = max(self.words.rfind(", ", 0, match.start()) + 2, self.last_covered(match.start()))
                contents.append(self.trimmed(left if left > 1 else 0, match.start()))
                contents.append(self.trimmed(rest.end(), self.clause_end(rest.end())))
            else:
                contents.append(self.trimmed(self.last_covered(match.start()), match.start()))
            contents = [c for c in contents if c[1] - c[0] > 3]
            if not contents:
                continue
            self.covered.append((contents[0][0], max(match.end(), contents[-1][1])))
            who, cue = (
                (self.clitic(match), match.span("pronoun"))
                if match.group("pronoun")
                else (match.span("who"), match.span("cue"))
            )
            yield self.made(contents, who, cue, "fr-aside", 0.8)

    def last_covered(self, before: int) -> int:
        """Where the last attribution before a place ends; 0 where there is none."""
        return max((last for _, last in self.covered if last <= before), default=0)

    # Cues with what follows them

    def cues(self) -> list[tuple[str, re.Match[str]]]:
        """The cues in order, each with the rule that it asks for."""
        found = [("cue", m) for m in self.by.cue.finditer(self.words)]
        found += [("feels", m) for m in self.by.feels.finditer(self.words)]
        found += [("excuses", m) for m in self.by.excuses.finditer(self.words)]
        found += [("participle", m) for m in self.by.participle.finditer(self.words)]
        return sorted(found, key=lambda pair: (pair[1].start("cue"), -pair[1].end()))

    def reported(self, rule: str, match: re.Match[str]) -> Attribution | None:
        """What follows one cue: a "que" clause, a quotation, an infinitive."""
        cue = match.span("cue")
        if self.is_covered(cue[0]):
            return None
        if rule == "participle":
            return self.right(match.start("that"), self.clause_subject(), cue, "fr-participle", 0.75)
        who = self.subject(cue[0])
        if who is None:
            return None
        if rule in ("feels", "excuses"):
            return self.right(match.start("said"), who, cue, f"fr-{rule}", 0.75)
        verb = self.verb(match.group("cue"))
        if NEGATION.search(match.group("cue")) and verb not in ("croire", "penser", "estimer", "souhaiter"):
            return None
        relative = self.words[: cue[0]].rstrip().endswith(" qui")
        that = self.by.that.match(self.words, cue[1])
        if that:
            return self.right(that.start("that"), who, cue, "fr-that", 0.8, relative=relative)
        if verb in load("saying")["fr"]["with_infinitive"]:
            infinitive = self.by.infinitive.match(self.words, cue[1])
            if infinitive:
                return self.right(infinitive.start("said"), who, cue, "fr-infinitive", 0.75)
        return self.before_quote(who, cue)

    def before_quote(self, who: Span, cue: Span) -> Attribution | None:
        """La ministre a dit : « C'est faux. » Le chef a qualifié le projet de « gifle » (the clause)."""
        match = self.by.quote.match(self.words, cue[1])
        if match is None or self.start + match.start("quote") not in self.quotations:
            return None
        gap = match.group("gap").strip()
        if gap and not match.group("colon") and not re.match(rf"(?:{PREPOSITION}|{DAY})\b", gap):
            return self.right(match.start("gap") + 1, who, cue, "fr-before", 0.7)
        self.covered.append(match.span("quote"))
        return self.made([self.inner(match.start("quote"))], who, cue, "fr-before", 0.8)

    def right(
        self, first: int, who: Span | None, cue: Span, rule: str, confidence: float, *, relative: bool = False
    ) -> Attribution | None:
        """The attribution whose content begins at `first` and runs to the end of its clause."""
        last = self.clause_end(first)
        if relative and "," in self.words[first:last]:
            last = self.words.index(",", first)  # "la députée, qui dit que le vote est perdu, siégera"
        content = self.trimmed(first, last)
        if content[1] - content[0] < 4:
            return None
        self.covered.append((cue[0], last))
        return self.made([content], who, cue, rule, confidence)

    def clause_end(self, first: int) -> int:
        match = self.by.clause_end.search(self.words, first + 3)
        return match.start() if match else len(self.words)

    def according(self) -> Iterator[Attribution]:
        """Selon le ministre, le vote aura lieu. Le vote aura lieu, selon le ministre."""
        excluded = load("saying")["fr"]["not_a_source"]
        for match in self.by.according.finditer(self.words):
            named = re.findall(r"\w+", match.group("who").lower())
            if self.is_covered(match.start()) or not named or any(word in excluded for word in named[:2]):
                continue
            if match.start() < 3:
                content = self.trimmed(match.end(), self.clause_end(match.end()))
            else:
                content = self.trimmed(self.last_covered(match.start()), match.start())
            if content[1] - content[0] > 5:
                self.covered.append((min(content[0], match.start()), max(content[1], match.end())))
                yield self.made([content], match.span("who"), match.span("cue"), "fr-according", 0.8)

    # Who speaks

    def verb(self, cue: str) -> str | None:
        """The infinitive of a cue."""
        known = forms()
        words = cue.lower().split()
        for size in (3, 2, 1):
            last = " ".join(words[-size:])
            last = re.sub(r"^(?:n|l|m|s)['’]", "", last)
            if last in known.participle or last in known.finite:
                return known.participle.get(last) or known.finite[last]
        return None

    def subject(self, cue: int) -> Span | None:
        """The noun phrase before a cue: "Le ministre de la Santé, Jean Roy, | a annoncé"."""
        before = self.words[:cue].rstrip()
        if not before:
            return None
        if re.search(r"\bqui\Z", before):
            return self.antecedent(len(before) - 3)
        if re.search(r"(?:\bet|,)\Z", before) and not self.apposition(before):
            return self.clause_subject()
        ends = len(before.rstrip(","))
        first = 0
        for match in SUBJECT_BEFORE.finditer(before, max(0, ends - 160), ends):
            first = match.end()
        if before.endswith(","):
            first = self.head_of_apposition(before[:ends], first)
        return self.phrase(first, ends)

    def apposition(self, before: str) -> bool:
        """Whether the text before a cue ends with an apposition between commas."""
        return before.endswith(",") and before.count(",") > 1

    def head_of_apposition(self, before: str, first: int) -> int:
        """Where the phrase begins that the last one between commas only describes."""
        pieces = [0, *(m.end() for m in re.finditer(r",\s", before))]
        head = [p for p in pieces if p < first]
        return head[-1] if head else first

    def antecedent(self, ends: int) -> Span | None:
        """What "qui" before a cue stands for."""
        before = self.words[:ends].rstrip(" ,")
        marks = [match.end() for match in BEFORE_ANTECEDENT.finditer(before, max(0, len(before) - 160))]
        return self.phrase(marks[-1] if marks else 0, len(before))

    def clause_subject(self) -> Span | None:
        """The subject of the sentence: what stands before its first verb."""
        at = 0
        for piece in re.finditer(r"[^,]{1,200}", self.words[:400]):
            at = piece.start() + (len(piece.group()) - len(piece.group().lstrip()))
            if not NOT_A_SUBJECT.match(self.words, at):
                verbs = (FINITE.search(self.words, at), self.by.cue.search(self.words, at))
                ends = min([piece.end(), *(verb.start() for verb in verbs if verb)])
                return self.phrase(at, ends)
        return None

    def phrase(self, first: int, last: int) -> Span | None:
        """The words from `first` to `last` without a leading time and without white space."""
        span = self.trimmed(first, last)
        time = LEADING_TIME.match(self.words, *span)
        if time:
            span = self.trimmed(time.end(), span[1])
        words = self.words[slice(*span)].split()
        if not words or len(words) > 25 or any(mark in self.words[slice(*span)] for mark in (MASK, MASK_END)):
            return None
        return span

    def clitic(self, match: re.Match[str]) -> Span:
        """The pronoun of an inverted verb: "il" of "a-t-il déclaré"."""
        clitic = CLITIC.search(self.words, *match.span("pronoun"))
        return clitic.span(1) if clitic else match.span("pronoun")

    def trimmed(self, first: int, last: int) -> Span:
        while first < last and self.words[first] in " ,;:\xa0":
            first += 1
        while last > first and self.words[last - 1] in " ,;:\xa0":
            last -= 1
        return first, last

    def made(self, contents: list[Span], who: Span | None, cue: Span, rule: str, confidence: float) -> Attribution:
        """The attribution with its spans in the article."""
        by = self.start
        speaker = None if who is None else (by + who[0], by + who[1])
        spans = tuple((by + first, by + last) for first, last in contents)
        return Attribution(spans, speaker, (by + cue[0], by + cue[1]), rule, confidence)
