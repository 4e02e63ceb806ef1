"""Who changed caucus: the person a trigger in shorthand is about.

The subject of a clause is looked for from the verb backwards. Auxiliaries and asides are stepped over ("Harker, the
MP for Whitford, has left"), "who" leads to the name before it, "and" to the subject of the clause, an infinitive or an
-ing form to whoever governs it. Where another noun stands before the verb ("the party left ..."), nobody is found.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from scripts.caucus_changes.shorthand import DATE, PARTY, PERSON, Shorthand, Sign
from scripts.caucus_changes.triggers import ACTIVE, PASSIVE, Trigger
from scripts.caucus_changes.words import BASE, GERUND, PARTICIPLE, Words

_REACH = 320
_NUMBERS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12,
    "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "sept": 7, "huit": 8, "neuf": 9, "dix": 10,
}  # fmt: skip
# "Seven of the ten Bloc MPs", "Two Liberal MPs", "Deux députés bloquistes"
_COUNTED = re.compile(
    r"(?:^|(?<=[\s\"“—-]))(?P<n>[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine"
    r"|[Tt]en|[Ee]leven|[Tt]welve|[Dd]eux|[Tt]rois|[Qq]uatre|[Cc]inq|[Ss]ept|[Hh]uit|[Nn]euf|[Dd]ix)"
    rf"(?:\s(?:of\s(?:the|its|their|{PERSON}'s?)|des|de\sses|de\sleurs)(?:\s\w+)?)?(?:(?:\s(?:[\w.'-]+|{PARTY})){{0,4}}?\s(?:MPs|MPPs|MNAs"
    rf"|MLAs|MHAs|members|senators|backbenchers|députée?s|élus)|\s{PARTY})(?:\s{PARTY})?"
    rf"(?:\s(?:of|from|du)\s(?:(?:the|its|their)\s)?(?:[\w'-]+\s){{0,2}}?(?:{PARTY}|caucus)(?:\s(?:caucus|party))?)?$"
)
_SEVERAL = re.compile(
    rf"[\s\"«]*(?P<n>[Dd]eux|[Tt]rois|[Qq]uatre|[Cc]inq|[Ss]ept|[Hh]uit|[Nn]euf|[Dd]ix)\s(?:autres\s)?(?:députée?s|élus|sénateurs|{PARTY})\b"
)
_PRONOUN = re.compile(r"(?:^|(?<=[\s\"“'«(]))(?P<p>[Hh]e|[Ss]he|[Tt]hey|I|[Ww]e|[Ii]ls?|[Ee]lles?|[Jj]e)$")
# "P, P and P"; of "their leader, P, P left" the last alone
_NAMES = re.compile(rf"(?:(?:{PERSON}, ){{0,12}}{PERSON},?(?: and| et| along with| as well as) )?{PERSON}$")
_OF_AN_ASIDE = re.compile(
    rf"\A[\"“«\s]*(?:[Aa]fter|[Bb]efore|[Ss]ince|[Ss]oon|[Ss]hortly|[Ff]ollowing|[Uu]nder|[Dd]uring|[Dd]espite|[Aa]près|[Aa]vant|[Dd]epuis|[Pp]eu|[Ss]ous|[Dd]urant|[Mm]algré|[Dd]ans|[Ll]ors)"
    rf"\s[^,;{PERSON}]{{0,60}}\b(?:of|by|to|under|with|de|du|par|avec|sous|à)\s(?:[\w'.-]+\s){{0,2}}{PERSON}[^,;{PERSON}]{{0,40}},\s?\Z"
)
_NOT_SUBJECT = re.compile(
    r"(?:\b(?:of|with|to|against|about|for|from|by|like|than|under|including|around|toward|towards"
    r"|between|among|de|avec|par|contre|pour)|\bd')\s$"
)
# "the seven MPs who opposed P left": the object of the relative clause
_OF_RELATIVE = re.compile(r"\b(?:who|qui)\s(?:[\w'-]+\s){1,5}$")
_RELATIVE = re.compile(r"(?:^|[,\s])(?:who|whom|whose\s[\w\s]{1,30}|qui|that)$")
_CLAUSE_START = re.compile(
    r"[;:“”\"]|\s--?\s|\s[—–]\s|\b(?:that|because|while|although|though|since|when|before|after|where"
    r"|que|qu'|parce|lorsque)\b|,\s(?:but|mais)\s|"
    rf",\s(?={PERSON}\s(?!and\b|et\b))|"
    r"\b(?:said|says|announced|announces|confirmed|tweeted|believes?|insisted|noted|added|reported"
    rf"|reports)\s(?={PERSON})"
)
_SAYING_AFTER_QUOTE = re.compile(
    rf"[,.!?…]?[\"”»],?\s(?:(?:[\wé]+\s){{0,3}}?(?P<a>{PERSON}|[Hh]e\b|[Ss]he\b)|[\w-]+\s(?P<b>{PERSON}))"
)
_SAYING_BEFORE_QUOTE = re.compile(rf"(?P<a>{PERSON}|\b[Hh]e\b|\b[Ss]he\b)\s[^\"“«]{{0,80}}[,:]\s?[\"“«][^\"“”»]*$")


_FELLOW = r"(?:MPs?|MPPs?|MNAs?|MLAs?|MHAs?|members?|senators?|backbenchers?|politicians?|députée?s?|élue?s?|sénateurs)"
_AMONG = (
    r"(?:is|are|was|were|sont|est|étaient|était)\s(?:(?:also|now)\s)?(?:among|one\sof|two\sof|three\sof|some\sof"
    r"|part\sof|the\s(?:latest"
    r"|first|second|third)|du\snombre\sd|parmi|l'une?\sd|de\sceux|deux\sd)"
)
# "P and P were among the G MPs", "P est l'un des députés", "P, a former G MP"; not "P, said a former G MP".
_DESCRIBED = re.compile(
    rf"(?P<n>{PERSON}(?:(?:,| and|, and| et) {PERSON})*)(?:\s{_AMONG}|,\s(?:an?|the|one\sof|une?"
    rf"|l'une?)\b)[^,;.“”\"{PERSON}]{{0,70}}?\b{_FELLOW}$"
)


FOUNDERS = "founders"
"""The words of a `Who` for those whom the text names as a group's leader and members."""


