"""The people whom an article introduces by a full name: on what evidence, with what titles, and who they are."""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property
from operator import itemgetter
from typing import NamedTuple

from scripts.articles.layout import Layout
from scripts.candidates import Article, PersonRef
from scripts.people.cast import DETERMINERS, Entity, same_name
from scripts.people.gazetteer import Gazetteer
from scripts.people.linking import AT_ANOTHER_TIME, NOT_IN_REGISTER, Link, holds_office, link, link_by_year, read_hints
from scripts.people.mentions import word_after
from scripts.people.names import NamePart, find_runs
from scripts.people.word_lists import fold, words

APPOSITION = re.compile(
    r"(?:, ?| \(| (?:is|was|est) )(the |an? |le |la |l['’]|une? )?"
    r"((?:[\w.'’—–-]+ ){0,5}?(?:MP|MPP|MNA|MLA|MHA|[Mm]ember|[Ss]enator|[Mm]inister|[Ll]eader|[Pp]remier|[Dd]éputée?"
    r"|[Mm]inistre|[Cc]heffe?|[Ss]énat(?:eur|rice)|[Ww]hip|[Pp]résidente?|[Cc]ommissaire|[Pp]olitologue|[Pp]rofesseure?)\b"
    r"(?: of Parliament)?(?: (?:for|from|of|de|du|d['’]) ?[\w.'’—–-]+(?:(?:, ?| | and )[A-ZÉÎ—–-][\w.'’—–-]*){0,6})?)"
)
"""", the Liberal MP for Mississauga—Lakeshore" or " (Ontario MPP"; what stands between must be words of a title
(`_of_a_title`)."""
FRENCH_TITLE_BEFORE = re.compile(
    r"(?:\b(?:[Ll]e|[Ll]a|[Nn]otre|[Ss]on|[Ss]a|[Ll]eur)\s|\b[LlDd]['’])((?:(?:première?|vice-première?)\sministre|ministre|cheffe?|députée?|élue?"
    r"|sénat(?:eur|rice)|whip|leader\sparlementaire|présidente?|porte-parole|mair(?:e|esse)|commissaire|politologue|professeure?|avocate?"
    r"|directeur|directrice|secrétaire)\b[^,.;:!?«»“”\"\n]{0,80}), $"
)
LOWER_TITLE = re.compile(r"(?:^|[\s(“\"—-])((?:[\w.'’-]+ ){0,5}[\w'’.-]+),? $")

PROVINCE_FIRST = re.compile(r"(?:Ont|Que|Alta|Sask|Man|Nfld|B\.C|N\.S|N\.B|P\.E\.I|N\.L)\.? ")
PLACE_BEFORE = re.compile(r"[A-ZÉÎ][\w'’—–-]*(?:[ —–-][\w'’]+){0,5}, \Z")
CALLING_AFTER = re.compile(r", (the |an? |une? )?((?:[\w'’-]+ ?){1,6})")
DASHED_BEFORE = re.compile(r"[A-ZÉÎ][\w'’-]*(?:[ —–][\w'’-]+){0,6}[—–]\Z")
_DASHES = ("—", "–")
_LIST_GAP = re.compile(r", | and | et |, and ")
_SAYING = frozenset(("said", "says", "added", "dit", "affirme"))
_SIGNS = tuple(s for s in words().canadian if not any(other in s for other in words().canadian if other != s))
"""The signs of Canada that hold no other sign: where "MPs" stands, "MP" does."""
_ENDS_TITLE = frozenset(words().role_heads) | words().calling_heads
_OPENS_TITLE = words().leading | words().party
_AGE = re.compile(r", \d\d,")


class Found(NamedTuple):
    """A name of the article before it is known whose it is."""

    start: int
    end: int
    title_start: int
    part: NamePart
    title: str
    """The title with what stands before it: "former ", "Mississauga-Lakeshore, " before "Ont. MP"."""
    lead: int
    """Where that begins."""


