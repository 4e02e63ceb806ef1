"""Who is named in a stretch of text: the people of the cast, and organizations by their words
(`lexicon/organizations.yaml`).

An actor is what can take part in an event. Groups ("both leaders", "the two MPs", "they") stand for the
people named before them.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from operator import attrgetter
from typing import Any

import ahocorasick

from scripts.candidates import PersonRef
from scripts.lexicon import load
from scripts.people.finding import Cast
from scripts.people.mentions import PRONOUN_GENDER, Mention

NEAR = 600
"""So far before it, in characters, an object pronoun reaches."""
CAPITAL = "A-ZÀ-ÖØ-Þ"
UNNAMED_SOURCES = "unnamed sources"
NUMBERS = {
    "both": 2,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "deux": 2,
    "trois": 3,
    "quatre": 4,
    "pair": 2,
    "duo": 2,
}
GROUP = re.compile(
    r"\b(?:(?P<number>[Bb]oth|[Tt]he (?:two|three|four|five)|[Ll]es (?:deux|trois|quatre))(?: \w{1,12})?"
    r" (?P<noun>leaders|ministers|MPs|MPPs|MLAs|MNAs|senators|premiers|men|women|members|politicians"
    r"|Canadians|candidates"
    r"|chefs|chefs de parti|ministres|députés|députées|sénateurs|hommes|femmes)"
    r"|(?P<pair>[Tt]he (?:pair|duo|trio|two(?=(?: (?:on|in|from|after|at|last|late|early|yesterday|\w+day)\b|[.,;])))"
    r"|Both(?= (?:have|has|had|were|are|also|said|say|want|call|deny|will"
    r"|\w{2,12}ed)\b)))\b"
)
SINGULAR = {
    "leaders": ("leader",), "ministers": ("minister",), "MPs": ("MP",), "MPPs": ("MPP",), "MLAs": ("MLA",),
    "MNAs": ("MNA",),
    "senators": ("senator", "sen."), "premiers": ("premier",), "chefs": ("chef", "cheffe"), "ministres": ("ministre",),
    "députés": ("député",), "députées": ("députée",), "sénateurs": ("sénateur",), "candidates": ("candidate",),
}  # fmt: skip
TITLE_WORDS = re.compile(
    rf"(?: (?:MP|MPP|MLA|MNA|[Ll]eader|[Cc]ritic|[Ss]enator|[Mm]inister|[Pp]remier|[Cc]hief|[Hh]ouse|[Ww]hip"
    rf"|[{CAPITAL}]\w+)){{0,4}} ?"
)
JOINED = re.compile(
    r"(?: (?:of|from|de|d['’]) ?(?:the )?[A-ZÀ-Þ][\w’'-]{1,20}(?: [A-ZÀ-Þ][\w’'-]{1,20})?)?(?:,? (?:and|et|&) |, )"
)
AND_ANOTHER = re.compile(r",? (?:and|et) (?:[\w'’.-]{1,20} ){0,6}")
DETERMINER = re.compile(r"\A(?:(?:[Tt]he|[Aa]n?|[Ll]es?|[Ll]a|[Uu]ne?|[Dd]es) |[Ll]['’] ?)")


@dataclass(frozen=True, slots=True)
class Actor:
    """Someone or something that can take part in an event, where it is named."""

    start: int
    end: int
    kind: str
    """`person`, or a kind of organization: `outlet`, `police`, `court`, `party`, `government`, `unnamed`,
    `body`, `name`; `people` for those who are told by what they are ("some MPs")."""
    person: PersonRef | None = None
    organization: str | None = None
    group: tuple[PersonRef, ...] = ()
    """The people that "both leaders" or "they" stands for."""
    pronoun: bool = False
    possessive: bool = False
    """Owns or modifies what follows and does not act itself: "Roy's office", "the Roy government", "his"."""

    @property
    def name(self) -> str:
        """The full name of the person or the name of the organization."""
        return self.person.name if self.person is not None else self.organization or ""


@dataclass(frozen=True)
class _Organizations:
    """The organizations of the lexicon: known names and nouns by automaton, others by how they end."""

    automaton: Any
    """Gives (length, kind, signs) for every name or noun, as written: the kind is empty for words that only are signs
    of what a pattern is worth trying for."""
    by_ending: re.Pattern[str]
    """Capitalised names that end in a word such as "Police" or "Association"; the group that matches is the kind."""

    def find(self, text: str, start: int, end: int) -> tuple[list[tuple[int, int, str]], int]:
        """The organizations in `text[start:end]` as (start, end, kind), the longest at each place, in order; and signs
        of more: `GROUP_SIGN`, `SHORT_SIGN`."""
        found: list[tuple[int, int, str]] = []
        signs = 0
        for last, (length, kind, sign) in self.automaton.iter(text, start, end):
            signs |= sign
            if kind and not _in_word(text, last - length, start) and not _in_word(text, last + 1, end, after=True):
                found.append((last - length + 1, last + 1, kind))
        if signs & ENDING_SIGN:
            found += [(m.start(), m.end(), m.lastgroup or "body") for m in self.by_ending.finditer(text, start, end)]
        if len(found) < 2:
            return found, signs
        longest: list[tuple[int, int, str]] = []
        for hit in sorted(found, key=lambda hit: (hit[0], -hit[1])):
            if not longest or hit[0] >= longest[-1][1]:
                longest.append(hit)
        return longest, signs


def _in_word(text: str, at: int, edge: int, *, after: bool = False) -> bool:
    """Whether the character at `at`, before or after a hit, goes on with the word."""
    if (after and at >= edge) or (not after and at < edge):
        return False
    return text[at].isalnum() or text[at] in "-_"


ENDING_SIGN, GROUP_SIGN, SHORT_SIGN = 1, 2, 4
GROUP_OPENINGS = (
    "oth",
    *(f"{the} {n}" for the in ("the", "The") for n in ("two", "three", "four", "five", "pair", "duo", "trio")),
    *(f"{les} {n}" for les in ("les", "Les") for n in ("deux", "trois", "quatre")),
)
"""How what `GROUP` matches begins."""
KINDS = {
    "outlets": "outlet", "police": "police", "commissioners": "commissioner", "courts": "court", "parties": "party",
    "governments": "government", "unnamed": "unnamed", "bodies": "body",
}  # fmt: skip


@cache
def _organizations() -> _Organizations:
    """The organizations of all languages."""
    lexicon = load("organizations")
    kinds: dict[str, str] = {}
    for group, kind in reversed(KINDS.items()):
        for name in lexicon[group].get("names", ()):
            kinds[str(name)] = kind
        for noun in map(str, lexicon[group].get("nouns", ())):
            for written in (noun[0].lower() + noun[1:], noun[0].upper() + noun[1:]):
                kinds[written] = kind
    outlet_endings = [str(end) for end in lexicon["outlets"]["endings"]]
    body_endings = [str(end) for end in lexicon["endings"]]
    signs = dict.fromkeys((*outlet_endings, *body_endings, "olice", "government"), ENDING_SIGN)
    for words, sign in [(GROUP_OPENINGS, GROUP_SIGN), (tuple(_short_names()), SHORT_SIGN)]:
        for word in words:
            signs[word] = signs.get(word, 0) | sign
    automaton = ahocorasick.Automaton()
    for written in (*kinds, *signs):
        automaton.add_word(written, (len(written), kinds.get(written, ""), signs.get(written, 0)))
    automaton.make_automaton()
    outlets = "|".join(map(re.escape, outlet_endings))
    bodies = "|".join(map(re.escape, body_endings))
    word = rf"[{CAPITAL}][\w’'&.-]{{1,20}}"
    by_ending = re.compile(
        rf"\b(?=[{CAPITAL}])(?!(?:The|Le|La|Les|A|In|On) )(?:(?P<outlet>(?:{word} ){{1,3}}(?:{outlets}))"
        rf"|(?P<police>(?:{word} ){{1,2}}[Pp]olice(?: [Ss]ervice)?)"
        rf"|(?P<government>(?:{word} ){{1,2}}government)|(?P<body>(?:{word} (?:(?:of|for|and|the|de"
        rf"|du) ){{0,2}}){{1,4}}(?:{bodies})))(?![\w-])"
    )
    return _Organizations(automaton, by_ending)


@cache
def _short_names() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """First words that may stand alone for an outlet of several words: "Global" for Global News. Per word the full
    names, in the order of the lexicon: as listed, and as an event has them."""
    found: dict[str, list[tuple[str, str]]] = {}
    for name in map(str, load("organizations")["outlets"]["names"]):
        words = name.removeprefix("The ").split()
        if len(words) > 1 and words[0] not in NOT_SHORT:
            found.setdefault(words[0], []).append((name, _organization_name(name, "outlet")))
    return {short: tuple(names) for short, names in found.items()}


@cache
def _short_outlet() -> re.Pattern[str]:
    """A short name before a verb of reporting, or before "report"."""
    short = "|".join(re.escape(name) for name in sorted(_short_names()))
    return re.compile(
        rf"(?<=ccording to )(?P<source>{short})(?=[,.])"
        rf"|\b(?P<short>{short})\b(?= (?:\w+ly |also |has |had |has also |first )?(?:report|alleg|said|says"
        rf"|publish|reveal|stor|article|cited\b|cites\b|citing\b)\w*)"
    )


@cache
def _of_nation() -> re.Pattern[str]:
    """An adjective of a nation before its noun: "Chinese interference"; not "the Chinese of Toronto"."""
    return re.compile(rf"(?:{'|'.join(map(re.escape, load('organizations')['nationalities']))})[ -](?!of\b|and\b)[a-z]")


NOT_SHORT = frozenset({"Le", "La", "New", "Canadian", "Associated", "National", "Journal", "Free"})
NO_NAMES = frozenset(
    [
        *("Mr", "Mrs", "Ms", "Dr", "Sen", "Gov", "Rep", "Gen", "The", "Mme", "He", "She", "They", "It", "On", "In"),
        *("His", "Her", "Their", "Its", "My", "Our", "Both", "Two", "Three", "This", "That", "These", "Those", "Some"),
        *("Jan", "Feb", "Aug", "Sept", "Oct", "Nov", "Dec", "January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December", "Monday", "Tuesday", "Wednesday"),
        *("Thursday", "Friday", "Saturday", "Sunday"),
    ]
)
UNNAMED_PEOPLE = re.compile(
    r"\b(?:[Tt]he (?:[a-z-]{2,16} ){0,2}(?:minister|premier|leader|government|party|president|senator)['’]s"
    r" (?:office|staff|aides|advisers|team)"
    r"|(?:(?:[Ss]ome|[Ss]everal|[Mm]any|[Cc]ertain|[Aa] number of|[Aa] group of|[Uu]nnamed|[Uu]nidentified|[Ss]enior"
    r"|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Oo]ther|[Tt]op) (?:of (?:the|his|her|its|their) )?)?"
    r"(?:(?:Liberal|Conservative|NDP|Bloc|Green|Tory|elected|senior|unnamed|unidentified|federal|provincial|current"
    r"|sitting|former|government|Chinese|Indian|Russian|Iranian|foreign|political) ){0,2}"
    r"(?:MPs|MPPs|MLAs|MNAs|[Mm]embers of [Pp]arliament|[Pp]arliamentarians|senators|officials|ministers|staffers"
    r"|diplomats|lawmakers|politicians|aides|députés|ministres|élus)\b"
    r"(?: (?:in|of|at|from) (?:the )?(?:[A-Z][\w’'-]{1,20})(?: [A-Z][\w’'-]{1,20}){0,3})?)"
)
"""People told by what they are and not by name: "some MPs", "senior officials in the Prime Minister's Office"."""
DATELINE = re.compile(r"(?:, [A-Z][\w.]{1,12})? (?:--|—|–|-) ")
"""What stands behind the place at the head of a story: "OTTAWA — ", "VICTORIA, B.C. - "."""
MEMBERS = frozenset({"MPs", "parliamentarians", "elected officials", "Members of Parliament", "members of Parliament"})
COUNTED = re.compile(
    r"(?:[Ss]ome|[Ss]everal|[Mm]any|[Cc]ertain|[Aa] number of|[Aa] group of) (?:of (?:the|his|her|its|their) )?"
)
GENERIC = re.compile(
    rf"(?<![\w’'-])[{CAPITAL}][\w’'&-]{{1,24}}(?: (?:of |for |and the |de |du )?[{CAPITAL}][\w’'&-]{{1,24}}){{0,4}}"
)


class Scene:
    """The actors of an article, looked up by stretch. Holds no state but the article and its cast."""

    def __init__(self, text: str, cast: Cast, language: str) -> None:
        self.text, self.cast, self.language = text, cast, language
        self.mentions: Sequence[Mention] = cast.mentions

    def actors(self, start: int, end: int) -> tuple[Actor, ...]:
        """The actors named in [start, end), in order and without overlap: people before groups before organizations."""
        found = [self._person(mention) for mention in self.cast.within(start, end)]
        organizations, signs = _organizations().find(self.text, start, end)
        if signs & GROUP_SIGN:
            for group in GROUP.finditer(self.text, start, end):
                members = self.members(group)
                if members:
                    _place(found, Actor(group.start(), group.end(), "person", members[0], group=members))
        for first, last, kind in organizations:
            actor = Actor(first, last, kind, organization=_organization_name(self.text[first:last], kind))
            if not self._is_title(actor, found):
                _place(found, actor)
        if signs & SHORT_SIGN:
            for match in _short_outlet().finditer(self.text, start, end):
                full = self._outlet_called(match.group(match.lastgroup or "short"))
                if full is not None:
                    _place(found, Actor(match.start(), match.end(), "outlet", organization=full))
        return tuple(sorted(found, key=_start_of))

    def forces(self, start: int, end: int) -> list[str]:
        """The police forces named in [start, end), also within a title: "RCMP Commissioner Roy"."""
        found, _ = _organizations().find(self.text, start, end)
        return [_organization_name(self.text[first:last], kind) for first, last, kind in found if kind == "police"]

    def with_names(self, actors: Sequence[Actor], start: int, end: int) -> tuple[Actor, ...]:
        """The actors and, as actors of the kinds `people` and `name`, people told by what they are and other
        capitalised names in [start, end), in order."""
        found = list(actors)
        for match in UNNAMED_PEOPLE.finditer(self.text, start, end):
            # "officials in the Prime Minister's Office": not the prime minister
            found = [
                a
                for a in found
                if a.start <= match.start() or a.end > match.end() or (a.kind == "person" and not a.possessive)
            ]
            _place(found, Actor(match.start(), match.end(), "people", organization=_people_told(match.group())))
        for match in GENERIC.finditer(self.text, start, end):
            if match.group() in NO_NAMES or (match.group().isupper() and DATELINE.match(self.text, match.end())):
                continue
            if not _of_nation().match(self.text, match.start()):
                _place(found, Actor(match.start(), match.end(), "name", organization=match.group()))
        return tuple(sorted(found, key=_start_of))

    def _outlet_called(self, short: str) -> str | None:
        """The outlet that a short name stands for: one whose full name the article has."""
        named = next((full for name, full in _short_names()[short] if name in self.text), None)
        return named if named is not None and named.split()[0] == short else None

    def _person(self, mention: Mention) -> Actor:
        return Actor(
            mention.start, mention.end, "person", mention.person,
            pronoun=mention.kind == "pronoun", possessive=mention.possessive,
        )  # fmt: skip

    def is_ambiguous(self, actor: Actor, acting: Collection[str], sentence: int) -> bool:
        """Whether a pronoun stands for somebody whom its sentence names in passing, beside another whom it fits: "Roy,
        answering Gagnon's joke about Tremblay, accused him"."""
        if not actor.pronoun or actor.person is None:
            return False
        gender = PRONOUN_GENDER.get(self.text[actor.start : actor.end].lower())
        named = [
            m for m in self.cast.within(sentence, actor.start) if m.kind != "pronoun" and m.person.name not in acting
        ]
        fitting = {m.person.name for m in named if self.cast.gender_of(m.person) in (gender, None)}
        own = [m for m in named if m.person.name == actor.name]
        return len(fitting) > 1 and bool(own) and not any(m.subject for m in own)

    def another(self, pronoun: Actor, acting: Collection[str], sentence: int) -> Actor | None:
        """The actor for an object pronoun that means none of those who act: whoever else the sentence, which begins at
        `sentence`, names before it, or the last subject before. None where nobody of its gender is near."""
        gender = PRONOUN_GENDER.get(self.text[pronoun.start : pronoun.end].lower())
        last = bisect_left(self.mentions, pronoun.start, key=lambda mention: mention.start)
        for mention in reversed(self.mentions[max(0, last - 40) : last]):
            if pronoun.start - mention.start > NEAR:
                return None
            if mention.kind == "pronoun" or mention.possessive or mention.quoted or mention.person.name in acting:
                continue
            if self.cast.gender_of(mention.person) in (gender, None) and (mention.subject or mention.start >= sentence):
                return replace(pronoun, person=mention.person)
        return None

    def pronoun(self, word: str, at: int) -> Actor | None:
        """The person that a pronoun written at `at` stands for."""
        person = self.cast.resolve(word, at)
        fits = person.person_id is not None or person in self.cast.people
        return Actor(at, at + len(word), "person", person, pronoun=True) if fits else None

    def _is_title(self, actor: Actor, people: Sequence[Actor]) -> bool:
        """ "Ethics commissioner Anna Roy" and "NDP Leader Anna Roy" name a person, not the body in the title."""
        return any(
            other.kind == "person"
            and actor.end <= other.start <= actor.end + 40
            and TITLE_WORDS.fullmatch(self.text, actor.end, other.start)
            for other in people
        )

    def members(self, group: re.Match[str]) -> tuple[PersonRef, ...]:
        """Whom "both leaders" or "the two MPs" stands for: the last so many people named before, of that
        office if it is one."""
        words = (group.group("number") or group.group("pair") or "").lower().split()
        count = next((NUMBERS[word] for word in words if word in NUMBERS), 3 if "trio" in words else 0)
        titles = SINGULAR.get(group.group("noun") or "", ())
        pair = group.group("pair") is not None
        fitting: list[PersonRef] = []
        others: list[PersonRef] = []
        last = bisect_left(self.mentions, group.start(), key=lambda mention: mention.start)
        for mention in reversed(self.mentions[max(0, last - 40) : last]):
            if mention.kind == "pronoun" or group.start() - mention.start > 1500:
                continue
            if pair and (mention.possessive or mention.quoted or not self._is_subject(mention)):
                continue
            target = fitting if self._has_title(mention, titles) else others
            if mention.person not in fitting and mention.person not in others:
                target.append(mention.person)
        chosen = fitting if titles else others
        if pair and len(others) < count and self._is_list(last, count):
            names = [mention for mention in self.mentions[max(0, last - 12) : last] if mention.kind != "pronoun"]
            return tuple(dict.fromkeys(mention.person for mention in names[-count:]))
        if not titles and not pair and not self._is_list(last, count):
            return ()
        return tuple(reversed(chosen[:count])) if count and len(chosen) >= count else ()

    def _is_subject(self, mention: Mention) -> bool:
        """Whether a mention is a subject, also as the second of two: "Liberal MP Roy and NDP MP Gagnon spoke"."""
        if mention.subject:
            return True
        at = bisect_left(self.mentions, mention.start, key=lambda other: other.start)
        before = self.mentions[at - 1] if at else None
        return (
            before is not None
            and before.subject
            and before.end <= mention.start <= before.end + 80
            and AND_ANOTHER.fullmatch(self.text, before.end, mention.start) is not None
        )

    def _is_list(self, last: int, count: int) -> bool:
        """Whether the last `count` names before are one list: "Roy and Gagnon ... The two men"."""
        names = [mention for mention in self.mentions[max(0, last - 12) : last] if mention.kind != "pronoun"][-count:]
        return len(names) == count and all(
            JOINED.fullmatch(self.text, before.end, after.start) for before, after in pairwise(names)
        )

    def _has_title(self, mention: Mention, titles: tuple[str, ...]) -> bool:
        if not titles:
            return False
        around = self.text[max(0, mention.start - 40) : mention.start].lower()
        behind = self.text[mention.end : mention.end + 50].lower()
        own = self.text[mention.start : mention.end].lower()
        return any(
            re.search(rf"\b{re.escape(title.lower())}\s(?:[\w.'-]+\s)?\Z", around)
            or re.match(rf",? (?:the |a |an )?(?:[\w'-]+ ){{0,3}}{re.escape(title.lower())}\b", behind)
            or title.lower() in own.split()
            for title in titles
        )


