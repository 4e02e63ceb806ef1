"""The people of an article: who is named, which mentions are the same person, and who of the register they are.

`find_cast` reads an article once. Full names make people (`scripts.people.full_names`), and the register says who
they are
(`scripts.people.linking`). Surnames (`scripts.people.short_names`), roles (`scripts.people.roles`) and pronouns
(`scripts.people.mentions`) are
then resolved to them in the order of reading. What is resolved depends on the text before a mention; only a surname
that nobody before bears looks ahead (a headline says "Dong", the lead "Han Dong").
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from datetime import date

from scripts.articles.layout import Layout
from scripts.candidates import Article, PersonRef
from scripts.lexicon import load
from scripts.people.cast import Cast, Entity
from scripts.people.full_names import Found, FullNames
from scripts.people.gazetteer import Gazetteer
from scripts.people.linking import Hints
from scripts.people.mentions import (
    OWNER,
    PRONOUN_GENDER,
    QUOTED,
    SUBJECT,
    Mention,
    Placed,
    antecedent,
    rank_of,
    word_after,
)
from scripts.people.roles import RoleMention, find_roles
from scripts.people.short_names import ATTRIBUTIVE, ShortNames
from scripts.people.word_lists import fold, name_key
from scripts.statements.quotations import Quotation, find_quotations

__all__ = ["Cast", "find_cast"]

ENGLISH_PRONOUN = re.compile(r"[Hh](?:(?<!\w.)(?:e|im|is|er)|(?<=\b[Ss]h)e)\b")
"""Finds "she" by its h, which lets the search skip to a rare letter."""
FRENCH_PRONOUN = re.compile(
    r"[IiEe](?<!\w.)(?:(?<=[Ii])l(?!\s(?:s['’]agi|ne\ss['’]agi|faut\b|fau(?:dra|drait|t)|fall|ne\sfaut|y\sa|n['’]y\sa|y\sav|n['’]y\sav|y\saura|semble|ne\ssemble|paraît|s['’]avère"
    r"|va\ssans|va\sde\ssoi|est\s(?:question|possible|impossible|probable|clair|vrai|temps|important|difficile|essentiel|inacceptable|nécessaire|prévu"
    r"|rare|évident|normal|dommage|à\snoter)))|(?<=[Ee])lle)\b|(?<=[Ss]elon )lui\b|(?<=[Dd]['’]après )lui\b"
)
"""Not the « il » that stands for nobody: « il faut », « il s'agit de P »."""
_OF_A_PROVINCE = re.compile(
    r"Assemblée nationale|Coalition avenir|Parti québécois|[Ss]alon bleu|[Gg]ouvernement Legault|\bCAQ\b|\bPLQ\b"
    r"|caquiste|péquiste|Québec solidaire|Queen's Park|Assemblée législative|\bUPAC\b"
)
_OF_OTTAWA = re.compile(r"Ottawa|fédéra|Communes|premier ministre du Canada|premier ministre canadien|Sénat")
_OF_A_NOUN = re.compile(
    r"(?:\b(?:le|la|les|un|une|cette|ces|cet|sa|son|ses|des|du)\s|\b[LlDd]['’])(?:[a-zéèêàç-]+\s){1,2}(?:que|dont)\s$",
    re.IGNORECASE,
)
"""« L'entente que P a signée »: what P did to something goes by the way; « a dit au chef que P » is no such clause."""
_AFTER_OBJECT = frozenset(load("mentions")["after_object"])


def find_cast(
    article: Article, layout: Layout, gazetteer: Gazetteer, quotations: Sequence[Quotation] | None = None
) -> Cast:
    """The people of an article. Deterministic; linear in the length of the text; never raises for any text.

    `quotations` are those of the text where the caller has found them already.
    """
    if quotations is None:
        quotations = find_quotations(article.text, layout.paragraphs)
    known = FullNames(article, layout, gazetteer)
    known.read()
    named = [(one, index, "name") for one, index in known.named] + ShortNames(known, layout).read()
    return _Mentions(known, layout, quotations).cast(sorted(named, key=lambda n: n[0].start))


_NAME, _ROLE, _PRONOUN = range(3)
"""What a piece of the text is; a name goes before a role that begins at the same place."""


