"""Who is meant by a surname, alone or with an honorific, or by a given name."""

from __future__ import annotations

from scripts.articles.layout import Layout
from scripts.candidates import PersonRef
from scripts.people.cast import DETERMINERS, Entity
from scripts.people.full_names import Found, FullNames
from scripts.people.linking import read_hints
from scripts.people.mentions import word_after
from scripts.people.roles import names_person
from scripts.people.word_lists import fold, words

MOST_BEARERS = 40
"""People of one surname that are weighed against each other in one article."""
_TITLED = ("title", "honorific")
_ELISIONS = ("d'", "d’")
_DETERMINERS = DETERMINERS - {"that"}
"""Not "that": "said that Dong had" is a clause."""
ATTRIBUTIVE = words().attributive
"""Nouns that a name before them modifies: "the Trudeau government"."""


class ShortNames:
    """The names of one article that are not full names, resolved in order of reading against `known`."""

    def __init__(self, known: FullNames, layout: Layout) -> None:
        self.known, self.layout = known, layout
        self.open: dict[tuple[str, str], int] = {}

    def read(self) -> list[tuple[Found, int, str]]:
        """Surnames, honorifics with surnames and given names, in order of reading."""
        resolved: list[tuple[Found, int, str]] = []
        settled: dict[str, int] = {}
        known = self.known
        text, by_surname, by_given = known.text, known.by_surname, known.by_given
        register, ambiguous = known.gazetteer.surnames, known.words.surname_words
        for one in known.rest:
            part, kind = one.part, "surname"
            titled = part.evidence in _TITLED
            if part.evidence == "single":
                key = part.words[0]
            elif len(part.words) > 1 and part.evidence == "none":
                key = " ".join(part.words)
                if key not in by_surname:
                    continue
            else:
                key = part.words[-1]
            if text.startswith(_ELISIONS, one.start - 2) and one.start >= 2 and f"d{key}" in by_surname:
                one, key = known.place(part, one.start - 2, one.end, one.start - 2), f"d{key}"
            if not titled:
                if key not in by_surname and key not in by_given and key not in register:
                    continue
                if key in ambiguous and not self._surely_a_name(key, one):
                    continue
                if _after_determiner(text, one.start) and not modifies(text, one.end):
                    continue
            index = self._bearer(key, one, settled, titled)
            if index is None:
                if titled:
                    index = self._introduce_by_surname(key, one)
                else:
                    index = self._by_given_name(key, one)
                    kind = "surname" if index is None else "given"
                    if index is None:
                        index = self._prominent(key, one)
                if index is None:
                    continue
            if titled:
                known.note_title(known.entities[index], one)
            resolved.append((one, index, kind))
        return resolved

    def _surely_a_name(self, key: str, one: Found) -> bool:
        """Whether a surname that is also a word is used as a name: "May said", "asked Green"; not "in May", "Will
        he"."""
        if one.part.possessive or self.known.acts(one):
            return (
                key not in self.known.words.starters
                or one.part.possessive
                or self.known.text[one.end : one.end + 5].split()[:1] not in (["he"], ["she"], ["the"])
            )
        if key in self.known.words.calendar or one.start < 3:
            return False
        return self.known.text[one.start - 2].isalnum() or self.known.text[one.start - 2] == ","

    def _bearer(self, key: str, one: Found, settled: dict[str, int], titled: bool) -> int | None:
        """Who of the article a surname stands for; an open entity where two bear it and nothing tells them apart."""
        bearers = self.known.by_surname.get(key, [])[:MOST_BEARERS]
        if not bearers:
            return None
        entities = self.known.entities
        if len(bearers) == 1:
            # By far the most: one person of the article bears the name, be it before or after.
            if entities[bearers[0]].first < one.start:
                settled.setdefault(key, bearers[0])
            return bearers[0]
        before = [i for i in bearers if entities[i].first < one.start]
        if not before:
            return min(bearers, key=lambda i: entities[i].first)
        if len(before) > 1:
            before = self._told_apart(before, one) if titled else before
        if len(before) == 1:
            settled.setdefault(key, before[0])
            return before[0]
        if len({self.known.entities[i].ref for i in before}) == 1:
            return before[0]
        known = settled.get(key)
        if known in before and not titled:
            paragraph = self.layout.paragraph_at(one.start) or (0, 0)
            rivals = [i for i in before if i != known]
            if not any(paragraph[0] <= at < one.start for i in rivals for at in self.known.entities[i].introduced):
                return known
        names = sorted({self.known.entities[i].ref.person_id or self.known.entities[i].ref.name for i in before})
        reason = "two people fit: " + ", ".join(names)
        written = self.known.text[one.start : one.end]
        if (written, reason) in self.open:
            return self.open[written, reason]
        self.open[written, reason] = len(self.known.entities)
        genders = {self.known.entities[i].gender for i in before}
        self.known.entities.append(
            Entity(
                (key,),
                written,
                one.start,
                gender=genders.pop() if len(genders) == 1 else None,
                ref=PersonRef(written, None, reason),
                full=False,
                evidence="open",
            )
        )
        return len(self.known.entities) - 1

    def _told_apart(self, bearers: list[int], one: Found) -> list[int]:
        """Those of several bearers of a surname whom the title before it fits: "Ms. Clinton", "Premier Ford"."""
        left = bearers
        if one.part.gender:
            fitting = [i for i in left if self.known.entities[i].gender in (one.part.gender, None)]
            left = fitting or left
        roles = read_hints(one.part.title, self.known.gazetteer).roles
        if roles and len(left) > 1:
            fitting = [i for i in left if self._has_role(self.known.entities[i], roles)]
            left = fitting or left
        return left

    def _has_role(self, entity: Entity, roles: frozenset[str]) -> bool:
        if entity.hints.roles & roles:
            return True
        day, person = self.known.article.published_on, entity.ref.person_id
        return (
            day is not None
            and person is not None
            and any(names_person(self.known.gazetteer, role, person, day) for role in sorted(roles))
        )

    def _by_given_name(self, key: str, one: Found) -> int | None:
        """The one person introduced before whose given name this is; not where it follows a determiner or opens a
        longer name."""
        before = [i for i in self.known.by_given.get(key, [])[:2] if self.known.entities[i].first < one.start]
        if (
            len(before) == 1
            and key not in self.known.words.never_names
            and key not in self.known.gazetteer.names.constituencies
        ):
            return before[0]
        return None

    def _introduce_by_surname(self, key: str, one: Found) -> int | None:
        """A person known by title or honorific and surname alone: "Prime Minister Trudeau" with no full name in the
        article."""
        part = one.part
        index = len(self.known.entities)
        entity = Entity(
            (key,),
            self.known.text[one.start : one.end],
            one.start,
            gender=part.gender,
            full=False,
            evidence=part.evidence,
        )
        self.known.note_title(entity, one)
        day = self.known.article.published_on
        person_id, reason = None, "only a surname is given"
        if day is not None and entity.hints.roles and not entity.hints.foreign:
            fitting = [
                p
                for p in self.known.gazetteer.surname_bearers(key)
                if any(names_person(self.known.gazetteer, role, p, day) for role in sorted(entity.hints.roles))
            ]
            if entity.hints.roles & {"minister", "leader", "premier"} and len(fitting) > 1:
                fitting = [
                    p
                    for p in fitting
                    if any(self.known.gazetteer.holds(p, office, day) for office in sorted(entity.hints.offices))
                ] or fitting
            if len(fitting) == 1 and self.known.canadian:
                person_id = fitting[0]
            elif len(fitting) > 1:
                reason = "two people fit: " + ", ".join(sorted(fitting))
        self.known.settle(entity, person_id, reason)
        self.known.entities.append(entity)
        self.known.by_surname.setdefault(key, []).append(index)
        return index

    def _prominent(self, key: str, one: Found) -> int | None:
        """A bare surname in an article that never gives the full name: only a prime minister, party leader, minister
        or premier of that day, the only member so called, and only where the word acts like a person ("Poilievre
        said")."""
        day = self.known.article.published_on
        if day is None or one.part.evidence != "single" or not self.known.acts(one):
            return None
        fitting = self.known.gazetteer.prominent(key, day) if self.known.canadian else ()
        if len(fitting) != 1:
            return None
        entity = Entity((key,), self.known.text[one.start : one.end], one.start, full=False, evidence="prominent")
        self.known.settle(entity, fitting[0], None)
        self.known.entities.append(entity)
        self.known.by_surname.setdefault(key, []).append(len(self.known.entities) - 1)
        return len(self.known.entities) - 1


def _after_determiner(text: str, start: int) -> bool:
    before, blank, _ = text[max(0, start - 6) : start].rpartition(" ")
    return blank != "" and before.rpartition(" ")[2].lower().strip('(“"') in _DETERMINERS


def modifies(text: str, end: int) -> bool:
    """Whether the name that ends at `end` stands before a noun that it modifies: "the Trudeau government"."""
    after = word_after(text, end)
    return bool(after) and fold(after) in ATTRIBUTIVE