_start_of = attrgetter("start")


def _place(found: list[Actor], actor: Actor) -> None:
    """Add the actor unless one already stands there."""
    start, end = actor.start, actor.end
    for other in found:
        if other.start < end and start < other.end:
            return
    found.append(actor)


def _people_told(words: str) -> str:
    """What people are, without how many: "some MPs" gives "MPs", "the minister's office" "minister's office"."""
    words = words.replace("’", "'")
    bare = DETERMINER.sub("", COUNTED.sub("", words, count=1), count=1)
    return "members of Parliament" if bare in MEMBERS else bare or words


def _organization_name(words: str, kind: str) -> str:
    if kind == "unnamed":
        return UNNAMED_SOURCES
    words = words.replace("’", "'")
    if kind == "outlet" and words.startswith(("Le ", "La ", "L'")):
        return words  # the article belongs to the name: Le Devoir, La Presse
    bare = DETERMINER.sub("", words, count=1) or words
    return _spellings().get(bare, bare) if kind == "party" else bare


@cache
def _spellings() -> Mapping[str, str]:
    """Names of parties that some papers write without accents, and how the parties write them."""
    names = [str(name) for name in load("organizations")["parties"]["names"]]
    accented = {_unaccented(name): name for name in reversed(names) if not name.isascii()}
    return {name: accented[name] for name in names if name in accented}


def _unaccented(name: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFD", name) if not unicodedata.combining(letter))
