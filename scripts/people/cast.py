"""The cast of an article: its people, where each is mentioned, and whom any words of the article stand for."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from scripts.articles.layout import Layout
from scripts.candidates import Article, PersonRef
from scripts.lexicon import load
from scripts.people.gazetteer import Gazetteer
from scripts.people.linking import NOTHING_SAID, Hints
from scripts.people.mentions import PRONOUN_GENDER, REACH_MENTIONS, Mention, Placed, antecedent
from scripts.people.names import NamePart, find_runs
from scripts.people.word_lists import fold, words

DETERMINERS = frozenset(("the", "a", "an", "le", "la", "les", "un", "une", "this", "that"))
_OTHER_PRONOUNS = frozenset(load("mentions")["other_pronouns"])
_PLURAL_PRONOUNS = frozenset(load("mentions")["plural_pronouns"])
_BESIDE_HEAD = re.compile(r"\s+(?:of|for|from|in|at|with|who|that|on|to|de|du|des|close|familiar)\s")
_NOT_YET_LINKED = PersonRef("")


@dataclass
class Entity:
    """A person of the article while it is being read."""

    words: tuple[str, ...]
    name: str
    first: int
    introduced: list[int] = field(default_factory=list)
    """Where the full name stands."""
    gender: str | None = None
    hints: Hints = NOTHING_SAID
    titles: set[str] = field(default_factory=set)
    evidence: str = "none"
    ref: PersonRef = _NOT_YET_LINKED
    full: bool = True


@dataclass(frozen=True)
class Cast:
    """Everyone an article mentions. `people` in order of first mention, `mentions` in order of place."""

    article: Article
    layout: Layout
    gazetteer: Gazetteer = field(repr=False)
    people: tuple[PersonRef, ...]
    mentions: tuple[Mention, ...]
    _placed: tuple[Placed, ...]
    _entities: tuple[Entity, ...]
    _quotes: tuple[tuple[int, int], ...]
    _starts: tuple[int, ...]
    _sentence_starts: tuple[int, ...]
    _genders: tuple[str | None, ...]

    @cached_property
    def _by_ref(self) -> Mapping[PersonRef, list[Entity]]:
        by_ref: dict[PersonRef, list[Entity]] = {}
        for entity in self._entities:
            by_ref.setdefault(entity.ref, []).append(entity)
        return by_ref

    def within(self, start: int, end: int) -> tuple[Mention, ...]:
        """The mentions that stand wholly inside `[start, end)`, in order."""
        first = bisect_left(self._starts, start)
        return tuple([m for m in self.mentions[first : bisect_left(self._starts, end, first)] if m.end <= end])

    def gender_of(self, person: PersonRef) -> str | None:
        """`woman` or `man` where the register, a given name, an honorific or a pronoun tells."""
        return next((e.gender for e in self._by_ref.get(person, ())), None)

    def hints_of(self, person: PersonRef) -> Hints:
        """What the article says of the person beside the name: roles, parties, ridings."""
        found = Hints()
        for entity in self._by_ref.get(person, ()):
            found = found | entity.hints
        return found

    def subject_before(self, at: int, gender: str | None = None) -> PersonRef | None:
        """Whom a subject pronoun at `at` would take up; `gender` None for either."""
        found = self._antecedent(at, gender)
        return None if found is None else self._entities[found].ref

    def sentences_between(self, before: int, at: int) -> int:
        """How many sentences after that at `before` the one at `at` stands."""
        return bisect_right(self._sentence_starts, at) - bisect_right(self._sentence_starts, before)

    def last_named(self, person: PersonRef, before: int) -> int | None:
        """Where the person is mentioned last before `before`, by name, role or pronoun, outside quotations; None where
        that is many mentions ago."""
        first = bisect_left(self._starts, before)
        for index in range(first - 1, max(-1, first - 1 - REACH_MENTIONS), -1):
            found = self.mentions[index]
            if found.person == person and not found.quoted:
                return found.start
        return None

    def subject_outside(self, at: int, gender: str | None, spans: Sequence[tuple[int, int]]) -> PersonRef | None:
        """Whom a subject pronoun at `at` would take up if nobody stood in the `spans`."""
        first = bisect_left(self._starts, at)
        near = self._placed[max(0, first - 2 * REACH_MENTIONS) : first]
        placed = [p for p in near if not any(start <= p[0] < end for start, end in spans)]
        sentence = bisect_right(self._sentence_starts, at) - 1
        found = antecedent(placed, len(placed), sentence, gender, self._genders)
        return None if found is None else self._entities[found].ref

    def _antecedent(self, at: int, gender: str | None) -> int | None:
        return antecedent(
            self._placed,
            bisect_left(self._starts, at),
            bisect_right(self._sentence_starts, at) - 1,
            gender,
            self._genders,
            quoted_from=inside(self._quotes, at),
        )

    def resolve(self, mention: str, at: int) -> PersonRef:
        """Who `mention`, written at offset `at`, stands for.

        A name, surname, honorific and surname, role or pronoun of a person gives that person (`person_id` where the
        register has one); anything else a reference with the words as its name and the reason: `organization`,
        `unnamed source`, `several people`, `nobody before fits the pronoun`.
        """
        exact = self._exactly(mention, at)
        if exact is not None:
            return exact.person
        bare = mention.strip().strip('“”"«»,;:()').strip()
        key = fold(bare)
        if key in PRONOUN_GENDER or key in _OTHER_PRONOUNS:
            return self._resolve_pronoun(bare, key, at)
        here = [m for m in self.within(at, at + len(mention) + 1) if m.kind != "pronoun"]
        if len(here) > 1:
            together = several(mention, at, here)
            if together is not None:
                return together
        head = head_of(mention, at, here)
        if head is not None:
            return head.person
        if not here and not bare.islower():
            named = self._by_name(bare, at)
            if named is not None:
                return named
        return PersonRef(bare, None, nobody(bare))

    def _exactly(self, mention: str, at: int) -> Mention | None:
        """The mention that is just these words and holds no other: by far the most are one."""
        index = bisect_left(self._starts, at)
        if index == len(self._starts):
            return None
        found = self.mentions[index]
        if found.start != at or found.text != mention:
            return None
        if found.kind == "pronoun":
            return found
        owns = self.article.text.startswith(("'s", "’s", "’ "), found.end)  # "by Roe's account": the owner says it
        if (found.possessive and not owns) or (index + 1 < len(self._starts) and self._starts[index + 1] <= found.end):
            return None
        return found

    def _resolve_pronoun(self, bare: str, key: str, at: int) -> PersonRef:
        if key in _OTHER_PRONOUNS:
            if key in ("who", "qui"):
                before = [m for m in self.within(max(0, at - 120), at) if not m.possessive]
                if before and re.fullmatch(r"[\s,(—–-]*(?:[^.,;]{0,60},\s)?", self.article.text[before[-1].end : at]):
                    return before[-1].person
            return PersonRef(bare, None, "several people" if key in _PLURAL_PRONOUNS else "unnamed source")
        exact = next((m for m in self.within(at, at + len(bare)) if m.kind == "pronoun"), None)
        if exact is not None:
            return exact.person
        found = self._antecedent(at, PRONOUN_GENDER[key])
        if found is None:
            return PersonRef(bare, None, "nobody before fits the pronoun")
        return self._entities[found].ref

    @cached_property
    def _by_surname(self) -> Mapping[str, list[Entity]]:
        by_surname: dict[str, list[Entity]] = {}
        for entity in self._entities:
            for surname in surnames_of(entity.words):
                by_surname.setdefault(surname, []).append(entity)
        return by_surname

    def _by_name(self, bare: str, at: int) -> PersonRef | None:
        """A name that does not stand at `at` as written (a carried or normalised mention): looked up among the
        people."""
        for run in find_runs(bare):
            for part in self.gazetteer.names.read(run.group()):
                if part.full:
                    fitting = [e for e in self._entities if same_name(e, part)]
                else:
                    fitting = self._by_surname.get(part.words[0], [])
                refs = list(dict.fromkeys(e.ref for e in fitting))
                if len(refs) == 1 and bare.endswith(run.group()[part.start : part.end]):
                    return refs[0]
        return None


def inside(quotes: tuple[tuple[int, int], ...], at: int) -> int | None:
    """Where the quotation around `at` begins, or None."""
    index = bisect_right(quotes, (at, 1 << 60)) - 1
    return quotes[index][0] if index >= 0 and at < quotes[index][1] else None


def surnames_of(name: tuple[str, ...]) -> tuple[str, ...]:
    rest = name[1:] or name
    return tuple(" ".join(rest[i:]) for i in range(len(rest)))


def same_name(entity: Entity, part: NamePart) -> bool:
    """Whether a full name is an entity's: same given name, and a surname in common at the end ("Hillary Rodham
    Clinton")."""
    mine, other = entity.words, part.words
    if len(mine) < 2 or len(other) < 2 or mine[0] != other[0]:
        return False
    return mine[-1] == other[-1] or mine[-1] in other[1:] or other[-1] in mine[1:]


