"""Who is said to have said what, in a French sentence.

The same task as `scripts.statements.attribution` with the means that French news uses. The sentence comes with its
quotations folded away. The rules, each with what it is for and what it must not match:

    fr-pronoun    « C'est faux », a-t-il déclaré.          not: A-t-il déclaré ses revenus?
    fr-inverted   « C'est faux », a déclaré la ministre.   not: « Libre » a déclaré forfait.
    fr-aside      Le vote, a-t-elle dit, est perdu.        not: Roy quitte, nie les allégations.
    fr-before     La ministre a dit : « C'est faux. »      not: La ministre a lu un livre : « Libre ».
    fr-that       Elle a indiqué que le vote aurait lieu.  not: l'annonce que la ministre a faite
    fr-infinitive Elle dit vouloir voter.                  not: Elle dit la vérité.
                  Il reproche au chef de mentir.           not: Il accuse un recul de deux points.
    fr-question   Elle demande s'il restera.               not: Elle le dit si souvent.
    fr-colon      Le chef prévient: le vote est perdu.     not: Le chef a trois fonctions: présider, nommer, lire.
    fr-noun       Elle réclame une enquête.                not: Elle annonce son départ.
    fr-feels      Elle se dit déçue de la décision.        not: Elle se dit.
    fr-excuses    Ils ont offert leurs excuses aux électeurs. not: Ils cherchent des excuses.
    fr-participle Il a voté, ajoutant que la loi est bonne. not: Il a voté, gagnant la partie.
    fr-for        Pour elle, « c'est fini ».               not: Pour elle, il a voté.
    fr-read       « C'est fini », lit-on dans la lettre de Roy. not: lit-on dans la lettre
    fr-because    Roy attend, car « rien n'est décidé ».   not: La loi tarde, car « rien n'est décidé ».
    fr-stands     Roy persiste et signe : « Je reste. »    not: La loi est claire : « Nul ne vote. »
    fr-according  Selon le ministre, le vote aura lieu.    not: selon la loi électorale
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from scripts.lexicon import load
from scripts.statements.attribution import Attribution
from scripts.statements.french_patterns import (
    ADJUNCT,
    APPOSITION,
    AUXILIARY_FIRST,
    BARE_DETERMINER,
    BEFORE_ANTECEDENT,
    DAY,
    FINITE,
    FRONTED,
    GOES_ON,
    LEADING_TIME,
    LONGEST,
    NO_CLAUSE_BEFORE,
    NOT_A_SUBJECT,
    NOUN_END,
    PREPOSITION,
    PRONOUN,
    QUOTE,
    SUBJECT_BEFORE,
    patterns,
)
from scripts.statements.french_verbs import forms
from scripts.statements.quotations import Quotation
from scripts.statements.tagging import MASK, MASK_END

Span = tuple[int, int]
CLITIC = re.compile(rf"-(?:t-)?({PRONOUN})\b")
FOLLOWING = re.compile(rf"{ADJUNCT}\s?[,:]\s{{0,3}}(?P<quote>{QUOTE})")
"""The quotation goes on behind its attribution: « ... », a-t-il dit à Laval, « et ... »"""
GOES_ON_BEHIND = re.compile(r"\s(?:(?:de|du|des|envers|contre)\s|d['’])")
"""The quotation is the beginning of a noun phrase that goes on outside of the marks."""
REST = re.compile(r"[^,;:]{0,39}?[,:]\s")
NAMED = re.compile(r",\s(?P<name>[A-ZÉÈÎ][\w'’.-]{1,24}(?:\s[A-ZÉÈÎ][\w'’.-]{1,24}){1,3})(?=\s?[,.;(]|\s?\Z)")
"""The name behind a role: "explique leur porte-parole, Jean Roy"."""
OWN = re.compile(r"\s(?:sa|son|ses|leurs?)\s\w")
"""Dire with a noun says what one feels: "a dit sa déception". Not: "a dit la vérité"."""
OBJECT_PRONOUN = re.compile(r"(?:(?P<whom>lui|leur|nous|vous)\s|(?:l['’]|le\s|la\s|les\s))(?=\w)", re.IGNORECASE)
"""What a verb has before it that is no part of the cue: "lui | a reproché"."""
OBJECT_CLITIC = re.compile(r"(?:l['’]|le\s|la\s|les\s)")
TO_SOMEBODY = re.compile(r"\s(?:à|au|aux)\s(?P<whom>[^,;:]{2,60})\s")
NEGATION = re.compile(r"\b(?:n[e'’]|ne|pas|jamais)(?=[\s\w])")
STANDING = re.compile(rf"(?P<cue>\w+)\s?:\s{{0,3}}(?P<quote>{QUOTE})\s?\Z")
"""A quotation behind a colon at the end of its sentence, before which any clause may stand."""
FINITE_ANY = re.compile(
    r"\s(?:a|ont|avait|est|sont|était|n['’]\w+|ne|s['’]est|se|persiste|insiste|hésite|s['’]en|va|fait|tranche|répète|reste|demeure|garde|revient|tient|y|en|met|prend|signe)\s|\set\ssigne\b"
)
SOMEBODY = re.compile(
    r"(?:M\.|Mme|[Ii]l|[Ee]lle|[A-ZÉÈÎ][\w'’.-]+\s(?:de\s)?(?:[A-ZÉÈÎ]|d['’]))"
    r"|(?:[Ll]e|[Ll]a|[Ll]['’])\s?(?:députée?|ministre|première?\sministre|cheffe?|sénat(?:eur|rice)|élue?|whip|porte-parole|leader|mair(?:e|esse)|ex-\w+|ancienn?e?\s\w+)\b"
)
A_NAME = re.compile(
    r"(?:M\.|Mme)\s[A-ZÉÈÎ][\w'’.-]+(?:\s[A-ZÉÈÎ][\w'’.-]+){0,2}|[A-ZÉÈÎ][\w'’.-]+(?:\s(?:de\s|d['’])?[A-ZÉÈÎ][\w'’.-]+){1,3}|[Ii]l\b|[Ee]lle\b"
)
REACTION_OF = re.compile(
    r"[LlSs](?:a|e|['’])\s?(?:réaction|réponse|réplique|message|constat|verdict|consigne|conclusion|commentaire|explication|promesse|riposte)\s(?:du\s|de\sla\s|de\s|d['’])"
    r"(?P<who>(?:\w+\s){0,3}[A-ZÉÈÎ][\w'’.-]+(?:\s[A-ZÉÈÎ][\w'’.-]+){0,3})"
)
BROKEN_OFF = re.compile(r"(?:\S+\s){0,2}\S+\Z")
"""Three words at most."""


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


def speaking_subject(source: str, text: str, start: int, end: int) -> Span | None:
    """The subject of a sentence where it is a person by name, pronoun or role: whose the quotation behind it may be."""
    if end - start > LONGEST:
        return None
    sentence = _Sentence(source, text, start, end, {})
    who = sentence.clause_subject()
    whose = None if who is None else sentence.somebody(who)
    return None if whose is None else (start + whose[0], start + whose[1])


class _Sentence:
    """One sentence as it is read; spans inside it count from its start."""

    def __init__(self, source: str, text: str, start: int, end: int, quotations: Mapping[int, Quotation]) -> None:
        self.source, self.start, self.quotations = source, start, quotations
        self.words = text[start:end].rstrip(" .!?…")
        self.covered: list[Span] = []
        self.last_speaker: Span | None = None
        self.by = patterns()
        self.lexicon: dict[str, Any] = load("saying")["fr"]

    def read(self) -> Iterator[Attribution]:
        yield from self.after_quotes()
        yield from self.asides()
        for rule, match in self.cues():
            made = self.reported(rule, match)
            if made is not None:
                yield made
        yield from self.according()
        yield from self.unsaid()
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
            if match.group("who") and not self.may_invert(at, match.start("cue")):
                continue
            contents = [self.clause_with(at, match.end("quote")) or self.inner(at)]
            self.covered.append((min(at, contents[0][0]), match.end()))
            following = FOLLOWING.match(self.words, match.end())
            if following and self.start + following.start("quote") in self.quotations:
                self.covered.append(following.span())
                contents.append(self.inner(following.start("quote")))
            if match.group("pronoun"):
                yield self.made(contents, self.clitic(match), match.span("pronoun"), "fr-pronoun", 0.9)
            else:
                yield self.made(contents, self.with_name(match.span("who")), match.span("cue"), "fr-inverted", 0.9)

    def may_invert(self, at: int, cue: int) -> bool:
        """Whether a subject may stand behind the verb at `cue`: a comma or the marks' last character say so.

        Not: « La fin du monde » raconte cette crise.
        """
        return "," in self.words[cue - 3 : cue] or self.source[self.start + self.inner(at)[1] - 1] in ",.?!…"

    def clause_with(self, at: int, last: int) -> Span | None:
        """The clause that the quotation from `at` to `last` is the end of: "Le vote «compte», dit-il"."""
        before = self.words[:at]
        if NO_CLAUSE_BEFORE.search(before, max(0, at - 12)):
            return None
        first = max(self.last_covered(at), before.rfind("; ") + 2, before.rfind(": ") + 2, 0)
        span = self.trimmed(first if first > 1 else 0, last)
        return span if 3 < at - span[0] < 300 and MASK not in before[span[0] :] else None

    def with_name(self, who: Span) -> Span:
        """A role together with the name that stands behind it."""
        if any(word[0].isupper() for word in self.words[slice(*who)].split()):
            return who
        named = NAMED.match(self.words, who[1])
        return (who[0], named.end("name")) if named else who

    def inside(self, quotation: Quotation) -> Iterator[Attribution]:
        """« C'est un jour triste, dit-elle, et nous devons changer. »: the attribution inside the marks."""
        match = self.by.inside.search(self.source, quotation.start, quotation.end)
        if match is None:
            return
        pieces = [(quotation.start, match.start()), (match.end(), quotation.end)]
        stop = re.compile(r"\.\s").match(self.source, match.end())
        if stop:
            pieces[1] = (stop.end(), quotation.end)
        held = tuple(p for p in pieces if p[1] > p[0])
        if match.group("verb"):
            yield Attribution(held, match.span("who"), match.span("verb"), "fr-aside", 0.8)
            return
        clitic = CLITIC.search(match.group("cue"))
        at = match.start("cue")
        who = (at + clitic.start(1), at + clitic.end(1)) if clitic else match.span("cue")
        yield Attribution(held, who, match.span("cue"), "fr-aside", 0.85)

    # Attributions between commas

    def asides(self) -> Iterator[Attribution]:
        """Le vote, a-t-elle dit, est perdu. Le vote est perdu, soutient la députée."""
        for match in self.by.aside.finditer(self.words):
            if self.is_covered(match.start() + 2) or match.start() < 4:
                continue
            rest = REST.match(self.words, match.end())
            if rest and match.group("who") and APPOSITION.match(self.words, rest.end()):
                rest = None
            contents = []
            if rest:
                left = max(self.words.rfind(", ", 0, match.start()) + 2, self.last_covered(match.start()))
                contents.append(self.trimmed(left if left > 1 else 0, match.start()))
                contents.append(self.trimmed(rest.end(), self.clause_end(rest.end())))
            else:
                contents.append(self.trimmed(self.last_covered(match.start()), match.start()))
            contents = [c for c in contents if c[1] - c[0] > 3]
            if not contents:
                continue
            opens = contents[0][0]
            contents[0] = self.without_lead(contents[0])
            if len(contents) > 1 and self.is_fragment(contents[0]):
                del contents[0]
            self.covered.append((opens, max(match.end(), contents[-1][1])))
            who, cue = (
                (self.clitic(match), match.span("pronoun"))
                if match.group("pronoun")
                else (match.span("who"), match.span("cue"))
            )
            yield self.made(contents, who, cue, "fr-aside", 0.8)

    def without_lead(self, content: Span) -> Span:
        """A content without the words that say whose it is: "Ils dénoncent | une règle qui, disent-ils, ..."."""
        lead = re.compile(r"(?:ils?|elles?|on)\s(?=\w)", re.IGNORECASE).match(self.words, *content)
        cue = self.by.cue.match(self.words, lead.end(), content[1]) if lead else None
        if cue and self.verb(cue.group("cue")) in self.lexicon["with_noun"]:
            return self.trimmed(cue.end(), content[1])
        return content

    def is_fragment(self, content: Span) -> bool:
        """Whether the words before an attribution are only the opening of what comes behind it."""
        short = BROKEN_OFF.match(self.words[slice(*content)])
        return short is not None and FRONTED.match(self.words, *content) is not None

    def last_covered(self, before: int) -> int:
        """Where the last attribution before a place ends; 0 where there is none."""
        return max((last for _, last in self.covered if last <= before), default=0)

    # Cues with what follows them

    def cues(self) -> list[tuple[str, re.Match[str]]]:
        """The cues in order, each with the rule that it asks for."""
        found = [("cue", m) for m in self.by.cue.finditer(self.words)]
        found += [("feels", m) for m in self.by.feels.finditer(self.words)]
        found += [("feels", m) for m in self.by.shows_oneself.finditer(self.words)]
        found += [("excuses", m) for m in self.by.excuses.finditer(self.words)]
        found += [("participle", m) for m in self.by.participle.finditer(self.words)]
        return sorted(found, key=lambda pair: (pair[1].start("cue"), -pair[1].end()))

    def reported(self, rule: str, match: re.Match[str]) -> Attribution | None:
        """What follows one cue: a "que" clause, a quotation, an infinitive."""
        cue = match.span("cue")
        if self.is_covered(cue[0]):
            return None
        if rule == "participle":
            who = self.clause_subject() or self.last_speaker
            return self.right(match.start("that"), who, cue, "fr-participle", 0.75)
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
        if verb in self.lexicon["that_after_object"]:
            that = self.by.that_after_object.match(self.words, cue[1])
            if that:
                return self.right(that.start("that"), who, cue, "fr-that", 0.8, whom=that.span("whom"))
        return self.complement(verb or "", who, cue) or self.before_quote(verb or "", who, cue)

    def complement(self, verb: str, who: Span, cue: Span) -> Attribution | None:
        """What follows a verb by its kind: an infinitive, a question, a noun, a clause behind a colon."""
        words = self.lexicon
        with_de = verb in words["with_de_and_infinitive"]
        if with_de or verb in words["with_infinitive"]:
            infinitive = self.by.infinitive.match(self.words, cue[1])
            if infinitive and (infinitive.group("de") or (not with_de and self.is_infinitive(infinitive))):
                return self.right(infinitive.start("said"), who, cue, "fr-infinitive", 0.75, verb=verb)
        if verb in words["with_object_and_infinitive"]:
            made_to = self.by.made_to.match(self.words, cue[1])
            if made_to:
                return self.right(made_to.start("said"), who, cue, "fr-infinitive", 0.75)
        if verb in words["telling"]:
            question = self.by.question.match(self.words, cue[1])
            if question and (not question.group("whether") or verb in words["asking"]):
                first = question.start("whether") if question.group("whether") else self.last_word(question.end())
                return self.right(first, who, cue, "fr-question", 0.75)
        colon = self.by.colon.match(self.words, cue[1])
        if colon and (colon.end() - cue[1] < 4 or verb in words["telling"] or verb in words["inverting"]):
            return self.right(colon.end(), who, cue, "fr-colon", 0.7)
        if verb in words["with_noun"] or (verb == "dire" and OWN.match(self.words, cue[1])):
            noun = self.by.noun.match(self.words, cue[1])
            if noun and not OBJECT_CLITIC.match(self.words, *cue) and not self.is_listed(cue[0]):
                ends = NOUN_END.search(self.words, noun.end())
                return self.right(noun.start("said"), who, cue, "fr-noun", 0.7, last=ends.start() if ends else None)
        return None

    def is_infinitive(self, match: re.Match[str]) -> bool:
        """Whether a word that looks like an infinitive is one: far from its verb it may be a noun ("rencontre")."""
        words = match.group("verb").split()
        return not match.group("adjunct") or words[0] == "ne" or words[-1] in self.lexicon["modal"]

    def is_listed(self, cue: int) -> bool:
        """Whether a verb is one in a list without "et", as in headlines: "Roy quitte le caucus, nie les faits"."""
        before = self.words[:cue].rstrip()
        return before.endswith(",") and not self.apposition(before)

    def last_word(self, ends: int) -> int:
        """Where the word begins that ends before `ends`."""
        return self.words.rstrip().rfind(" ", 0, ends - 1) + 1

    def before_quote(self, verb: str, who: Span, cue: Span) -> Attribution | None:
        """La ministre a dit : « C'est faux. » Le chef a qualifié le projet de « gifle » (the clause)."""
        match = self.by.quote.match(self.words, cue[1])
        if match is None or self.start + match.start("quote") not in self.quotations:
            return None
        gap = match.group("gap").strip()
        if gap and not match.group("colon") and not re.match(rf"(?:{PREPOSITION}|{DAY})\b", gap):
            return self.right(match.start("gap") + 1, who, cue, "fr-before", 0.7)
        inner = self.inner(match.start("quote"))
        if verb == "y voir" or (
            verb in ("juger", "considérer")
            and BROKEN_OFF.match(self.source, inner[0] + self.start, inner[1] + self.start)
        ):
            return self.right(match.start("quote"), who, cue, "fr-before", 0.7)  # juge « inacceptable » le retard
        if not match.group("colon") and GOES_ON_BEHIND.match(self.words, match.end()):
            return self.right(match.start("quote"), who, cue, "fr-before", 0.7)  # déplore « la lenteur » du comité
        self.covered.append(match.span("quote"))
        return self.made([inner], who, cue, "fr-before", 0.8)

    def right(
        self,
        first: int,
        who: Span | None,
        cue: Span,
        rule: str,
        confidence: float,
        *,
        relative: bool = False,
        verb: str = "",
        whom: Span | None = None,
        last: int | None = None,
    ) -> Attribution | None:
        """The attribution whose content begins at `first` and runs to the end of its clause, or to `last` before it."""
        ends = min(self.clause_end(first), len(self.words) if last is None else last)
        if relative and "," in self.words[first:ends]:
            ends = self.words.index(",", first)  # "la députée, qui dit que le vote est perdu, siégera"
        content = self.trimmed(first, ends)
        if content[1] - content[0] < 4:
            return None
        self.covered.append((cue[0], ends))
        return self.made([content], who, cue, rule, confidence, whom or self.whom(cue[1], first, verb))

    def whom(self, first: int, last: int, verb: str) -> Span | None:
        """Whom the words between a cue and its content say that it was said to."""
        audience = self.by.audience.search(self.words, first, last)
        if audience:
            return audience.span("whom")
        to = TO_SOMEBODY.match(self.words, first, last) if verb in self.lexicon["to_somebody"] else None
        return to.span("whom") if to else None

    def clause_end(self, first: int) -> int:
        match = self.by.clause_end.search(self.words, first + 3)
        return match.start() if match else len(self.words)

    def according(self) -> Iterator[Attribution]:
        """Selon le ministre, le vote aura lieu. Le vote aura lieu, selon lui. À son avis, le vote est perdu."""
        excluded = self.lexicon["not_a_source"]
        found = [*self.by.according.finditer(self.words), *self.by.own_view.finditer(self.words)]
        for match in sorted(found, key=lambda m: m.start()):
            source = re.findall(r"\w+", match.group("who").lower())
            if self.is_covered(match.start()) or not source or any(word in excluded for word in source[:2]):
                continue
            who = match.span("who")
            named = NAMED.match(self.words, who[1]) if match.start() < 3 else None
            if named and self.words[named.end() : named.end() + 2] == ", ":
                who = (who[0], named.end("name"))  # Selon le député de Laval, Jean Roy, le vote est perdu
            contents = [c for c in self.around(match, who[1]) if c[1] - c[0] > 5]
            if contents:
                self.covered.append((min(contents[0][0], match.start()), max(contents[-1][1], match.end())))
                yield self.made(contents, who, match.span("cue"), "fr-according", 0.8)

    def around(self, match: re.Match[str], after: int) -> list[Span]:
        """What stands before and behind "selon elle"; where it opens its sentence, only what stands behind."""
        if match.start() < 3:
            after = max(after, match.end())
            return [self.trimmed(after, self.clause_end(after))]
        before = self.trimmed(self.last_covered(match.start()), match.start())
        if self.words[match.end() : match.end() + 2] != ", " or not GOES_ON.match(self.words, match.end() + 2):
            only = re.compile(QUOTE).fullmatch(self.words, *before)
            return [self.inner(before[0]) if only and self.start + before[0] in self.quotations else before]
        behind = self.trimmed(match.end(), self.clause_end(match.end()))
        if BROKEN_OFF.match(self.source[self.start + before[0] : self.start + before[1]].strip("«» ")):
            if re.match(r"de\s|d['’]", self.words[behind[0] :]):
                return [(before[0], behind[1])]  # Beaucoup craignent, selon elle, de perdre le vote
            return [behind]  # « Il est possible », selon elle, que le vote soit perdu
        return [before, behind]

    def unsaid(self) -> Iterator[Attribution]:
        """Quotations that no verb of saying holds: whose they are the clause around them tells."""
        for match in self.by.read_in.finditer(self.words):
            at = match.start("quote")
            if self.start + at in self.quotations and not self.is_covered(at):
                self.covered.append(match.span())
                yield self.made([self.inner(at)], match.span("who"), match.span("cue"), "fr-read", 0.75)
        for match in self.by.for_one.finditer(self.words):
            at = self.words.find(MASK, match.end())
            if at >= 0 and self.start + at in self.quotations and not self.is_covered(match.start()):
                contents = [self.trimmed(match.end(), self.clause_end(match.end()))]
                self.covered.append((match.start(), contents[0][1]))
                yield self.made(contents, match.span("who"), match.span("cue"), "fr-for", 0.7)
        because = self.by.because.search(self.words)
        colon = because or STANDING.search(self.words)
        if colon is None:
            return
        at = colon.start("quote")
        if self.start + at not in self.quotations or self.is_covered(at) or MASK in self.words[: colon.start()]:
            return
        who = self.clause_subject() if because or FINITE_ANY.search(self.words, 0, colon.start()) else None
        whose = None if who is None else self.somebody(who)
        if whose is not None:
            self.covered.append(colon.span("quote"))
            cue = colon.span("cue")
            yield self.made([self.inner(at)], whose, cue, "fr-because" if because else "fr-stands", 0.7)

    def somebody(self, who: Span) -> Span | None:
        """The part of a subject that names a person: a name, a pronoun, a role, the owner of "la réaction de P"."""
        owner = REACTION_OF.match(self.words, *who)
        if owner:
            return owner.span("who")
        named = A_NAME.match(self.words, *who)
        if named:
            return named.span()
        return who if SOMEBODY.match(self.words, *who) else None

    # Who speaks

    def verb(self, cue: str) -> str | None:
        """The infinitive of a cue."""
        known = forms()
        words = cue.lower().split()
        if words[-1] in known.reflexive and re.match(r"s['’]|se\s", cue, re.IGNORECASE):
            return known.reflexive[words[-1]]
        for size in (3, 2, 1):
            last = " ".join(words[-size:])
            if last in known.finite:
                return known.finite[last]
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
        if AUXILIARY_FIRST.match(before, first):
            first = 0  # "Le rapport que Roy, le whip, a écrit | conclut": a relative clause stands in the subject
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
        himself = re.search(r",\s(?:lui|elles?|eux)\Z", self.words[slice(*span)])
        if himself:
            span = span[0], span[0] + himself.start()  # "Le premier ministre, lui, répète"
        words = self.words[slice(*span)].split()
        if " ".join(words).lower() in self.lexicon["nobody"] or BARE_DETERMINER.search(self.words, *span):
            return None
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

    def made(
        self,
        contents: list[Span],
        who: Span | None,
        cue: Span,
        rule: str,
        confidence: float,
        whom: Span | None = None,
    ) -> Attribution:
        """The attribution with its spans in the article."""
        by, self.last_speaker = self.start, who or self.last_speaker
        speaker = None if who is None else (by + who[0], by + who[1])
        clitic = OBJECT_PRONOUN.match(self.words, *cue)
        if clitic:
            cue = (clitic.end(), cue[1])
            whom = whom or (clitic.span("whom") if clitic.group("whom") else None)
        spans = tuple((by + first, by + last) for first, last in contents)
        addressee = None if whom is None else (by + whom[0], by + whom[1])
        return Attribution(spans, speaker, (by + cue[0], by + cue[1]), rule, confidence, addressee)
