"""Whether a phrase that tells of a change of caucus is told as a fact.

Denials, refusals, calls by others, plans, conditions and rumours are none: "denied she would cross the floor", "called
for Harker to be removed from caucus", "if she were to leave the NDP". What a member announces is one ("will sit as an
Independent", "announced he would be leaving the Liberal caucus"), and so is what a subordinate clause takes for granted
("refused to say why she left the caucus", "denied wrongdoing after being kicked out").
"""

from __future__ import annotations

import re

from scripts.caucus_changes.shorthand import DATE, PERSON, Shorthand
from scripts.caucus_changes.triggers import OBJECT, OF, PASSIVE, POSSESSED, Trigger
from scripts.caucus_changes.words import BASE, FUTURE, GERUND, PARTICIPLE, PAST, THIRD, Words

_OPEN_QUOTE = re.compile(r"(?<=[a-z]\s)[\"“«]\s?$")
_REACH = 220
"""How far before the verb a word may govern it."""
# What stands before one of these does not govern what follows it.
_BOUNDARY = re.compile(
    r"[;“”\"]|:\s|\s--?\s|\s[—–]\s|—|,\s(?:but|and\s(?:has|have|had|was|were|is)|mais)\b|"
    r"\b(?:who|whose|which|after|when|because|since|although|though|while|why|how|where|despite"
    r"|following|upon|having|"
    r"qui|après|lorsque|lorsqu'|quand|parce|puisque|depuis|pourquoi|dont)\b|,\s(?:as|amid|saying|citing)\b|"
    r"\bbut\b(?!\sfor)|\bmais\b|\bet\squ'(?=ils?\b|elles?\b)|\band\s(?:that\s)?(?=(?:he|she|they)\s(?:will|would|is|has|had|was)\b)"
)
_OPENING = re.compile(
    rf",\s(?=(?:{PERSON}(?:(?:,| and|, and) {PERSON})*|he|she|they|il|elle)(?:\s[^,;\"“”]{{0,40}})?$)"
)
# "Had P left the caucus, ..."
_INVERTED_CONDITION = re.compile(
    rf"(?:[Hh]ad|[Ww]ere|[Ss]hould)\s(?:{PERSON}|he|she|they)\b|(?:Had|Were|Should)\s{PERSON}"
)
_LASTED = re.compile(
    rf"\b(?:was|were|sat|served|had|remained|stayed|been)\b(?!\s(?:not|never))[^.;]{{0,80}}\buntil\s(?=(?:he|she|they|{PERSON})\s?$)"
)
# "P's decision on D to quit"
_DAY_BEFORE_TO = re.compile(rf"(?:\son|\sin)?\s{DATE}(?=\sto$)")
_AND_THEN = re.compile(r"(?:,?\s(?:and|then|et|puis))(?=\s)")
# "If P and P leave the caucus": one clause
_OF_TWO = re.compile(rf"{PERSON},?\s(?:and|et)\s{PERSON}")
_TENTATIVE_AHEAD = re.compile(r"^[^.;]{0,60}?\b(?:if|unless|until|only\sif|si|à\smoins)\b", re.IGNORECASE)
_WILL = re.compile(r"\b(?:will|'ll|shall)\b")
_PASSIVE_ANNOUNCED = re.compile(r"\b(?:announc|confirm|declar|statement|decided|decision|reveal)\w*", re.IGNORECASE)
# "voted in a secret ballot on Wednesday to turf"; not "voted on whether to turf" (a condition).
_VOTED_TO = re.compile(r"\b(?:voted|votes|decided|chose|opted|moved|agreed)\b[^,;.]{0,60}\sto$")
# "acted hours before the member was to join the G"
_BEFORE_IT_WAS_TO = re.compile(r"\bbefore\b[^.;,]{0,60}\b(?:was|were|is|are)\s(?:due\s|set\s|about\s)?to$")
# "survived a vote to expel him"
_A_VOTE_TO = re.compile(r"\b(?:a|an|any|another|no|the)\s(?:\w+\s){0,2}(?:vote|move|attempt)\sto$")
# "prompted P to withdraw"; "became the fourth Conservative in five months to go over"
_LED_TO = re.compile(
    rf"\b(?:prompted|led|caused|drove|prompting|leading|causing)\s(?:{PERSON}|him|her|them)\sto$"
    rf"|\b(?:become|became|becomes|becoming)\s{PERSON}\sto$"  # "has become the third MP to", of one person both
)
_NTH_TO = re.compile(
    r"\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|latest|last)\b[^,;.]{0,50}\sto$"
)
_CLOSED_ASIDE = re.compile(
    rf"(?<={PERSON}),\s(?:who|whose|which|a|an|the|one|qui|dont|le|la|un|une|first|once|until|elected|appointed"
    rf"|[a-z]{{3,}}(?:ed|ing)|élue?|ancienne?)"
    rf"\s[^,;]{{0,140}},\s"
)


