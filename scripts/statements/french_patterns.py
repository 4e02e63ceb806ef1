"""How attributions look in a French sentence: what `scripts.statements.french_speech` reads with.

The words come from `saying.yaml`; here is only how they stand together. Every gap is bounded.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from scripts.lexicon import load
from scripts.statements.french_verbs import forms, pattern
from scripts.statements.tagging import MASK, MASK_END

LONGEST = 1500
"""Characters that are read as one sentence at most; a longer run is a table or the furniture of a page."""

QUOTE = f"(?<!{MASK}){MASK}{{1,100000}}+{MASK_END}?"
PRONOUN = r"(?:il|elle|on|ils|elles|je|nous)"
CLITICS = r"(?:(?:n[e'’]|l['’]|m['’]|s['’]|me|se|lui|leur|nous|vous|y|en|les|le|la)\s?){0,3}"
ADVERB = (
    r"(?:aussi|également|toutefois|ensuite|notamment|alors|plus tard|encore|par ailleurs|tout de même|depuis|déjà"
    r"|en outre|d['’]abord|même|toujours|souvent|plutôt|ainsi|enfin|hier|pas|jamais|cependant|pourtant"
    r"|néanmoins|d['’]emblée|en effet|du même souffle|(?:pour|de) (?:sa|leur|son) (?:part|côté)"
    r"|quant à (?:lui|elle|eux|elles)|\w{3,16}ment)"
)
ADVERBS = rf"(?:{ADVERB}\s){{0,3}}"
AFTER_VERB = rf"(?:\s{ADVERB}){{0,2}}"
"""Adverbs behind a verb in a simple tense: "affirme toutefois"."""
DAY = (
    r"(?:hier|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|aujourd['’]hui|ce matin|cette semaine|cet après-midi"
    r"|le jour même|la veille|le lendemain|plus tôt|plus tard|(?:la semaine|le mois|l['’]an) derni(?:er|ère))"
)
PREPOSITION = r"(?:à|au|aux|en|dans|lors|devant|sur|par|après|avant|auprès|depuis|pendant|durant|sous|via|chez|du haut)"
ADJUNCT = (
    rf"(?:\s(?:{DAY}|{PREPOSITION}|d['’]entrée|\w{{3,16}}ment)(?:\s[^\s,;:.{MASK}{MASK_END}]{{1,30}}){{0,9}}?){{0,1}}"
)
ASIDE = rf"(?:,\s(?!selon\s|d['’]après\s)[^,;:{MASK}{MASK_END}]{{1,60}},)?"
SHORT_ADJUNCT = rf"(?:\s(?:{DAY}|{PREPOSITION})(?:\s[^\s,;:.{MASK}{MASK_END}]{{1,30}}){{0,5}}?)?"
BEFORE_NAME = rf"(?:\s(?:{ADVERB}|{DAY}))?"
"""Between a verb and its subject behind it: "a admis jeudi la ministre"."""
AFTER_NAME = rf"(?=\s?[,.;:(]|\s?\Z|\s(?:{DAY}|{PREPOSITION})\b)"
WORD = rf"[^\s,;:.()«»{MASK}{MASK_END}]{{1,40}}(?:\.(?=\s[A-ZÉÈÎ]))?"
PLAIN_NAME = r"\w[\w'’-]{0,30}(?:\s\w[\w'’-]{0,30}){0,7}?"
"""A name inside a quotation, where a full stop ends a sentence."""
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
CLAUSE_END = (
    r";|,\s(?:mais(?!\s(?:pas|non|aussi|seulement|surtout|plutôt|que|sans|de|à|pour)\b|\s(?:qu|d)['’])"
    r"|tandis que|alors que|selon|d['’]après)\b"
)
""""mais" that goes on with no clause of its own ("mais pas assez") belongs to what is said."""
NOUN_END = re.compile(r",\s(?:dont|qui|où|mais|ce|tout en|en|par|selon)\s|;|:\s")
"""Where an object ends that is a noun."""
DETERMINER = (
    r"(?:l['’]|(?:le|la|les|un|une|des|son|sa|ses|leurs?|ce|cet|cette|ces|toute?|du|de la|plusieurs)\s"
    r"|(?:plus|davantage) de\s|de l['’])"
)
PERSON = (
    r"(?:l['’]|(?:le|la|les|un|une|des|son|sa|ses|leurs?|ces|tous|toutes|plusieurs|certains|M\.|Mme|MM\.)\s|[A-ZÉÈÎ])"
)
"""How a phrase begins that names somebody."""
BARE_DETERMINER = re.compile(
    r"(?:\A|\s|['’])(?:le|la|les|l['’]|un|une|des|du|de|d['’]|son|sa|ses|leurs?|cet?|cette|ces|au|aux|à|par|sans|en"
    r"|toute?|aucune?)\Z",
    re.IGNORECASE,
)
"""A noun that looks like a verb of saying stands after it: "la sévère critique", "une demande"."""
AUXILIARY_FIRST = re.compile(r"(?:a|ont|avait|avaient|est|sont|était|étaient)\s")
FRONTED = re.compile(
    rf"(?:{PREPOSITION}|pour|sur|avec|sans|malgré|selon|le|la|les|un|une|l['’])(?:\b|(?<=['’]))", re.IGNORECASE
)
"""How a fragment begins that stands before an attribution: "Pour sa part, dit-elle, ..."."""
APPOSITION = re.compile(
    r"(?:de|du|des|qui|dont|où|alors|ancien|ancienne|député|députée|chef|cheffe|porte-parole|ministre)\s|d['’]|ex-"
)
"""How an apposition to the name of a speaker begins: ", estime Anne Roy, de l'Université Laval,"."""
GOES_ON = re.compile(r"(?:que|et|mais|il|elle|ils|elles|on|ce|de)\s|(?:qu|d|c)['’]", re.IGNORECASE)
"""How the rest begins of a sentence that a short attribution broke."""
NO_CLAUSE_BEFORE = re.compile(
    rf"(?:\A|[,;:.!?()–—{MASK}{MASK_END}]|\b(?:mais|et|ou|or|car|donc|puis|que|qu['’]))\s?\Z", re.IGNORECASE
)
"""What a quotation stands after that is a clause by itself; after other words it is a part of their clause."""


@dataclass(frozen=True)
class Patterns:
    """The regular expressions that hold words of the lexicon."""

    cue: re.Pattern[str]
    after_quote: re.Pattern[str]
    aside: re.Pattern[str]
    that: re.Pattern[str]
    that_after_object: re.Pattern[str]
    question: re.Pattern[str]
    quote: re.Pattern[str]
    colon: re.Pattern[str]
    noun: re.Pattern[str]
    infinitive: re.Pattern[str]
    made_to: re.Pattern[str]
    feels: re.Pattern[str]
    excuses: re.Pattern[str]
    participle: re.Pattern[str]
    according: re.Pattern[str]
    own_view: re.Pattern[str]
    for_one: re.Pattern[str]
    read_in: re.Pattern[str]
    shows_oneself: re.Pattern[str]
    because: re.Pattern[str]
    clause_end: re.Pattern[str]
    inside: re.Pattern[str]
    audience: re.Pattern[str]


@cache
def patterns() -> Patterns:
    """The patterns of the French lexicon."""
    words = load("saying")["fr"]
    known = forms()
    participles, finite, reflexive = pattern(known.participle), pattern(known.finite), pattern(known.reflexive)
    before = "|".join(re.escape(p) for p in words["preposition"])
    clitic = rf"-(?:t-)?{PRONOUN}"
    have = "a|ont|avait|avaient|aura|aurait|auraient|ai|avons"
    be = "est|était|sont|étaient"
    inverted = (
        rf"(?:{CLITICS}(?:a|ont|avait|avaient|ai|aurait){clitic}\s{ADVERBS}(?:{participles})|(?:{finite}){clitic}"
        rf"|(?:{_split_by_clitic(known.finite, clitic)})|(?:s['’]|se\s)(?:{be}){clitic}\s{ADVERBS}(?:{reflexive}))\b"
    )
    compound = (
        rf"(?:{CLITICS}(?:{have})\s{ADVERBS}(?:{participles})"
        rf"|(?:s['’]|se\s)(?:{be})\s{ADVERBS}(?:{reflexive}))(?![\w-])"
    )
    simple = rf"{CLITICS}(?:{finite})(?![\w-])"
    plain = rf"(?:{compound}|{simple})"
    inverting = pattern(word for word, verb in known.finite.items() if verb in words["inverting"])
    person = r"(?:l['’]|(?:le|la|les|un|une|son|sa|M\.|Mme)\s|[A-ZÉÈÎ])"
    behind = rf"(?:{compound}|(?:{inverting})(?![\w-]))"
    negated = r"(?:ne\s(?:pas|plus|jamais)\s|n['’])?"
    clitics = r"(?:[ys]['’]?\s?|l['’]|en\s|se\s|le\s|la\s|les\s|lui\s|leur\s)?"
    no_verb = "|".join(words["not_infinitive"])
    verb = rf"{negated}{clitics}(?!(?:{no_verb})\b)[a-zà-ÿ]{{2,14}}(?:er|ir|oir|re)(?![\w-])"
    to_whom = r"(?:\s(?:au|aux|à la|à l['’]|en)\s?\w{2,20}(?=\s(?:l['’]|(?:le|la|M\.|Mme)\s)))?"
    saying = "|".join(words["said_with_de"])
    around = (
        rf"(?:de\s|d['’])(?:{saying})|(?:s['’]est|s['’]était|se\ssont)\s(?:vite\s|aussitôt\s)?empressée?s?\s(?:de\s|d['’])(?:{saying})"
        rf"|(?:a|ont|avait|avaient)\s(?:ensuite\s|aussi\s)?(?:tenu\sà|voulu|pris\ssoin\s(?:de\s|d['’])|fini\spar|cru\sbon)\s?(?:{saying})|dixit"
    )
    gap = rf"\s[^\s;:.{MASK}{MASK_END}]{{1,30}}"
    return Patterns(
        cue=re.compile(rf"(?<![\w'’-])(?P<cue>{plain})"),
        after_quote=re.compile(
            rf"(?P<quote>{QUOTE})\s{{0,3}},?\s{{0,3}}(?:(?P<pronoun>{inverted})"
            rf"|(?P<cue>{plain}|{around}){BEFORE_NAME}{to_whom}\s(?P<who>{NAME}){AFTER_NAME})"
        ),
        aside=re.compile(
            rf",\s(?:(?P<pronoun>{inverted})|(?P<cue>{behind}){BEFORE_NAME}\s(?P<who>{person}{NAME}){AFTER_NAME})"
        ),
        that=re.compile(rf"{AFTER_VERB}{ADJUNCT}{ASIDE}\s(?P<that>qu(?:e[\s,]|['’]))"),
        that_after_object=re.compile(
            rf"\s(?P<whom>{PERSON}[^\s,]{{0,30}}(?:\s[^\s,;:.{MASK}{MASK_END}]{{1,30}}){{0,5}}?)\s(?P<that>qu(?:e[\s,]|['’]))"
        ),
        question=re.compile(
            rf"{AFTER_VERB}{ADJUNCT}\s(?:(?P<whether>s['’]ils?\s|si\s)|(?:pourquoi|comment|combien)\s)"
        ),
        quote=re.compile(
            rf"(?P<gap>(?:\s[^\s,;:.{MASK}{MASK_END}]{{1,30}}){{0,9}}?)\s?(?P<colon>[:,]?)\s{{0,3}}(?P<quote>{QUOTE})"
        ),
        colon=re.compile(rf"{AFTER_VERB}{SHORT_ADJUNCT}\s?:\s(?=[\w«])"),
        noun=re.compile(rf"{AFTER_VERB}{SHORT_ADJUNCT}\s(?P<said>{DETERMINER}\s?\w)"),
        infinitive=re.compile(
            rf"{AFTER_VERB}(?P<adjunct>{ADJUNCT}){ASIDE}\s(?P<said>(?P<de>de\s|d['’])?(?P<verb>{verb}))"
        ),
        made_to=re.compile(
            rf"{AFTER_VERB}{SHORT_ADJUNCT}\s(?P<said>(?:{PERSON}[^\s]{{0,30}}(?:{gap}){{0,12}}?\s)?(?:de\s|d['’]|à\s){verb})"
        ),
        feels=re.compile(
            r"(?<![\w'’-])(?P<cue>(?:se|s['’]est|s['’]était|se sont)\s(?:dit|dits|dite|dites|disent|disait|disaient))"
            rf"\s(?P<said>(?!que\b|qu['’])[a-zà-ÿ{MASK}])"
        ),
        excuses=re.compile(
            r"(?P<cue>(?:a|ont|avait|avaient)\s(?:offert|présenté)|offre|offrent|présente|présentent)\s"
            r"(?P<said>(?:ses|leurs|des)\s(?:plus\splates\s)?excuses\b)"
        ),
        participle=re.compile(
            rf"(?:,\s|\s(?:en|et)\s)(?P<cue>(?:{pattern(known.gerund)}))(?![\w-]){ADJUNCT}\s(?P<that>qu(?:e[\s,]|['’]))"
        ),
        according=re.compile(rf"(?<![\w-])(?P<cue>{before})\s(?P<who>{NAME})(?=\s?[,.;]|\s?\Z)", re.IGNORECASE),
        own_view=re.compile(
            rf"(?:\A|(?<=,\s))(?P<cue>à\s(?P<who>son|leur|ses|leurs|mon)\s(?:{'|'.join(words['own_view'])}))(?=,|\s?\Z)",
            re.IGNORECASE,
        ),
        for_one=re.compile(r"(?:\A|(?<=,\s))(?P<cue>pour)\s(?P<who>lui|elle|eux|elles)(?=,\s)", re.IGNORECASE),
        read_in=re.compile(
            rf"(?P<quote>{QUOTE})\s{{0,3}},?\s{{0,3}}(?P<cue>(?:peut-on|pouvait-on|pourra-t-on)\s(?:y\s)?lire|lit-on|lisait-on)\s(?:dans|sur)\s"
            rf"[^,;:.{MASK}{MASK_END}]{{2,60}}?\s(?:de\s|d['’])(?P<who>(?:M\.\s|Mme\s)?[A-ZÉÈÎ]{NAME})(?=\s?[,.;]|\s?\Z)"
        ),
        shows_oneself=re.compile(
            r"(?<![\w'’-])(?P<cue>(?:se|s['’]est|s['’]était|se sont)\s(?:montre|montrent|montrait|montrée?s?|sent"
            r"|sentait|déclare|déclarée?s?"
            rf"|considère|estime)|s['’](?:avoue|estime))\s(?P<said>(?:très\s|plutôt\s)?{MASK})"
        ),
        because=re.compile(rf",?\s(?P<cue>car|puisque|parce\sque)\s(?P<quote>{QUOTE})\s?\Z"),
        clause_end=re.compile(
            rf"{CLAUSE_END}|,\s(?:tout\sen\s|en\s)?(?:{pattern(known.gerund)})\s|,\s{inverted}"
            rf"|,\sce\sque\s(?:{'|'.join(words['contradicting'])})\s|,?\set\s(?:{plain})\s(?:qu['’]|que\s|{MASK})"
        ),
        inside=re.compile(
            rf",\s(?:(?P<cue>{inverted})|(?P<verb>{plain}){BEFORE_NAME}\s(?P<who>{person}{PLAIN_NAME}){AFTER_NAME})"
            rf"(?:\s[^\s,;:.]{{1,24}}){{0,4}}?(?:,\s|(?=\.))"
        ),
        audience=re.compile(
            rf"\s(?:à|au|aux|devant)\s(?P<whom>(?:(?:la|les|ses|des|son|sa|leurs?|plusieurs|quelques)\s)?(?:{'|'.join(words['audience'])}))\b"
        ),
    )


def _split_by_clitic(finite: dict[str, str], clitic: str) -> str:
    """Verbs of two words as they stand with their pronoun between: "fait-elle valoir"."""
    parts = sorted({tuple(word.split(" ", 1)) for word in finite if " " in word and not word.startswith("se ")})
    return "|".join(rf"{re.escape(head)}{clitic}\s{re.escape(rest)}" for head, rest in parts)