_JOINED = re.compile(r"(?:\s?\([^()]{1,40}\))?,?\s(?:and|et)\s")
"""What stands between the last two of several people: "Roe and Roy", "Roe (Whitby) and MP Jean Roy"."""
_LISTED = re.compile(r"(?:\s?\([^()]{1,40}\))?,\s")


def several(mention: str, at: int, here: list[Mention]) -> PersonRef | None:
    """Who speaks where a mention names two people or more: "Clark and Herron" are nobody by id, but both have names.

    None where the mention is about one of them: "the father of Roe and Roy", "Roe and her caucus".
    """
    last = here[-1]
    if last.end - at < len(mention.rstrip(' ,.;:”"')) and not mention[last.end - at :].lstrip().startswith(("(", ",")):
        return None
    people = [last]
    for one in reversed(here[:-1]):
        link = mention[one.end - at : people[-1].start - at]
        if people[-1].title and link.endswith(people[-1].title):
            link = link[: -len(people[-1].title)]
        if one.possessive or not (_JOINED if len(people) == 1 else _LISTED).fullmatch(link):
            break
        people.append(one)
    lead = mention[: people[-1].start - at]
    if people[-1].title:
        lead = lead.removesuffix(people[-1].title)
    names = list(dict.fromkeys([one.person.name for one in reversed(people)]))
    if len(names) < 2 or last.possessive:
        return None
    if lead.rstrip().endswith((" of", " de", " des")):
        return PersonRef(mention.strip(), None, nobody(mention))
    if lead.strip().lower() not in ("", "both"):
        return None
    return PersonRef(f"{', '.join(names[:-1])} and {names[-1]}", None, "several people")