@dataclass(frozen=True)
class Who:
    """Where in shorthand the members stand: person signs, or one pronoun (`words` at `start`), or a group word."""

    signs: tuple[Sign, ...] = ()
    words: str = ""
    start: int = 0
    """The article's offset of the pronoun or group word."""
    count: int = 0
    """How many members a number names ("Seven Bloc MPs"); who they are stands in a later sentence."""
    title: str = ""
    """What the number counts, of one of them: "Bloc MP"."""
    title_signs: tuple[Sign, ...] = ()
    """The signs inside `title`."""
    object: bool = False
    """The pronoun is the object of the verb: it stands for somebody else than the subject."""


def find_who(short: Shorthand, trigger: Trigger, words: Words) -> Who | None:
    """The members that the trigger is about; None where the sentence does not say, or says that it was no person."""
    if trigger.rule == "group_founded":
        return Who(words=FOUNDERS, start=short.place(trigger.start))
    if trigger.whom is not None:
        start, end = trigger.whom
        signs = short.signs_in(start, end, PERSON)
        if signs:
            return Who(signs)
        counted = re.match(r"(?:[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even)\b", short.text[start:end])
        if counted:
            number = counted.group().lower()
            return Who(words=number, start=short.place(start), count=_NUMBERS[number])
        pronoun = short.text[start:end].strip()
        several = _SEVERAL.match(short.text) if pronoun == "leur" else None
        if several is not None:
            # « Sept députés ont annoncé leur démission du caucus »: whom a list names afterwards
            number = several["n"].lower()
            return Who(words=number, start=short.place(several.start("n")), count=_NUMBERS[number])
        if pronoun.lower() == "les":
            return Who(words="eux", start=short.place(start), object=True)
        if pronoun.lower() == "l'":
            feminine = re.match(r"\w+ée?\b", short.text[trigger.start :])
            pronoun = "elle" if feminine is not None and feminine.group().endswith("ée") else "il"
            return Who(words=pronoun, start=short.place(start), object=True)
        if pronoun.lower() in ("me", "my", "us"):
            return _speaker(short, trigger)
        return Who(words=pronoun, start=short.place(start), object=pronoun.lower() in ("him", "her", "them"))
    before = short.text[max(0, trigger.start - _REACH) : trigger.start]
    base = trigger.start - len(before)
    return _subject(short, trigger, before, base, words, 0)


