"""What a phrase of leaving or joining says, and the pieces that the rules of both languages share."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from scripts.caucus_changes.shorthand import DATE, PARTY, PERSON, Shorthand, Sign
from scripts.caucus_changes.words import BASE, GERUND, PARTICIPLE, PAST, Words

ACTIVE, PASSIVE, OBJECT, POSSESSED, OF = "active", "passive", "object", "possessed", "of"
"""Where the member stands: subject of the verb; subject of a passive; object; possessor of a noun; after "of"."""


@dataclass(frozen=True)
class Trigger:
    """A phrase that tells of a change. Offsets are in shorthand."""

    kind: str
    start: int
    end: int
    role: str
    rule: str
    forms: frozenset[str] = frozenset()
    left: Sign | None = None
    """The party left."""
    joined: Sign | None = None
    """The party joined."""
    independent: bool = False
    """The phrase says that the member now sits as an independent."""
    whom: tuple[int, int] | None = None
    """For OBJECT: where the members stand."""
    caucus: bool = False
    """The phrase can only be about a member: it names a caucus, a floor, a seat."""
    strong: bool = True
    """Whether the words decide the kind: "resigned" does, "is no longer in caucus" leaves open who decided."""


@dataclass(frozen=True)
class Rule:
    """A named pattern and what a match of it means (None: nothing after all)."""

    name: str
    pattern: re.Pattern[str]
    read: Callable[[Shorthand, re.Match[str], Words], Trigger | None]
    needs: frozenset[str]
    """Lower-case words of which one must be in the sentence: a cheap look before the pattern is tried."""


Reader = Callable[[Shorthand, re.Match[str], Words], Trigger | None]


def told(
    match: re.Match[str],
    kind: str,
    role: str,
    rule: str,
    forms: frozenset[str],
    *,
    left: Sign | None = None,
    joined: Sign | None = None,
    independent: bool = False,
    whom: tuple[int, int] | None = None,
    caucus: bool = False,
    strong: bool = True,
) -> Trigger:
    """The trigger of a match whose group `v` is the telling verb."""
    start, end = match.start("v"), match.end()
    return Trigger(kind, start, end, role, rule, forms, left, joined, independent, whom, caucus, strong)


def thing_pattern(words: Words, name: str) -> str:
    """A caucus or party: "the Liberal caucus", "his party's caucus", "the Tories", "le caucus du G".

    Not "the caucus meeting" and not "the party leadership".
    """
    heads, modifiers = words.heads, words.modifiers
    if words.language == "en":
        owner = (
            rf"(?:(?:the|his|her|their|its|our|my|your|a|an|that|both)\s(?:(?:province|country|territory)'s\s)?|{PERSON}'s?\s|(?:[A-Z][\w-]+"
            rf"\s){{0,3}}[A-Z][\w-]+'s?\s)"
        )
        proper = r"[A-Z][\w.-]+"
        inner = (
            rf"{owner}?(?:(?:{modifiers}|{proper}|\w+-(?:member|person|seat|MP))\s){{0,3}}?"
            rf"(?:(?:[a-z]+-)?(?P<{name}>{PARTY})(?:'s?)?(?:\s(?:{modifiers}\s){{0,2}}(?:party's?\s|parliamentary\s)?"
            rf"(?P<{name}_head>(?i:{heads}))\b)?+|(?:{modifiers}\s){{0,2}}(?:party's?\s|parliamentary\s)?"
            rf"(?P<{name}_alone>{heads})\b(?!'s)(?:\sof\s(?:the\s)?(?P<{name}_of>{PARTY}))?)"
        )
        others = rf"(?:{words.other_things}|votes?\b(?!\sto\b))"
        return rf"(?:{inner})(?!['-]?\s?{others}\b)(?!\s(?:{modifiers}\s)?{others}\b)(?!-)"
    owner = r"(?i:(?:de\s|d')?(?:le|la|les|l'|son|sa|ses|leur|un|une|du|des|au|aux|ce|cette|de|d')\s?)"
    return (
        rf"(?:{owner}(?:(?:{modifiers})\s){{0,2}}(?:(?:sein|service)\s(?:du|de la|de l'|de son|de sa|des|de)\s?)?"
        rf"(?:(?P<{name}_alone>{heads})\b(?:\s(?:{modifiers}|parlementaire|politique))?"
        rf"(?:\s(?:du|de la|de l'|des|de|d')?\s?(?:Parti\s)?(?P<{name}_of>{PARTY}))?"
        rf"|(?:Parti\s)?(?P<{name}>{PARTY})(?P<{name}_head>(?!))?)"
        rf"|(?<=\s)(?P<{name}_bare>{PARTY}))"  # « quitte Québec solidaire », « rejoint NPD »
    )


def party_sign(short: Shorthand, match: re.Match[str], name: str) -> Sign | None:
    for group in (name, f"{name}_of", f"{name}_bare"):
        if group in match.re.groupindex and match[group]:
            return short.sign(match.start(group))
    return None


def is_caucus(match: re.Match[str], name: str) -> bool:
    head = (match[f"{name}_head"] or match[f"{name}_alone"] or "").lower()
    return head not in ("", "party", "parti", "formation", "formation politique", "side", "group", "team", "camp")


ADVERB = (
    rf"(?:\s(?:[a-z]+ly|{DATE}|on {DATE}|outright|for good|again|late {DATE}|en masse|himself|herself"
    rf"|themselves|in protest)|,\s{DATE},){{0,2}}"
)
POST = (
    rf"(?:(?:(?:the|his|her|their|all|{PERSON}'s?)\s)?"
    r"(?:[\w-]+\s){0,3}?"
    r"(?:cabinet|posts?|portfolio|duties|roles?|positions?|committees?|government|secretary|frontbench|critic"
    r"|minister|jobs?)"
    r"(?:\s(?:posts?|positions?|roles?|duties))?(?:,?\s(?:and|as well as|but also)|,)\s(?:(?:from|leave|quit"
    r"|left|quits)\s)?)?"
)
INDEPENDENT = (
    r"(?:as\s(?:an?\s)?|an?\s)(?:[a-z-]+ly\s|new\s|lone\s|sole\s)?(?:member\s(?:and\s)?)?(?i:independents?"
    r"|unaffiliated|non-?affiliated|non-aligned)\b"
    r"(?!\s(?:inquiry|review|investigat|consult|expert|observer|senators?\sgroup|body|counsel|candidate))"
)


def after_leaving(short: Shorthand, end: int) -> tuple[Sign | None, bool]:
    """What the sentence says follows a departure: the party joined ("to join the G", "for the G"), or independence."""
    ahead = short.text[end : end + 110]
    own = re.match(r"[^.;:?!]{0,110}", ahead)
    clause = own.group() if own else ""
    joining = _TO_JOIN.match(clause)
    if joining:
        return short.sign(end + joining.start("to")), False
    return None, TO_SIT.match(clause) is not None


_TO_JOIN = re.compile(
    rf"(?:\s(?:on\s)?{DATE})?(?:,?\s(?:for|to\s(?:join|sit\swith|sign\son\swith|cross\sto)|and\s(?:has\s|is\s"
    r"|have\s)?(?:now\s)?join(?:ed|s|ing)?|joining|and\s(?:jump|defect|crosse?)(?:ed|s)?\sto|"
    rf"pour\s(?:se\sjoindre\s(?:à|au|aux)|rejoindre|joindre|rallier)|pour)\s"
    rf"(?:(?:the|a|le|la|les|l'|au|aux|ranks of|caucus of|{PERSON}'s?|Prime Minister|rival|governing|federal"
    r"|provincial|ruling|newly\s(?:formed|created|founded|minted|elected)|new|nascent|fledgling|upstart|breakaway|opposition"
    r"|official opposition|nouveau|nouvelle|rangs|caucus|ceux|celles|camp|des|du|de)\s?){0,5})"
    rf"(?P<to>{PARTY})"
)
# "left the G on D to form a new parliamentary group"; not "left the G and said she would form a group".
TO_FORM = re.compile(
    rf"(?:\s(?:(?:on\s|late\s)?{DATE}|last\s\w+|together))?,?\s(?:to|and|pour|afin\sde|et\sont"
    rf"|et\sa)\s(?:form(?:er|ed|é)?|found(?:ed)?"
    rf"|creat(?:e|ed)|start(?:ed)?|launch(?:ed)?|establish(?:ed)?|set\sup|fonder|fondé|créer|créé|lancer"
    rf"|lancé)(?:,[^,;.]{{2,60}},)?\s(?:an?|their|his|her|un|une|leur|son)"
    rf"\s(?:(?:own|new|separate|breakaway|rival|nouveau|nouvelle|propre|parliamentary|political|federal"
    rf"|provincial)\s){{1,4}}"
    rf"(?:parliamentary\s)?(?:group|caucus|party|groupe|parti|formation|caucus)\b"
)
# "left the G caucus and will sit together in the Commons as a group of sovereigntists"; not "sit as Independents"
_TO_SIT_AS_GROUP = re.compile(
    r"[^.;:“”\"]{0,90}?\b(?:and|to)\s(?:will\s|would\s|now\s)?(?:sit|sits|sitting|work|caucus)\s(?:together\s|now\s)?[^.;:“”\"]{0,40}?"
    r"\bas\s(?:an?|their\sown)\s(?:[\w-]+\s){0,2}?(?:group|caucus|bloc)\b"
)
# "left the G in D with P to start the G", "left the G and, with six others, founded the G"
_TO_FOUND = re.compile(
    rf"[^.;:“”\"{PARTY}]{{0,50}}?,?\s(?:to|and|pour|et)(?:,\s[^,;.]{{2,60}},)?\s(?:form(?:ed|er|é)?|found(?:ed)?|create(?:d)?|start(?:ed)?|launch(?:ed)?|set\sup|fonder|fondé|créer|créé)"
    rf"\s(?:(?:the|le|la)\s)?(?P<g>{PARTY})"
)
# "quit the G caucus for the new group", "left the G to join the group"
_TO_GROUP = re.compile(
    rf"(?:\s(?:on\s)?{DATE})?,?\s(?:for|to\sjoin|and\sjoined|pour(?:\sse\sjoindre\sau|\srejoindre\sle)?)\s(?:the"
    rf"|that|this|le|un)\s(?:new\s|rival\s"
    r"|other\s|same\s|nouveau\s)?(?:group|party|groupe|parti|other\sside)\b"
)
TO_SIT = re.compile(
    rf"[^.;]{{0,60}}?(?:\b(?:sit|sits|sitting|serve|sat|become|becoming|continue|remain|siéger|siégera|siège"
    r"|continuer)\b"
    rf"[^.;,]{{0,40}}?(?:{INDEPENDENT}|\bindépendant))"
)


def read_leaving(group: str) -> Reader:
    def read(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
        forms = words.verbs[group].form(match["v"])
        if _A_PART_OF.match(match.group()):
            return None
        left, caucus = party_sign(short, match, "a"), is_caucus(match, "a")
        if _is_action_after(short.text, match.end()) and match["v"].lower() in _LEFT:
            return None
        joined, independent = after_leaving(short, match.end())
        if forms & {GERUND} and _ALONE_SINCE.search(short.text, max(0, match.start() - 40), match.start()):
            independent = True
        if _BREAKS_RANKS.match(match["v"]) and _is_dissent(short.text, match, left, caucus or independent):
            return None
        ordered = _ORDERED.search(short.text, max(0, match.start() - 40), match.start()) if forms & {BASE} else None
        if ordered is not None and not _DECLINED.match(short.text, match.end()):
            return Trigger(
                "resigned" if ordered["o"] == "asked" else "expelled",
                ordered.start("o"),
                match.end(),
                PASSIVE,
                "told_to_leave",
                frozenset({PARTICIPLE}),
                left=left,
                independent=independent,
                caucus=caucus or independent,
            )
        told_whom = _TOLD_TO.search(short.text, max(0, match.start() - 40), match.start()) if forms & {BASE} else None
        if told_whom is not None and not _DECLINED.match(short.text, match.end()):
            return Trigger(
                "expelled",
                told_whom.start("o"),
                match.end(),
                OBJECT,
                "told_to_leave",
                frozenset({PAST}),
                left=left,
                independent=independent,
                whom=told_whom.span("whom"),
                caucus=caucus or independent,
            )
        if joined is None and (
            TO_FORM.match(short.text, match.end()) or _TO_SIT_AS_GROUP.match(short.text, match.end())
        ):
            return told(match, "formed_group", ACTIVE, "formed_group", forms, left=left, caucus=True)
        founded = _TO_FOUND.match(short.text, match.end()) if joined is None else None
        if founded is not None:
            new = short.sign(founded.start("g"))
            return told(match, "formed_group", ACTIVE, "formed_group", forms, left=left, joined=new, caucus=True)
        if joined is None and _TO_GROUP.match(short.text, match.end()):
            return told(match, "crossed_floor", ACTIVE, group, forms, left=left, caucus=True)
        if _PUT_OUT_OR.search(short.text, max(0, match.start() - 30), match.start()):
            return told(match, "left", ACTIVE, group, forms, left=left, caucus=caucus, strong=False)
        strong = match["v"].split()[0].lower() not in _LEFT
        return told(
            match,
            "crossed_floor" if joined else "resigned",
            ACTIVE,
            group,
            forms,
            left=left,
            joined=joined,
            independent=independent,
            caucus=caucus or independent or joined is not None,
            strong=strong or joined is not None,
        )

    return read


# "an independent since leaving the G in D"
_ALONE_SINCE = re.compile(r"\b[Ii]ndependent(?:\s(?:MP|MLA|MPP|member|senator))?\s(?:since|after|upon)\s$")
# "is part of the G caucus", "in exile in", "her exit of": the noun
_A_PART_OF = re.compile(r"parts?\s(?:of|on|in|as)\b", re.IGNORECASE)
# "were suspended or resigned from the G caucus": which of the two it was the words leave open
_PUT_OUT_OR = re.compile(
    r"\b(?:suspended|expelled|ousted|removed|ejected|turfed|kicked\sout|pushed\sout|forced\sout)\sor\s$"
)
# "broke with their party on D and voted against the motion", "splits with her party over the bill": dissent, nobody
# left; not "broke with the G caucus to sit alone"
_BREAKS_RANKS = re.compile(r"(?:br[eo]ak|broke|split|part)", re.IGNORECASE)
_A_VOTE = re.compile(
    r"[^.;:“”\"]{0,120}?\b(?:vot(?:es?|ed|ing)|abstain\w*|ballot|(?:on|over)\s(?:the|a|an|this|that|his|her|its|their)"
    r"\s(?:[\w-]+\s){0,3}?(?:bill|motion|vote|budget|amendment|question|matter|legislation|resolution))\b"
)


def _is_dissent(text: str, match: re.Match[str], left: Sign | None, sure: bool) -> bool:
    """Whether "broke with the party" only says how somebody voted or thought."""
    if sure or TO_SIT.match(text, match.end()):
        return False
    return left is None or _A_VOTE.match(text, match.end()) is not None


# "was told to leave the G caucus", "has been asked to leave the G"; not "was told she could leave the G".
_ORDERED = re.compile(
    r"\b(?:was|were|been|being|got)\s(?:[a-z]+ly\s|then\s|later\s)?(?P<o>told|asked|ordered|instructed|directed)\sto\s$"
)
# "The leader told her to leave caucus"; not "asked her to leave", which she may do or not
_TOLD_TO = re.compile(rf"\b(?P<o>told|ordered|instructed|directed)\s(?P<whom>{PERSON}|him|her|them)\sto\s$")
_DECLINED = re.compile(r"[^.;]{0,120}\b(?:but|refus\w+|declin\w+|if|unless|or)\b")
_LEFT = {"left", "leave", "leaves", "leaving", "exit", "exits", "exited", "quitte", "quitté"}
_SCENE = re.compile(
    r"\s(?P<word>[a-z]+ing|to\swonder|to\sface|dead|in\s\w+|at\sodds|with|on\sthe|behind|out|open|more|at"
    r"|shocked|stunned|divided)\b"
)
_SCENE_NOT = {
    "following",
    "citing",
    "saying",
    "amid",
    "claiming",
    "accusing",
    "becoming",
    "joining",
    "leaving",
    "complaining",
    "calling",
    "alleging",
    "pending",
    "criticizing",
    "during",
    "sitting",
    "blaming",
    "pointing",
    "arguing",
    "declaring",
    "protesting",
    "opting",
    "announcing",
    "describing",
    "insisting",
    "morning",
    "evening",
    "owing",
    "according",
    "resigning",
    "crossing",
    "including",
    "this",
}


def _is_action_after(text: str, end: int) -> bool:
    """Whether "left the Liberals" goes on as "scrambling" or "with two seats": then nobody left a caucus."""
    found = _SCENE.match(text, end)
    if found is None:
        return False
    word = found["word"]
    return not (
        word in _SCENE_NOT
        or re.match(
            r"in\s(?:protest|a|late|early|the|order|January|disgust|anger|part|favour|solidarity|response)\b",
            word + text[found.end() : found.end() + 12],
        )
        or (word.startswith("on the") and "heels" in text[found.end() : found.end() + 8])
    )


TOGETHER = re.compile(
    r"\s(?:au\scomité|à\sla\stable|pour\s(?:dénoncer|réclamer|demander|critiquer|exiger|condamner|souper|dîner)\b"
    r"|sur\s(?:cet?te?|ce)\s|dans\s(?:leur|la)\s(?:critique|demande|dénonciation|lutte)|for\s(?:dinner|lunch|breakfast|drinks|photos)\b|in\s(?!caucus|protest|the\s(?:House|Commons|Senate)"
    r"|opposition|[A-Z\ue002]|late|early)|to\s(?!sit"
    r"|become|serve)|at\s|on\s(?!\ue002|the\sgovernment)|for\s(?:a|the|an)\s|and\s(?:the\s)?\ue001"
    r"|[A-Z]\w+ers?\b|'s|lead|MPs|members|leader|senators)"
)


def read_join(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    joined = party_sign(short, match, "b")
    caucus = is_caucus(match, "b")
    if joined is None and not caucus and match["b_alone"] not in ("group", "party", "team", "groupe", "parti"):
        return None
    for_something = short.text[match.end() :].startswith(" for ")
    if TOGETHER.match(short.text, match.end()) and (not caucus or for_something):
        return None
    return told(match, "joined", ACTIVE, "join", words.verbs["join"].form(match["v"]), joined=joined, caucus=caucus)


def read_taken_back(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    return told(
        match,
        "reinstated",
        PASSIVE,
        "readmitted",
        frozenset({PARTICIPLE}),
        joined=party_sign(short, match, "b"),
        caucus=is_caucus(match, "b"),
    )


def noun_kind(noun: str, words: Words) -> str:
    return next(kind for kind, pattern in words.nouns.items() if re.fullmatch(pattern, noun, re.IGNORECASE))


_GROUPS_OF_RULE = {
    "removed_from": ("remove",),
    "removed_by": ("remove_outright",),
    "removes": ("remove",),
    "suspended_from": ("suspend",),
    "suspends": ("suspend",),
    "had_removed": ("remove",),
    "party_removes": ("remove_outright", "remove", "suspend"),
    "admitted": ("admit",),
    "admits": ("admit",),
    "readmitted": ("readmit", "take_back"),
    "readmits": ("readmit", "take_back"),
    "taken_back_by": ("take_back",),
    "returned": ("go_back",),
    "rejoined": ("rejoin",),
    "carried": ("carry",),
    "welcomed_by": ("admit",),
    "become_party": ("become",),
    "become_independent": ("become",),
    "lost": ("lose",),
    "leader_removes": ("remove_outright", "suspend"),
    "whom_removed_outright": ("remove_outright", "suspend"),
    "whom_removed": ("remove", "suspend"),
    "removes_several": ("remove_outright", "suspend"),
    "traded": ("trade",),
    "gained": ("gain",),
}


def needs_of(words: Words, rule: str) -> frozenset[str]:
    """One word of each phrase that a rule can start from; no sentence without any of them tells by the rule."""
    if rule in ("noun", "noun_of"):
        return frozenset(_telling_word(noun) for nouns in words.raw["nouns"].values() for noun in nouns)
    if rule == "state":
        return frozenset(_telling_word(phrase) for phrase in words.raw["state"])
    groups = [group for group in _GROUPS_OF_RULE.get(rule, (rule,)) if group in words.verbs]
    telling = {_telling_word(form) for group in groups for form in words.verbs[group].forms}
    return frozenset(
        telling
        | ({"out"} if rule == "had_removed" else set())
        | ({"back"} if rule == "returned" else set())
        | ({"floor"} if rule == "cross" else set())
    )


def _telling_word(phrase: str) -> str:
    """The longest word of a phrase, which tends to be the rarest: "goodbye" of "said goodbye to"."""
    return max(re.split(r"[ '-]", phrase), key=len)


# "her suspension from the NDP caucus was lifted"
_UNDONE = re.compile(r"\s(?:was|has\sbeen|is|were)\s(?:lifted|ended|reversed|rescinded|overturned|revoked)")


def noun_trigger(
    short: Shorthand, match: re.Match[str], words: Words, kind: str, role: str, whom: tuple[int, int]
) -> Trigger | None:
    first, second = party_sign(short, match, "a"), party_sign(short, match, "b")
    caucus = is_caucus(match, "a")
    onward = kind in ("crossed_floor", "reinstated")
    from_first = re.search(
        rf"\b(?:from|of|du|de)\s[^{PARTY}]*$",
        match.group()[: match.start("a") - match.start()] if match["a"] else match.group(),
    )
    if (
        kind == "resigned"
        and first is not None
        and re.search(r"\sfor\s", match.group()[: match.start("a") - match.start()])
    ):
        kind, onward = "crossed_floor", True  # "P's departure for the G"
    left = first if (not onward or (from_first and second)) else None
    joined = second or (first if onward and left is None else None)
    if onward and joined is None and not caucus:
        return None
    if (
        kind == "crossed_floor"
        and match["n"].lower() in ("move", "switch", "jump")
        and (joined is None or left is None)
    ):
        return None
    if kind in ("suspended", "expelled") and _UNDONE.match(short.text, match.end()):
        kind, left, joined = "reinstated", None, first
    return Trigger(
        kind,
        match.start(),
        match.end(),
        role,
        "noun",
        frozenset(),
        left=left,
        joined=joined,
        whom=whom,
        caucus=caucus or kind != "resigned",
    )