def head_of(mention: str, at: int, here: list[Mention]) -> Mention | None:
    """The person that a noun phrase is about: the name it ends with or opens with, not one that it is "of", "for" or
    owned by."""
    for candidate in reversed(here):
        if candidate.possessive:
            continue
        before = mention[: candidate.start - at]
        after = mention[candidate.end - at :].strip(' ,“”"')
        lead = (
            before[: len(before) - len(candidate.title)]
            if candidate.title and before.rstrip().endswith(candidate.title)
            else before
        )
        last = lead.split()[-1].lower() if lead.split() else ""
        if last in (
            "of",
            "for",
            "to",
            "by",
            "with",
            "from",
            "under",
            "against",
            "de",
            "du",
            "pour",
        ) and not lead.rstrip().endswith(","):
            continue
        if (
            not after.strip()
            or after[0] in "(,"
            or mention[candidate.end - at : candidate.end - at + 1] == ","
            or after.split()[0] in ("who", "and", "the", "a", "of", "in", "at", "on", "from", "qui", "et")
        ):
            return candidate
        if candidate.kind == "role" or (candidate.kind == "name" and not lead.strip()):
            return candidate
    return None


@lru_cache(maxsize=8192)
def nobody(phrase: str) -> str:
    """Why a phrase is nobody by name: `organization` or `unnamed source`."""
    lists = words()
    keys = [fold(w.strip(".,;:’'()“”\"")) for w in _BESIDE_HEAD.split(phrase, maxsplit=1)[0].split()]
    keys = [k[:-2] if k.endswith(("'s", "’s")) else k for k in keys if k]
    if not keys:
        return "unnamed source"
    head = keys[-1]
    capital = any(w[:1].isupper() for w in phrase.split()[0 if len(phrase.split()) == 1 else 1 :]) or (
        phrase[:1].isupper() and keys[0] not in DETERMINERS
    )
    if head in lists.organization_heads:
        return "organization"
    if head in lists.unnamed:
        return "unnamed source"
    return "organization" if capital and phrase.split()[-1][:1].isupper() else "unnamed source"