def _subject(short: Shorthand, trigger: Trigger, before: str, base: int, words: Words, depth: int) -> Who | None:
    if depth > 5:
        return None
    stripped = _strip(before, words)
    text = stripped.rstrip(" ")
    both = re.search(r"(?P<b>\b[Bb]oth)\s", before) if not text.strip("\"“«' ") else None
    if both:
        return Who(words="both", start=short.place(base + both.start("b")))
    if not text.strip("\"“«' "):
        return _subject_after(short, trigger)
    pronoun = _PRONOUN.search(text)
    if pronoun:
        if pronoun["p"].lower() in ("i", "we", "je"):
            return _speaker(short, trigger)
        if _OF_AN_ASIDE.search(text[: pronoun.start("p")]):
            # "Soon after the victory of P, he broke with caucus": whoever was the subject before
            return Who(words=pronoun["p"], start=short.place(base))
        return Who(words=pronoun["p"], start=short.place(base + pronoun.start("p")))
    group = re.search(rf"(?:^|[\s\"“]){words.group_words}$", text, re.IGNORECASE)
    if group:
        return Who(
            words=group.group().strip(' "“').lower(),
            start=short.place(base + group.start() + (group.group()[:1] in ' "“')),
        )
    names = _NAMES.search(text)
    if names:
        if _NOT_SUBJECT.search(text[: names.start()]):
            # "a friend of P left the caucus": the subject stands further back, "of P" is stepped over.
            return _first_of_clause(short, text[: names.start()], base) if PERSON in text[: names.start()] else None
        return Who(short.signs_in(base + names.start(), base + names.end(), PERSON))
    described = _DESCRIBED.search(text) if trigger.role == PASSIVE else None
    if described:
        # "P, a former G MP booted from caucus"; "P was one of three MPs expelled from"
        return _one(short, described, base)
    counted = _COUNTED.search(text)
    if counted:
        return Who(
            words=counted.group("n").lower(),
            start=short.place(base + counted.start("n")),
            count=_NUMBERS[counted["n"].lower()],
            title=_one_of(counted.group()),
            title_signs=short.signs_in(base + counted.start(), base + counted.end(), PARTY),
        )
    relative = _RELATIVE.search(text)
    if relative:
        return _antecedent(short, text[: relative.start()], base, words)
    if text.endswith((",", " --", " -", "—", "–", ")")):
        aside = _before_aside(short, text, base)
        if aside is not None:
            return aside
        return _first_of_clause(short, text, base)
    tail = re.search(r"(?:,\s)?\b(and|but|then|or|et|mais|puis)$", text)
    if tail:
        head = text[: tail.start()]
        several = _COUNTED.search(_FINITE.sub("", head.rstrip())) if tail[1] in ("or", "and") else None
        if several is not None and PERSON not in head[several.start() :]:
            return Who(
                words=several["n"].lower(),
                start=short.place(base + several.start("n")),
                count=_NUMBERS[several["n"].lower()],
                title=_one_of(several.group()),
                title_signs=short.signs_in(base + several.start(), base + several.end(), PARTY),
            )
        meanwhile = _WHEN_ASIDE.search(head) if tail.group().startswith(",") else None
        return _first_of_clause(short, head[: meanwhile.start()] if meanwhile else head, base)
    if re.search(r"\b(?:to|de|d'|pour)$", text) and (trigger.forms & {BASE} or text.endswith("to")):
        return _governor(short, trigger, text, base, words, depth)
    if trigger.forms & {GERUND} or re.search(
        r"\b(?:after|since|before|upon|following|when|once|despite|après|avoir|être|being|having)$", text
    ):
        return _of_main_clause(short, trigger, text, base)
    role = _role_at_end(short, text, base, words)
    if role is not None:
        return role
    announced = re.search(rf"(?P<n>{PERSON}|\b(?:[Hh]e|[Ss]he)\b)\s(?:has\s|had\s)?[\w-]+(?:\s[\w',-]+){{0,10}}$", text)
    if (
        announced
        and trigger.role == ACTIVE
        and re.search(
            r"\b(?:decision|announced|announcing|chosen|chose|decided|intention|submitted|tendered|gave|annoncé|confirmé|indiqué"
            r"|déclaré|affirmé|annonce|confirme|dit|soutient|given)\b[^.;]{0,40}$",
            text,
        )
    ):
        return _one(short, announced, base)
    if trigger.forms & {PARTICIPLE} and trigger.role == PASSIVE:
        # "P and P were among three MPs removed from caucus" is left open; "MP P, ejected ..." is an aside (above).
        return None
    return None