class _Mentions:
    """Places the names of one article among its roles and pronouns, and resolves these."""

    def __init__(self, known: FullNames, layout: Layout, quotations: Iterable[Quotation]) -> None:
        self.known, self.layout = known, layout
        self.by_person: dict[str, int] = {}
        self.quotes = tuple([(q.start, q.end) for q in quotations])
        self.sentence_starts = tuple([s for s, _ in layout.sentences])
        self.genders = [e.gender for e in known.entities]
        self.placed: list[Placed] = []
        self.names_at: dict[int, tuple[int, int]] = {}

    def cast(self, named: list[tuple[Found, int, str]]) -> Cast:
        text, entities, placed, quotes = self.known.text, self.known.entities, self.placed, self.quotes
        starts = self.sentence_starts or (0,)
        self.names_at = {one.start: (entity, one.end) for one, entity, _ in named}
        roles, pronouns = self._roles(named), self._pronouns()
        pieces = [(one[0].start, _NAME, index) for index, one in enumerate(named)]
        pieces += [(role.start, _ROLE, index) for index, role in enumerate(roles)]
        pieces += [(start, _PRONOUN, index) for index, (start, _) in enumerate(pronouns)]
        pieces.sort()
        mentions: list[Mention] = []
        sentence, quote = 0, -1
        last_sentence, last_quote = len(starts) - 1, len(quotes) - 1
        for start, sort, index in pieces:
            while sentence < last_sentence and starts[sentence + 1] <= start:
                sentence += 1
            while quote < last_quote and quotes[quote + 1][0] <= start:
                quote += 1
            quoted = quote >= 0 and start < quotes[quote][1]
            title, lead = "", start
            taken_up: int | None
            if sort == _NAME:
                one, taken_up, kind = named[index]
                _, end, _, part, title, lead = one
                following = "" if part.possessive else word_after(text, end)
                possessive = part.possessive or fold(following) in ATTRIBUTIVE
            elif sort == _ROLE:
                kind, end = "role", roles[index].end
                taken_up = self._role_bearer(roles[index])
                possessive = text.startswith(("'s", "’s"), end)
                following = "" if possessive else word_after(text, end)
            elif quoted:
                continue
            else:
                kind, end = "pronoun", pronouns[index][1]
                word = text[start:end].lower()
                taken_up = self._taken_up(named, start, sentence, PRONOUN_GENDER[word])
                possessive = word == "his" or (word == "her" and self._owns(end))
                following = "" if possessive else word_after(text, end)
            if taken_up is None:
                continue
            if quoted or possessive:
                rank = QUOTED if quoted else OWNER
            else:
                rank = rank_of(text, lead, following, end, starts[sentence])
                if (
                    rank == SUBJECT
                    and kind != "pronoun"
                    and text.endswith(("que ", "dont "), 0, lead)
                    and _OF_A_NOUN.search(text, max(starts[sentence], lead - 60), lead)
                ):
                    rank = QUOTED
            placed.append((start, taken_up, sentence, rank))
            person = entities[taken_up].ref
            # start, end, text, person, kind, possessive, title, subject, quoted
            mentions.append(
                Mention(start, end, text[start:end], person, kind, possessive, title, rank == SUBJECT, quoted)
            )
        return Cast(
            self.known.article,
            self.layout,
            self.known.gazetteer,
            tuple(
                dict.fromkeys(
                    [entities[entity].ref for entity in dict.fromkeys([entity for _, entity, _, _ in placed])]
                )
            ),
            tuple(mentions),
            tuple(placed),
            tuple(entities),
            quotes,
            tuple([m.start for m in mentions]),
            self.sentence_starts,
            tuple([e.gender for e in entities]),
        )

    def _roles(self, named: list[tuple[Found, int, str]]) -> list[RoleMention]:
        """The roles of the text that are no part of a name with its title."""
        roles = list(find_roles(self.known.text, self.known.gazetteer))
        if not roles:
            return roles
        taken = [(one.lead if len(one.part.words) > 1 else one.title_start, one.end) for one, _, _ in named]
        return [role for role in roles if not _overlaps(taken, role.start, role.end)]

    def _pronouns(self) -> list[tuple[int, int]]:
        """Where the pronouns of the article's language stand."""
        text = self.known.text
        if self.known.article.language == "fr":
            return [m.span() for m in FRENCH_PRONOUN.finditer(text)]
        found = []
        for match in ENGLISH_PRONOUN.finditer(text):
            start, end = match.span()
            found.append((start - 1 if start and text[start - 1] in "sS" else start, end))
        return found

    def _taken_up(
        self, named: list[tuple[Found, int, str]], start: int, sentence: int, gender: str | None
    ) -> int | None:
        """Whom a pronoun takes up; its gender is then theirs, where nothing else told it."""
        entity = antecedent(self.placed, len(self.placed), sentence, gender, self.genders)
        if entity is None:
            entity = self._ahead(named, start, sentence, gender)
        if entity is not None and gender and self.genders[entity] is None:
            self.genders[entity] = self.known.entities[entity].gender = gender
        return entity

    def _ahead(
        self,
        named: list[tuple[Found, int, str]],
        at: int,
        sentence: int,
        gender: str | None,
    ) -> int | None:
        """Who comes later in the sentence, for a pronoun that has nobody before it: "Days after he quit, MP Han Dong
        said"."""
        end = self.layout.sentences[sentence][1] if self.layout.sentences else 0
        first = bisect_right(named, at, key=lambda n: n[0].start)
        for one, entity, _ in named[first : first + 8]:
            if one.start >= end:
                return None
            if (
                self.genders[entity] in (gender, None)
                and not one.part.possessive
                and "," in self.known.text[at : one.title_start]
            ):
                return entity
        return None

    def _owns(self, end: int) -> bool:
        """Whether "her" is followed by what it owns ("her caucus"), not by a preposition or the end ("kicked her out
        of")."""
        after = self.known.text[end : end + 20].split(None, 1)
        return bool(after) and self.known.text[end : end + 1] == " " and after[0].strip(".,;:") not in _AFTER_OBJECT

    def _role_bearer(self, role: RoleMention) -> int | None:
        """Who of the article, or else of the register, a role stands for: the nearest person before whom it fits."""
        day = self.known.article.published_on
        gender = role.gender
        apposed = self._apposed(role)
        if apposed is not None:
            return apposed
        found = self._nearest(role, gender, role.fits)
        if found is None and role.may_be_premier:
            found = self._nearest(role, gender, role.fits_premier)
            if found is None and _OF_A_PROVINCE.search(self.known.text) and not _OF_OTTAWA.search(self.known.text):
                return None
        if found is None:
            found = self._alone_so_far(role)
        if found is not None:
            return found
        if day is None or not self.known.canadian:
            return None
        holder = role.holder(day, self.known.gazetteer)
        if holder is None or (gender and self.known.gazetteer.people[holder].gender not in (gender, None)):
            return None
        return self._of_register(holder, role)

    def _apposed(self, role: RoleMention) -> int | None:
        """La députée de Belrive, Anna Roy, ...: whoever the apposition to a French role names."""
        text = self.known.text
        if role.gender is None or not text.startswith(", ", role.end):
            return None
        found = self.names_at.get(role.end + 2)
        if found is None or text[found[1] : found[1] + 1] not in (",", ".", ";", ":", ")"):
            return None
        return found[0] if self.genders[found[0]] in (role.gender, None) else None

    def _alone_so_far(self, role: RoleMention) -> int | None:
        """C'est fini pour Anna Roy. La cheffe du Parti vert ...: a French role that opens the sentence after the only
        person whom the article has named."""
        if role.gender is None or role.role not in ("leader", "minister", "member", "senator") or role.hints.past_roles:
            return None
        named = {entity for _, entity, _, _ in self.placed}
        if len(named) != 1 or role.start not in self.sentence_starts:
            return None
        only = named.pop()
        entity, last = self.known.entities[only], self.placed[-1][2]
        here = bisect_right(self.sentence_starts, role.start) - 1
        if here - last > 1 or self.genders[only] not in (role.gender, None) or entity.hints.calling:
            return None
        other = entity.hints.roles - {role.role, "member", "provincial_member"}
        return None if other or entity.ref.unresolved_reason in ("organization", "unnamed source") else only

    def _nearest(
        self,
        role: RoleMention,
        gender: str | None,
        fits: Callable[[Hints, str | None, date | None, Gazetteer], bool],
    ) -> int | None:
        """The nearest person before whom a role fits."""
        day = self.known.article.published_on
        seen: set[int] = set()
        for _, index, _, _ in reversed(self.placed[-60:]):
            if index in seen:
                continue
            seen.add(index)
            entity = self.known.entities[index]
            if entity.ref.unresolved_reason and entity.ref.unresolved_reason.startswith("two people"):
                continue
            if gender and self.genders[index] not in (gender, None):
                continue
            if fits(entity.hints, entity.ref.person_id, day, self.known.gazetteer):
                return index
        return None

    def _of_register(self, holder: str, role: RoleMention) -> int:
        """The person of the register who holds an office, new among the people of the article where not named."""
        person = self.known.gazetteer.people[holder]
        if not self.by_person:
            self.by_person = {
                e.ref.person_id: i for i, e in reversed(list(enumerate(self.known.entities))) if e.ref.person_id
            }
        if holder in self.by_person:
            return self.by_person[holder]
        self.by_person[holder] = len(self.known.entities)
        self.known.entities.append(
            Entity(
                (name_key(person.full_name),),
                person.full_name,
                role.start,
                gender=person.gender,
                ref=PersonRef(person.full_name, holder),
                evidence="role",
                full=False,
            )
        )
        self.genders.append(person.gender)
        return len(self.known.entities) - 1


def _overlaps(taken: list[tuple[int, int]], start: int, end: int) -> bool:
    index = bisect_right(taken, (end, -1)) - 1
    return index >= 0 and taken[index][1] > start