class FullNames:
    """The full names of one article: `read` makes an `Entity` of each person and keeps the other names in `rest`."""

    def __init__(self, article: Article, layout: Layout, gazetteer: Gazetteer) -> None:
        self.article, self.layout, self.gazetteer = article, layout, gazetteer
        self.text = article.text
        self.words = words()
        self.entities: list[Entity] = []
        self.named: list[tuple[Found, int]] = []
        """Every full name that is a person's, with the number of the entity."""
        self.rest: list[Found] = []
        """Single words that can be names here, names behind a title or honorific, and runs without evidence: see
        `scripts.people.short_names`."""
        self.alone: list[tuple[int, NamePart]] = []
        """Single words with the place of their run: most of them name nobody ("Ottawa")."""
        self.by_surname: dict[str, list[int]] = {}
        self.by_given: dict[str, list[int]] = {}
        self.by_words: dict[tuple[str, str], int] = {}
        """Given name and any later word of a name, to the entity: either surname finds "Hillary Rodham Clinton"."""
        self.by_ending: dict[tuple[str, str], int] = {}
        """The last two words of a name to the entity."""
        self.official = False

    @cached_property
    def canadian(self) -> bool:
        """Whether the article is about Canada for all that it shows; asked only where a name of the register stands."""
        return (
            self.official
            or any(sign in (self.article.publisher or "") for sign in self.words.publishers)
            or any(sign in self.text for sign in _SIGNS)
        )

    def read(self) -> None:
        """Find the people, and link them once all that is said of each is known."""
        found = self._names()
        weak = self._evidence(found)
        for one in found:
            if len(one.part.words) > 1 and (one.part.evidence != "none" or one.start in weak):
                self.named.append((one, self._introduce(one)))
            else:
                self.rest.append(one)
        self.rest = sorted([*self.rest, *self._alone_but_names()], key=itemgetter(0))
        self.official = any([self._in_known_office(entity) for entity in self.entities])
        for entity in self.entities:
            self._link(entity)

    def _names(self) -> list[Found]:
        """The names of two words and more and those behind a title; single words go to `alone`."""
        found = []
        text, known_runs, alone = self.text, self.gazetteer.names.known_runs, self.alone
        for run in find_runs(text):
            parts = known_runs[run[0]]
            if not parts:
                continue
            at, after = run.span()
            # "Prince George—Peace River" is a riding: what a dash without spaces ties to another name is no person's.
            dashed = text.startswith(_DASHES, after)
            for part in parts:
                start, end, title_start, title, words = part[:5]
                if dashed and end == after - at:
                    continue
                if title or len(words) > 1:
                    found.append(self.place(part, at + start, at + end, at + title_start))
                else:
                    alone.append((at, part))
        return found

    def _alone_but_names(self) -> list[Found]:
        """The single words that are a name of somebody in this article or in the register."""
        register = self.gazetteer.surnames
        titled = {one.part.words[-1] for one in self.rest}
        here = {*self.by_surname, *self.by_given, *titled, *[key[1:] for key in self.by_surname if key.startswith("d")]}
        return [_found_alone(at, part) for at, part in self.alone if part.words[0] in here or part.words[0] in register]

    def place(self, part: NamePart, start: int, end: int, title_start: int) -> Found:
        """A part of a run as a name of the article."""
        if part.title or len(part.words) > 1:
            title, lead = self._whole_title(part.title, title_start)
            return Found(start, end, title_start, part, title, lead)
        return Found(start, end, title_start, part, "", start)

    def _evidence(self, found: list[Found]) -> set[int]:
        """Where a run without a given name or title is a person after all.

        "Taleeb Noormohamed ... Noormohamed said": the last word comes back alone and acts. Not "Hong Kong", nor "Blue
        Jays ... the Jays said". "Xi Jinping, who", "political scientist Duane Bratt": the words beside it say so.
        """
        times = Counter([one.part.words for one in found if one.part.evidence == "none"])
        unsure = {name[-1] for name in times if len(name) > 1}
        if not unsure:
            return set()
        acting = {
            part.words[0]
            for at, part in self.alone
            if part.words[0] in unsure and part.evidence == "single" and self.acts(_found_alone(at, part))
        }
        acting |= {one.part.words[0] for one in found if one.part.evidence == "honorific" and len(one.part.words) == 1}
        sure: dict[tuple[str, ...], bool] = {}
        weak = set()
        strong = {one.part.words[-1] for one in found if len(one.part.words) > 1 and one.part.evidence != "none"}
        listed = -1
        for one in found:
            name = one.part.words
            if len(name) == 1:
                continue
            # "MPs Ruba Ghazal and Sol Zanetti": a title in the plural is for the whole list.
            member = listed >= 0 and _LIST_GAP.fullmatch(self.text, listed, one.title_start) is not None
            listed = one.end if member or one.title.endswith("s") else -1
            if one.part.evidence != "none":
                continue
            if name not in sure:
                sure[name] = (
                    # "Classic Clinton", once, beside "Hillary Clinton" is not another Clinton.
                    (name[-1] in acting and (name[-1] not in strong or times[name] > 1))
                    or self.text.startswith((", who ", " (who ", ", qui "), one.end)
                    or bool(one.title)
                    or _AGE.match(self.text, one.end) is not None
                    or self._apposition(one) is not None
                    or self._calling_after(one)
                )
            if sure[name] or member:
                weak.add(one.start)
        return weak

    def acts(self, one: Found) -> bool:
        """Whether a single capitalised word is used as a person's surname: "Kovrig said", "said Kovrig", not "the Jays
        said"."""
        before = self.text[max(0, one.start - 12) : one.start].rsplit(None, 1)
        last = before[-1].lower() if before else ""
        if last in DETERMINERS and self.text[one.start - 1] == " ":
            return False
        if last in _SAYING:
            return True
        return self.text[one.end : one.end + 1] == " " and word_after(self.text, one.end) in self.words.personal_verbs

    def _calling_before(self, start: int) -> str:
        """The title in lower case that stands directly before a name: "political scientist ", "former prime minister
        "."""
        if start < 3 or self.text[start - 1] not in " \u00a0" or self.text[start - 2] in ".!?;:”’)":
            return ""
        before = self.text[max(0, start - 70) : start].rstrip(" ,")
        key = fold(before.rpartition(" ")[2].strip('(“"—,'))
        if key not in _OPENS_TITLE and key.removesuffix("s") not in _ENDS_TITLE:
            return ""
        match = LOWER_TITLE.search(re.split(r"[,.;:“”\"(\n]", before)[-1] + " ")
        return match.group(1) if match else ""

    def _introduce(self, one: Found) -> int:
        """The entity of a full name: the one that bears it already, or a new one."""
        part = one.part
        given = part.words[0]
        index = -1
        for word in part.words[1:]:
            index = self.by_words.get((given, word), -1)
            if index >= 0 and same_name(self.entities[index], part):
                break
            index = -1
        if index < 0:
            index = self._longer_or_shorter(part, one)
        if index < 0:
            index = len(self.entities)
            self.entities.append(
                Entity(part.words, display(self.text[one.start : one.end]), one.start, evidence=part.evidence)
            )
            for surname in part.surnames:
                self.by_surname.setdefault(surname, []).append(index)
            self.by_given.setdefault(given, []).append(index)
        for word in part.words[1:]:
            self.by_words.setdefault((given, word), index)
        self.by_ending.setdefault((part.words[-2], part.words[-1]), index)
        entity = self.entities[index]
        if not entity.introduced:
            entity.name = display(self.text[one.start : one.end])
        entity.introduced.append(one.start)
        entity.gender = entity.gender or part.gender
        self.note_title(entity, one)
        return index

    def _longer_or_shorter(self, part: NamePart, one: Found) -> int:
        """The entity that differs only by a word in front that is no given name: "Vermonter Bernie Sanders" beside
        "Bernie Sanders"."""
        given = self.gazetteer.names.given_names
        index = self.by_ending.get((part.words[-2], part.words[-1]), -1)
        if index < 0:
            return -1
        entity = self.entities[index]
        long, short = (part.words, entity.words) if len(part.words) > len(entity.words) else (entity.words, part.words)
        if len(long) == len(short) or long[-len(short) :] != short or short[0] not in given or long[0] in given:
            return -1
        if short == part.words:
            entity.words, entity.name = short, display(self.text[one.start : one.end])
            self.by_given.setdefault(short[0], []).append(index)
        return index

    def _whole_title(self, title: str, start: int) -> tuple[str, int]:
        """The title at `start` with what stands before it ("former ", "Mississauga-Lakeshore, " before "Ont. MP"), and
        where it begins."""
        if title and PROVINCE_FIRST.match(title):
            place = PLACE_BEFORE.search(self.text, max(0, start - 60), start)
            before = place.group() if place else ""
        elif title and self.text[max(0, start - 1) : start] in _DASHES:
            place = DASHED_BEFORE.search(self.text, max(0, start - 60), start)
            before = place.group() if place else ""
        else:
            before = self._calling_before(start)
            before = f"{before} " if before else ""
        return f"{before}{title}".strip(), start - len(before)

    def note_title(self, entity: Entity, one: Found) -> None:
        title = one.title
        if title and title not in entity.titles:
            entity.titles.add(title)
            entity.hints = entity.hints | read_hints(title, self.gazetteer)
        told = self._apposition(one) or self._before_name(one) if len(one.part.words) > 1 else None
        if told and told not in entity.titles:
            entity.titles.add(told)
            entity.hints = entity.hints | read_hints(told, self.gazetteer)

    def _apposition(self, one: Found) -> str | None:
        """The title that follows a name: "the Liberal MP for Mississauga-Lakeshore", "députée de Rimouski"."""
        # Before the pattern, for speed: how it can begin.
        if not self.text.startswith((",", " (", " is ", " was ", " est "), one.end):
            return None
        after = APPOSITION.match(self.text, one.end, min(len(self.text), one.end + 120))
        return after.group(2) if after and self._of_a_title(after.group(2), after.group(1) is not None) else None

    def _before_name(self, one: Found) -> str | None:
        """The title that a comma parts from the name behind it: « la ministre de l'Habitation, P, ».

        Not « Après avoir vu le ministre, P a dit »: what stands behind the name must be at an end as well.
        """
        if not self.text.endswith(", ", 0, one.lead) or not self.text.startswith((",", ".", ";", ":", ")"), one.end):
            return None
        before = FRENCH_TITLE_BEFORE.search(self.text, max(0, one.lead - 110), one.lead)
        return before.group(1) if before else None

    def _calling_after(self, one: Found) -> bool:
        """Whether a calling follows: "Alixandria Lapp, executive director of the fund"; "Duane Bratt, a professor".

        Not "At Standard Chartered, the director said": after "the" the calling must go on with "of", "for" or "at".
        """
        after = CALLING_AFTER.match(self.text, one.end, min(len(self.text), one.end + 80))
        if after is None:
            return False
        kept = [fold(w) for w in after.group(2).split()]
        for index, word in enumerate(kept):
            if word in self.words.calling_heads or word in self.words.role_heads:
                following = kept[index + 1] if index + 1 < len(kept) else ""
                return after.group(1) != "the " or following in ("of", "for", "at")
            if word in self.words.personal_verbs or word in DETERMINERS:
                return False
        return False

    def _of_a_title(self, told: str, determined: bool) -> bool:
        """Whether the words of an apposition are a title: "finance minister" after "the"; not "accused the prime
        minister"."""
        for word in told.split():
            key = fold(word.strip(",.()"))
            if key in self.words.role_heads:
                return True
            if key in DETERMINERS or key.endswith("ed") or key in self.words.personal_verbs:
                return False
            if not (
                determined
                or word[:1].isupper()
                or key in self.words.past
                or key in self.words.present
                or key in self.words.party
            ):
                return False
        return False

    def _in_known_office(self, entity: Entity) -> bool:
        """ "Prime Minister Justin Trudeau": a full name with the office that the register gives it on the day makes an
        article Canadian."""
        day = self.article.published_on
        return (
            day is not None
            and bool(entity.hints.offices)
            and any(
                holds_office(c, entity.hints, day, self.gazetteer)
                for c in self.gazetteer.candidates(" ".join(entity.words))
            )
        )

    def _link(self, entity: Entity) -> None:
        """Whom of the register an entity with a full name is."""
        name = " ".join(entity.words)
        candidates = self.gazetteer.candidates(name) or self.gazetteer.candidates(entity.name)
        if not candidates:
            self.settle(entity, None, NOT_IN_REGISTER)
            return
        linked = link(candidates, entity.hints, self.article.published_on, self.gazetteer, canadian=self.canadian)
        if linked.reason == AT_ANOTHER_TIME:
            person_id = link_by_year(candidates, entity.hints, self._years_beside(entity), self.gazetteer)
            linked = Link(person_id) if person_id else linked
        self.settle(entity, linked.person_id, linked.reason)

    def _years_beside(self, entity: Entity) -> list[int]:
        """The years that stand in a sentence with the full name, up to that of the article."""
        last = self.article.published_on.year if self.article.published_on else 0
        sentences = {self.layout.sentence_at(start) for start in entity.introduced}
        years = {int(year) for sentence in sentences if sentence for year in _YEAR.findall(self.text, *sentence)}
        return sorted(year for year in years if year <= last)

    def settle(self, entity: Entity, person_id: str | None, reason: str | None) -> None:
        if person_id is not None:
            person = self.gazetteer.people[person_id]
            entity.ref = PersonRef(person.full_name, person_id)
            entity.gender = person.gender or entity.gender
        else:
            entity.ref = PersonRef(entity.name, None, reason)
        if entity.gender is None:
            given = entity.words[0] if entity.full else ""
            entity.gender = self.gazetteer.gender_of_given(given) or self.gazetteer.gender_of_given(given.split(" ")[0])


_YEAR = re.compile(r"(?<![\d$€£.,])(?:18[6-9]|19\d|20\d)\d(?![\d%]|[.,]\d)")


def _found_alone(at: int, part: NamePart) -> Found:
    """A single word of the run at `at` as a name."""
    start = at + part.start
    return Found(start, at + part.end, at + part.title_start, part, "", start)


def display(name: str) -> str:
    return " ".join(name.split())