# "Eleven more members were suspended or resigned": the first of two predicates
_FINITE = re.compile(
    r"\s(?:(?:were|was|have|had|been|either)\s){0,3}[a-z]{3,}(?:ed|left|quit|gone)$|\s(?:left|quit|resigned)$"
)
# "P quit the G on D, days after P won the leadership, and has been": the aside has a subject of its own
_WHEN_ASIDE = re.compile(
    r",\s(?:[\w-]+\s){0,4}?(?:after|before|when|as|while|because|since|where|once|après|avant|quand|lorsque|alors)\s[^,;]{2,110}$"
)


def _one_of(several: str) -> str:
    """The title that each of several members has: "Two Liberal MPs" gives "Liberal MP"."""
    return re.sub(
        r"\b(MPP?|MNA|MLA|MHA|member|senator|backbencher|sénateur|députée?)s\b", r"\1", several.split(" ", 1)[-1]
    )


def _strip(before: str, words: Words) -> str:
    """Without the auxiliaries, adverbs and dates at the end."""
    text = before
    for _ in range(12):
        shorter = words.auxiliaries.sub("", text[-90:])
        if len(shorter) == min(len(text), 90):
            break
        text = text[: max(0, len(text) - 90)] + shorter
    return text


def _antecedent(short: Shorthand, text: str, base: int, words: Words) -> Who | None:
    """Whom "who" takes up: the name right before, or before the aside ("P, the MP for X, who")."""
    bare = text.rstrip(" ,—–-")
    names = _NAMES.search(bare)
    if names:
        return Who(short.signs_in(base + names.start(), base + names.end(), PERSON))
    described = _DESCRIBED.search(bare)
    if described:
        return _one(short, described, base)
    aside = re.search(
        rf"(?P<n>{PERSON}(?:(?:,| and|, and| et) {PERSON})*)(?:\s\([^()]*\))?,?\s[^;.\"“”{PERSON}]{{0,110}}$",
        bare,
    )
    if aside and not _SOMEBODY_ELSE.search(bare):
        return _one(short, aside, base)
    return _role_at_end(short, bare, base, words)


# "P does not mind a malcontent who becomes an Independent", "P said that anybody who left"
_SOMEBODY_ELSE = re.compile(
    r"(?<!,)\s(?:an?|any|some|every|no|those|anybody|anyone|somebody|someone|people|members|une?|tout|toute|ceux|celles|quiconque|des)"
    r"(?:\s[\w'-]+){0,3}$"
)


def _role_at_end(short: Shorthand, text: str, base: int, words: Words) -> Who | None:
    """ "The Whitford MLA", "La députée de Belrive": a member without a name, for the cast to resolve."""
    role = re.search(
        r"(?:^|[\s\"“,])(?P<np>(?:[Tt]he|[Aa]n?|[Ll]e|[Ll]a)\s(?:[\w'.—–-]+\s){0,6}?"
        + words.titles
        + r"(?:\s(?:(?:de|du|des|for|from)\s|d')[\w'.—–-]+(?:\s[\w'.—–-]+){0,4})?)$",
        text,
    )
    if role is None:
        # "A Liberal MP": whom the next sentence names
        role = re.search(
            rf"(?:^|[\s\"“])(?P<np>(?:An?|Une?)\s(?:(?:[\w.'-]+|{PARTY})\s){{0,4}}?{words.titles}(?:\s{PARTY})?)$", text
        )
    if role is None or PERSON in role["np"]:
        return _by_party_at_end(short, text, base)
    return Who(words=role["np"], start=short.place(base + role.start("np")))