def is_fact(short: Shorthand, trigger: Trigger, words: Words) -> bool:
    """Whether the sentence presents the trigger's change as something that happened or that the member announces."""
    if short.text.rstrip().rstrip("\"”'» ").endswith("?"):
        return False
    # "would be “stepping back from the caucus”": the quotation is part of the clause
    before = _OPEN_QUOTE.sub("", short.text[max(0, trigger.start - _REACH) : trigger.start])
    ahead = short.text[trigger.end : trigger.end + 100]
    scope = _scope(before, trigger, words)
    checked = words.still_fact.sub(" ", scope + _verb_words(short, trigger))
    if trigger.rule == "cost_place":
        # "Criticism of the proposed bill has cost P": what has cost the place was said, be it of a plan
        checked = scope[-24:]
    if trigger.rule == "state":
        checked = words.still_fact.sub(" ", scope)
    announced = _announced_would(before[-160:], trigger, words)
    if announced:
        checked = re.sub(r"\bwould\b|'d\b", " ", checked)
    if _INVERTED_CONDITION.match(scope.lstrip(' "')):
        return False
    doubt = words.not_fact.search(checked)
    if doubt is not None:
        return False
    if announced and _TENTATIVE_AHEAD.match(ahead):
        return False
    if trigger.role in (POSSESSED, OF):
        return True
    if _WILL.search(scope) or FUTURE in trigger.forms:
        if _TENTATIVE_AHEAD.match(ahead):
            return False
        if trigger.role in (PASSIVE, OBJECT) and not _PASSIVE_ANNOUNCED.search(short.text):
            return False
    return _form_is_fact(before, trigger, words)


def _scope(before: str, trigger: Trigger, words: Words) -> str:
    """The words before the verb that can govern it."""
    text = _CLOSED_ASIDE.sub(" ", before)
    start = 0
    for boundary in _BOUNDARY.finditer(text):
        start = boundary.end()
    # "Accused of plotting, which he denied, P left the caucus": an opening clause governs nothing,
    # unless it is a condition.
    opening = _OPENING.search(text, start)
    if opening is not None and not words.conditional_opening.match(text[start:].lstrip(' "“')):
        start = opening.start() + 1
    # "sat as an Independent until he joined the G"
    if PAST in trigger.forms and BASE not in trigger.forms:
        lasted = _LASTED.search(text, start)
        if lasted is not None:
            start = lasted.end()
    # "refused to apologize and left the caucus": a finite verb after "and" stands alone, an infinitive does not.
    if (trigger.forms & {PAST, THIRD} or trigger.rule == "state") and (
        not trigger.forms & {BASE} and trigger.role != PASSIVE
    ):
        for joint in _AND_THEN.finditer(text, start):
            if not _OF_TWO.match(text, max(0, joint.start() - 1)):
                start = joint.end()
    elif trigger.role == PASSIVE:
        for joint in re.finditer(r"\b(?:and|et)\s(?=(?:was|were|has|is|are|had|a\sété|est|sont)\b)", text[start:]):
            start += joint.end()
            break
    return text[start:]


