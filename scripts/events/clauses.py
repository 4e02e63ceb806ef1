"""How a clause is built around a verb: its verb group, whether it happened, and where the clause begins and
ends.

News tells events in finite clauses ("Roy apologized on Monday"), in passives ("was charged"), in participles
("accused of ..., she") and after a relative pronoun ("who denies it"). It also tells what did not happen, or
might, in the same words. This module looks at the few words before a verb to tell these apart. It knows no
event and no person.

Offsets count characters of the text that the tokens were cut from.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import NamedTuple

from scripts.lexicon import load

TOKEN = re.compile(
    # a word that no apostrophe follows: most words, and nothing below begins there (possessive, so nothing is retried)
    r"[^\W_]++(?:[-.][^\W_]++){0,8}+(?!['’])"
    r"|['’](?:s|re|ve|ll|d)\b"  # 's 're
    r"|[A-Za-z]{1,8}n['’]t\b"  # didn't
    r"|(?:[ldnsjcmtLDNSJCMT]|[Qq]u|[Ll]orsqu)['’](?=\w)"  # l' d' qu'
    r"|[^\W_]+(?:[-.][^\W_]+){0,8}"  # words, hyphenated words, U.S
    r"|--|[^\w\s]|_"
)
MAYBE_OPENERS = frozenset(
    {"as", "after", "before", "since", "until", "despite", "than", "so", "comme", "après", "avant"}
)
"""Openers that are prepositions before a noun: with a comma behind it, the phrase stands before the clause."""


class Token(NamedTuple):
    """A word or a mark: its place in the text, its lower-case form, and whether it was written with a capital."""

    start: int
    end: int
    word: str
    capital: bool = False


@dataclass(frozen=True)
class Grammar:
    """The closed classes of one language, from `lexicon/clauses.yaml`."""

    be: frozenset[str]
    have: frozenset[str]
    do: frozenset[str]
    supposed: frozenset[str]
    planned: frozenset[str]
    negative: frozenset[str]
    adverbs: frozenset[str]
    to: frozenset[str]
    carried_out: frozenset[str]
    factual_before_gerund: frozenset[str]
    conditional: frozenset[str]
    openers: frozenset[str]
    relative: frozenset[str]
    doubting: frozenset[str]
    wishing: frozenset[str]
    pronouns: frozenset[str]
    possessive: frozenset[str]
    prepositions: frozenset[str]
    conjunctions: frozenset[str]
    verbs_of_report: frozenset[str]
    not_adverbs: frozenset[str]
    adverb_ending: str

    # The unions are asked for at every verb: they are made once.

    @cached_property
    def auxiliaries(self) -> frozenset[str]:
        """What may stand between a subject and its verb as part of the verb."""
        return self.be | self.have | self.do | self.planned | self.supposed

    @cached_property
    def clause_markers(self) -> frozenset[str]:
        """Words that open another clause."""
        return self.openers | {"who", "which", "qui", "dont"}

    @cached_property
    def fronting(self) -> frozenset[str]:
        """First words of what may stand before the subject, closed by a comma."""
        return self.openers | self.prepositions | {"asked", "speaking", "citing"}


@cache
def grammar(language: str) -> Grammar:
    """The closed classes of `en` or `fr`; any other language is read as English."""
    language = language if language in ("en", "fr") else "en"
    classes = {name: frozenset(str(word) for word in words) for name, words in load("clauses")[language].items()}
    return Grammar(**classes, adverb_ending="ment" if language == "fr" else "ly")


@dataclass(frozen=True)
class VerbGroup:
    """A verb and the small words before it. `start` is the index of its first token, `verb` of the verb itself."""

    start: int
    verb: int
    passive: bool = False
    perfect: bool = False
    negative: bool = False
    supposed: bool = False
    planned: bool = False
    infinitive: bool = False
    carried_out: bool = False
    bare: bool = True
    """No auxiliary stands before the verb."""


def tokens_of(text: str, start: int, end: int) -> list[Token]:
    """The tokens of `text[start:end]`, in order."""
    spans = [match.span() for match in TOKEN.finditer(text, start, end)]
    new = tuple.__new__  # what Token(...) does, without its detour: tokens are made by the ten thousand
    return [new(Token, (low, high, (word := text[low:high]).lower(), word[0].isupper())) for low, high in spans]


def token_at(tokens: Sequence[Token], offset: int) -> int:
    """The index of the first token that ends after `offset`."""
    return bisect_left(tokens, offset + 1, key=lambda token: token.end)


def verb_group(tokens: Sequence[Token], verb: int, language: str) -> VerbGroup:
    """The verb group that ends in the verb at index `verb`.

    "has since been charged": passive, perfect. "would not apologize": supposed, negative. "decided to sue":
    carried out.
    """
    words = grammar(language)
    seen: set[str] = set()
    at = verb
    infinitive = carried_out = False
    while at > 0 and verb - at < 9:
        word = tokens[at - 1].word
        if word in words.auxiliaries or word in words.negative or word.endswith(("n't", "n’t")):
            seen.add(word)
        elif word in words.to and (language != "fr" or at == verb):
            if language == "fr" and tokens[verb].word[-2:] not in ("er", "ir", "re"):
                break
            infinitive = True
            carried_out = at > 1 and tokens[at - 2].word in words.carried_out
            if carried_out:
                at -= 2 if tokens[at - 2].word == "on" and at > 2 else 1
        elif word in ("'s", "’s") and at > 1 and tokens[at - 2].word in words.pronouns:
            seen.add("is")
        elif at == 1 and word == "both":
            break  # "Both repeated their call": the subject; not "have both denied it"
        elif not (word in words.adverbs or (is_adverb(tokens[at - 1], words) and (language != "fr" or not seen))):
            break
        at -= 1
        if infinitive and not carried_out:
            break
    return VerbGroup(
        start=at,
        verb=verb,
        passive=not seen.isdisjoint(words.be),
        perfect=not seen.isdisjoint(words.have),
        negative=not seen.isdisjoint(words.negative)
        or any(w.endswith(("n't", "n’t")) for w in seen)
        or _denied_after(tokens, verb, words),
        supposed=not seen.isdisjoint(words.supposed),
        planned=not seen.isdisjoint(words.planned),
        infinitive=infinitive,
        carried_out=carried_out,
        bare=seen.isdisjoint(words.auxiliaries),
    )


def is_adverb(token: Token, words: Grammar) -> bool:
    """Whether a word is an adverb by its ending: "flatly", but not "Kelly" or "family"."""
    return (
        token.word.endswith(words.adverb_ending)
        and len(token.word) > 4
        and not token.capital
        and token.word not in words.not_adverbs
    )


def _denied_after(tokens: Sequence[Token], verb: int, words: Grammar) -> bool:
    """French negates a simple tense after the verb too: "il ne nie pas"."""
    return "pas" in words.negative and verb + 1 < len(tokens) and tokens[verb + 1].word in ("pas", "jamais", "rien")


def clause_start(tokens: Sequence[Token], group_start: int, language: str) -> int:
    """The index where the clause of a verb group begins: after the nearest word or mark on its left that opens
    a clause."""
    words = grammar(language)
    depth = 0
    comma = False
    for at in range(group_start - 1, -1, -1):
        word = tokens[at].word
        if word == ")":
            depth += 1
        elif word == "(":
            depth -= 1
            if depth < 0:
                return at + 1
        if depth > 0:
            continue
        if word in (";", ":", "--", "—", "–") or (word in words.openers and not (comma and word in MAYBE_OPENERS)):
            return at + 1
        comma = comma or word == ","
    return 0


def clause_end(tokens: Sequence[Token], verb: int, language: str) -> int:
    """The index (exclusive) where the clause of the verb at index `verb` ends."""
    words = grammar(language)
    for at in range(verb + 1, len(tokens)):
        word = tokens[at].word
        if word in (";", ":", "--", "—", "–", "."):
            return at
        if word == "as" and at <= verb + 3 and tokens[at - 1].word not in (",", "just"):
            continue  # "resigned as leader in May", "named Roy as critic"
        if word in words.clause_markers:
            return at
        if word in words.pronouns and tokens[at - 1].word not in words.prepositions | {","} and at - 1 > verb:
            return at
    return len(tokens)


def opened_by(tokens: Sequence[Token], start: int) -> str | None:
    """The word that opens the clause whose first token has the index `start`."""
    return tokens[start - 1].word if start > 0 else None


def is_conditional(tokens: Sequence[Token], start: int, group: VerbGroup, language: str) -> bool:
    """Whether the clause from `start` to the verb is one of condition or doubt ("if she resigned", "whether he
    sued")."""
    words = grammar(language)
    opener = opened_by(tokens, start)
    if opener in words.conditional:
        return True
    return any(tokens[at].word in ("if", "whether", "unless", "si") for at in range(max(0, start), group.start))


def is_doubted(tokens: Sequence[Token], subject: int, language: str) -> bool:
    """Whether what stands before the subject at index `subject` makes the clause a doubt, a wish or a denial.

    "He denied that Roy had resigned", "rumours Roy resigned", "hopes Roy apologized".
    """
    words = grammar(language)
    for at in range(subject - 1, max(-1, subject - 7), -1):
        word = tokens[at].word
        if word in words.doubting:
            return True
        if word in (";", ":", ",", ".", '"', "“", "”") or (
            word in words.openers and word not in ("that", "que", "qu'", "qu’")
        ):
            return False
    return False


def happened(
    tokens: Sequence[Token], group: VerbGroup, kind: str, language: str, *, follows_name: bool = False
) -> bool:
    """Whether the verb group tells of something that happened, as far as its own words say.

    `kind` is the form of the verb: `base`, `present`, `past`, `participle`, `ing`. Negated, supposed, planned and most
    infinitive groups did not happen; a bare -ing form did after "after", "by", a mark, or a name (`follows_name`).
    """
    words = grammar(language)
    if group.negative or group.supposed or group.planned:
        return False
    if group.infinitive:
        return group.carried_out
    before = tokens[group.start - 1].word if group.start > 0 else ""
    if kind == "ing" and group.bare:
        return before in words.factual_before_gerund or not before[:1].isalnum() or follows_name
    if kind == "base":
        did = bool(words.do) and any(tokens[at].word == "did" for at in range(group.start, group.verb))
        return did or (group.bare and not group.passive)
    return not (before in words.negative and before not in ("no",))