# "The New Democrat from Whitford", "the Nunavut Tory"; not "the NDP", "the Liberals"
_BY_PARTY = re.compile(
    rf"(?:^|[\s\"“])(?P<np>[Tt]he\s(?:[\w.'-]+\s){{0,4}}?(?P<g>{PARTY})(?:\s(?:from|for)\s(?:the\s)?[A-ZÉ][\w.'—–-]*(?:\s[A-ZÉ][\w.'—–-]*){{0,4}})?)$"
)
_ONE_MEMBER = re.compile(r"(?:Democrat|Liberal|Conservative|Tory|Grit|Green|iste)$")


def _by_party_at_end(short: Shorthand, text: str, base: int) -> Who | None:
    """A member called only by the party and perhaps the riding."""
    role = _BY_PARTY.search(text)
    if role is None:
        return None
    sign = short.sign(base + role.start("g"))
    named = getattr(sign.value, "text", "")
    if not _ONE_MEMBER.search(named):
        return None
    return Who(words=role["np"], start=short.place(base + role.start("np")), title_signs=(sign,))


def _before_aside(short: Shorthand, text: str, base: int) -> Who | None:
    """The name before ", the MP for X," or ", who sat with P," or " -- ... --"."""
    for opening in re.finditer(
        rf"(?:{PERSON}(?:,| and|, and| et) )*(?P<n>{PERSON})(?:\s\([^()]*\))?(?P<c>,| --| —| –|—|\s\()", text
    ):
        if opening["c"] == "," and re.match(rf",\s?(?:and\s|et\s)?{PERSON}", text[opening.start("c") :]):
            continue
        inside = text[opening.end() :]
        if (
            len(inside) <= 170
            and not re.search(r"[.;]\s[A-Z]", inside)
            and not _NOT_SUBJECT.search(text[: opening.start()])
        ):
            return Who(short.signs_in(base + opening.start(), base + opening.end(), PERSON))
    return None


def _first_of_clause(short: Shorthand, text: str, base: int) -> Who | None:
    """The first name or pronoun of the clause that `text` ends in, skipping what a preposition governs."""
    starts = [0] + [boundary.end() for boundary in _CLAUSE_START.finditer(text)]
    for start in reversed(starts):
        for found in re.finditer(
            rf"(?P<n>{PERSON}(?:(?:,| and|, and| et) {PERSON})*)(?!'s)|\b(?P<p>[Hh]e|[Ss]he|[Tt]hey|[Ii]l"
            r"|[Ee]lle|I)\b",
            text[start:],
        ):
            if _NOT_SUBJECT.search(text[: start + found.start()]) or _OF_RELATIVE.search(
                text, max(0, start + found.start() - 60), start + found.start()
            ):
                continue
            at = base + start + found.start()
            if found["p"] == "I":
                return None
            if found["p"]:
                return Who(words=found["p"], start=short.place(at))
            return Who(short.signs_in(at, base + start + found.end(), PERSON))
    return None