def _verb_words(short: Shorthand, trigger: Trigger) -> str:
    """The first words of the trigger, where a doubt can stand inside it ("returned not to the caucus")."""
    if trigger.role in (POSSESSED, OF):
        return ""
    inside = short.text[trigger.start : trigger.end]
    return inside if "sit" in trigger.rule else ""


def _announced_would(before: str, trigger: Trigger, words: Words) -> bool:
    """ "announced he would be leaving", "said she would sit as an Independent": reported speech of "will"."""
    would = re.search(r"(?:\bwould|'d)\b(?:\s[\w']+){0,4}\s?$", before)
    if would is None:
        return False
    head = before[: would.start()]
    if words.negation_or_condition.search(head[-60:]):
        return False
    if words.announced.search(head):
        return True
    if trigger.forms <= {GERUND} and _SAID_OF_ONESELF.search(head):
        return True  # "told the House he would be stepping back"
    return trigger.independent and words.announced_sitting.search(head) is not None


_SAID_OF_ONESELF = re.compile(
    r"\b(?:said|says|told|wrote|tweeted|informed|posted|stated)\b[^;“”\"]{0,60}\b(?:he|she|they)\s$"
)


def _form_is_fact(before: str, trigger: Trigger, words: Words) -> bool:
    """Whether the form of the verb and what stands before it tell of something done."""
    forms = trigger.forms
    bare = _DAY_BEFORE_TO.sub("", before.rstrip())
    while True:
        stripped = re.sub(r"\b(?:\w+ly|also|now|then|officially|even|first|just|ainsi|également)$", "", bare).rstrip()
        if stripped == bare:
            break
        bare = stripped
    if words.language == "fr":
        if BASE in forms and re.search(r"\b(?:vient|viennent|venait|venaient)\s(?:de|d')\s?(?:se\s?|s')?$", bare):
            return True
        if BASE in forms and re.search(r"\b(?:de|d'|à|pour)\s?(?:se\s?|s')?$", bare):
            return words.did.search(re.sub(r"\s?(?:se|s')$", "", bare)) is not None
        if BASE in forms:
            return re.search(
                r"\b(?:vient|viennent|vais|va)\s(?:de|d')$|\b(?:a|ont|avait|avaient)\sdû$"
                r"|(?:après\savoir|vient de se)$",
                bare,
            ) is not None or bare.endswith(("va", "vont", "vais", "allait"))
        return True
    if bare.endswith(" to") or bare == "to":
        if trigger.kind != "reinstated" and bare.endswith(("return to", "returned to")):
            return False
        if _BEFORE_IT_WAS_TO.search(bare):
            return False
        if _A_VOTE_TO.search(bare):
            return False
        if _LED_TO.search(bare):
            return True
        if re.search(rf"{PERSON}(?:,[^,]{{0,60}},)?\sto$", bare) and BASE in forms:
            return not re.search(r"[.!]$", before) and _is_headline(before)
        if _VOTED_TO.search(bare) or _NTH_TO.search(bare):
            return True
        return (
            words.did.search(bare) is not None
            or words.forced.search(re.sub(rf"\s(?:{PERSON}|him|her|them)\sto$", " to", bare)) is not None
        )
    if forms <= {GERUND}:
        if bare.endswith((",", PERSON)) or bare in ("", '"', "“"):
            return True
        return words.done.search(bare) is not None
    if trigger.role == OBJECT and forms <= {BASE, PARTICIPLE} and BASE in forms and PAST not in forms:
        return True
    return (
        not (PARTICIPLE in forms and re.search(r"\b(?:to\sbe|to\shave|to\sget|to\ssee|being\seither)\s?$", bare))
        or words.did.search(re.sub(r"\s(?:be|have|get|see)\s?$", "", bare)) is not None
    )


def _is_headline(before: str) -> bool:
    """A short beginning without auxiliary: "Independent MP Garth Turner to join Liberals"."""
    return len(before) < 60 and not re.search(r"\b(?:is|was|are|were|has|have|had|for|asked|wants?|said)\b", before)