def _governor(short: Shorthand, trigger: Trigger, text: str, base: int, words: Words, depth: int) -> Who | None:
    """Who is to do what an infinitive says: "voted to leave", "forced P to leave", "P to join" in a headline."""
    bare = re.sub(r"\s?\b(?:to|de|d'|pour)$", "", text)
    whom = re.search(
        r"\b(?:forced|ordered|compelled|led|prompted|allowed|obliged|caused|drove|prompting|leading"
        rf"|causing)\s(?P<n>{PERSON}|him|her|them)$",
        bare,
    )
    if whom:
        return _one(short, whom, base)
    if re.search(r"\bI\s[^.;,]{0,30}$", bare):
        return _speaker(short, trigger)
    names = _NAMES.search(bare)
    if names:
        return Who(short.signs_in(base + names.start(), base + names.end(), PERSON))
    aside = re.search(rf"(?P<n>{PERSON}),[^,.;]{{0,80}},$", bare)
    if aside:
        return _one(short, aside, base)
    owner = re.search(
        rf"(?:(?P<n>{PERSON})'s?|\b(?P<h>[Hh]is|[Hh]er|[Tt]heir))\s(?:\w+\s)?(?:decision|choice"
        rf"|announcement|move|resolution)(?:(?:\son|\sin)?\s{DATE})?$",
        bare,
    )
    if owner:
        if owner["n"]:
            return Who((short.sign(base + owner.start("n")),))
        return Who(words=owner["h"], start=short.place(base + owner.start("h")))
    return _first_of_clause(short, bare, base)


def _of_main_clause(short: Shorthand, trigger: Trigger, text: str, base: int) -> Who | None:
    """The subject of the clause around an -ing form: "After leaving caucus, P said", "P apologized after leaving"."""
    opening = re.fullmatch(r"[\"“«\s]*(?:\w+\s){0,4}?\w+", text)
    if opening and PERSON not in text:
        return _subject_after(short, trigger)
    announced = re.search(rf"(?P<n>{PERSON}|\b(?:[Hh]e|[Ss]he)\b)\s[^{PERSON},;.]{{0,60}}$", text)
    if announced and not _NOT_SUBJECT.search(text[: announced.start()]):
        return _one(short, announced, base)
    return _first_of_clause(short, text, base)


def _subject_after(short: Shorthand, trigger: Trigger) -> Who | None:
    """The subject after an opening phrase: "Kicked out of caucus in April, P now sits alone".

    Not who acts in the phrase or stands in an aside: "Kicked out by the leader, P, for a deal with P, P sits alone".
    """
    ahead = short.text[trigger.end : trigger.end + _REACH]
    for found in _AFTER_COMMA.finditer(ahead):
        if _BY_SOMEBODY.search(ahead[: found.start("n")]) or _ASIDE_AFTER.match(ahead, found.end()):
            continue
        if short.text[trigger.end + found.start("n")] != PERSON:
            # the pronoun takes up somebody named before the phrase, not in it
            return Who(words=found["n"], start=short.place(trigger.start))
        return _one(short, found, trigger.end)
    return None


_AFTER_COMMA = re.compile(
    rf"(?<=,)\s(?:[\w'.-]+\s){{0,4}}?(?P<n>(?:(?:{PERSON}, ){{0,12}}{PERSON},?(?: and| et) )?{PERSON}"
    r"|\b(?:he|she|they|il|elle)\b)(?!'s)"
)
# "by the leader, P", "with P", "par son chef, P"
_BY_SOMEBODY = re.compile(
    rf"\b(?:by|with|par|avec)\s[^,{PERSON}]{{0,60}},\s(?:[\w'.-]+\s){{0,4}}?$"
    r"|\b(?:by|with|from|of|to|against|par|avec|de|contre|pour)\s(?:[\w'.-]+\s){0,3}?$"
)
_ASIDE_AFTER = re.compile(r",\s(?:for|after|over|because|pour|après|parce)\b")


def _speaker(short: Shorthand, trigger: Trigger) -> Who | None:
    """Who says "I": the person named with the quotation in the same sentence."""
    after = _SAYING_AFTER_QUOTE.search(short.text, trigger.start)
    if after:
        group = "a" if after["a"] else "b"
        return _one(short, after, 0, group)
    before = _SAYING_BEFORE_QUOTE.search(short.text[: trigger.start])
    return _one(short, before, 0, "a") if before else None


def _one(short: Shorthand, match: re.Match[str], base: int, group: str = "n") -> Who:
    start, end = base + match.start(group), base + match.end(group)
    signs = short.signs_in(start, end, PERSON)
    return Who(signs) if signs else Who(words=match[group], start=short.place(start))
