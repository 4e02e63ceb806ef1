"""How news writes the names of people: titles, honorifics, particles, initials, possessives, and what is not a name.

A run is a stretch of capitalised words ("Mississauga-Lakeshore", "Ontario MPP Vincent Ke", "Global News").
`NameGrammar.read` says which of its words are a person's name, and on what evidence; the evidence is weighed by
`scripts.people.finding`, which sees the whole article. The word lists are in `scripts.people.word_lists`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator, Mapping
from functools import cache, partial
from typing import NamedTuple, TypeVar

from scripts.people.word_lists import fold, name_key, words

UPPER = "A-ZÀ-ÖØ-ÞŒŠŽŁČĆŚŻĐŞĞİ"
PARTICLE = r"(?:d[aeiu]|de[ls]|dos|l[ae]|v[ao]n|de[rn]|al|el|bin|ibn|te[rn]|zu)"
_WORD_REST = rf"(?:\w{{0,4}}\.(?=[ \u00a0-]?[{UPPER}])|\w*(?:['’\-‑]\w+)*)"
TOKEN = rf"(?:d['’])?[{UPPER}]{_WORD_REST}"
RUN = re.compile(
    rf"[{UPPER}](?<!\w.){_WORD_REST}"
    rf"(?:(?:[ \u00a0](?:{PARTICLE}[ ]){{0,2}}|(?<=\.))(?=[{UPPER}d]){TOKEN}){{0,14}}"
)
"""A stretch of at most fifteen capitalised words, with the particles and the full stops of abbreviations between
them."""

LONGEST_NAME = 4
"""Words: in a longer run without commas, such as a headline in capitals, a name is its given name and the word after
it."""
LONGEST_WORD = 60
"""Characters: what is longer is no word of a name."""
MOST_KEPT = 60000
"""Runs, and words, that a grammar remembers before it begins again."""
POSSESSIVE = re.compile(r"['’]s?\Z")


class NamePart(NamedTuple):
    """A name inside a run of capitals; offsets count from the start of the run."""

    start: int
    end: int
    """The name alone: without title, honorific and possessive ending."""
    title_start: int
    """Where the title or honorific before it begins; equal to `start` where there is none."""
    title: str
    """The words before the name, as written: "Mississauga-Lakeshore Liberal MP", "Mr."; empty where there are none."""
    words: tuple[str, ...]
    """The words of the name as keys, without initials and suffixes: ("han", "dong"), ("jody", "wilson raybould")."""
    evidence: str
    """`title`, `honorific`, `known` (a full name in the register), `given` (a given name leads), `none`, `single`."""
    gender: str | None
    """Told by the honorific or title: `woman`, `man` or None."""
    possessive: bool

    @property
    def full(self) -> bool:
        """Whether both a given name and a surname may be there."""
        return len(self.words) > 1

    @property
    def surnames(self) -> tuple[str, ...]:
        """Every ending of the name that may stand for it later, longest first: "rempel garner", "garner"."""
        rest = self.words[1:] if len(self.words) > 1 else self.words
        return tuple(" ".join(rest[i:]) for i in range(len(rest)))


def find_runs(text: str) -> Iterator[re.Match[str]]:
    """The runs of capitalised words of a text, in order; linear in its length."""
    return RUN.finditer(text)


# What the word lists say of a word, as one number: a word is looked up once, and then asked by `word.marks & TITLE`.
_ROLE, _CALLING, _LEADING, _PARTY, _PAST, _PRESENT, _PLACES, _STARTER, _CALENDAR, _NEVER, _SURNAME = (
    1 << bit for bit in range(11)
)
_PARTICLE, _SUFFIX, _ORGANIZATION, _HONORIFIC = (1 << bit for bit in range(11, 15))
_TITLE = _ROLE | _CALLING | _LEADING
_BESIDE = _PAST | _PRESENT | _PARTY
"""Words that go before a name without being a title: "former", "Liberal"."""
_OPENING = _STARTER | _CALENDAR
_NOT_ALONE = _ROLE | _HONORIFIC | _SUFFIX
"""Words that by themselves are no surname."""
_NOT_ALONE_UNLESS_SURNAME = _NEVER | _OPENING


def _marks() -> Mapping[str, int]:
    """Every word of the lists to what they say of it."""
    lists = words()
    marks: dict[str, int] = {}
    for bit, group in (
        (_ROLE, lists.role_heads),
        (_CALLING, lists.calling_heads),
        (_LEADING, lists.leading),
        (_PARTY, lists.party),
        (_PAST, lists.past),
        (_PRESENT, lists.present),
        (_PLACES, lists.places),
        (_STARTER, lists.starters),
        (_CALENDAR, lists.calendar),
        (_NEVER, lists.never_names),
        (_SURNAME, lists.surname_words),
        (_PARTICLE, lists.particles),
        (_SUFFIX, lists.suffixes),
        (_ORGANIZATION, lists.organization),
        (_HONORIFIC, lists.honorifics),
    ):
        for word in group:
            marks[word] = marks.get(word, 0) | bit
    return marks


_MARKS = _marks()


class _Word:
    """A word of a run as it is spelled, and all that can be said of it by itself."""

    __slots__ = (
        "after_given",
        "digits",
        "dotted",
        "ends",
        "given",
        "initial",
        "key",
        "length",
        "lower",
        "marks",
        "name",
        "plausible",
        "possessive",
        "text",
        "titling",
    )

    def __init__(self, spelled: str, given_names: Mapping[str, str | None]) -> None:
        """`spelled` as it stands between two spaces; `given_names` as in `NameGrammar`."""
        if spelled.isascii() and spelled.isalpha():
            # Nearly all words: nothing in them to look for.
            self._read_plain(spelled, given_names)
            return
        self.text, self.key, self.dotted = text, key, _ = _read_word(spelled)
        marks = self.marks = _MARKS.get(key, 0)
        self.ends = (marks & _SUFFIX != 0) if self.dotted else text != spelled or key != fold(spelled)
        """Whether one name must end with the word: after a possessive, a full stop that ends a sentence, "Jr."."""
        self.name = name_key(key)
        self.lower = text.islower()
        self.digits = any(c.isdigit() for c in key)
        self.initial = self.dotted and len(key.replace(".", "")) <= 2 and text[0].isupper()
        self.titling = marks & _HONORIFIC != 0 and (self.dotted or key in _UNDOTTED)
        """An honorific: "Mr. Dong" and "Mr Dong"; not "Me Too", "Col de Tende": the shorter need their full stop."""
        ending = None
        if "'" in text or "’" in text:
            ending = POSSESSIVE.search(text) if text.lower().replace("’", "'").rstrip("s").endswith("'") else None
        self.possessive = ending is not None and fold(text) != key
        self.length = ending.start() if ending and self.possessive else len(text)
        """Characters without the possessive ending."""
        self.plausible, self.after_given = self._plausibility()
        """Whether it can be part of a name at its start, and behind a given name or title."""
        self.given = key in given_names and not marks & (_PLACES | _STARTER)
        if "-" in key and key not in given_names:
            lead = key.split("-")[0]
            self.given = lead in given_names and not _MARKS.get(lead, 0) & _PLACES

    def _read_plain(self, spelled: str, given_names: Mapping[str, str | None]) -> None:
        self.text = spelled
        self.key = self.name = key = spelled.lower()
        marks = self.marks = _MARKS.get(key, 0)
        self.lower = key == spelled
        self.dotted = self.ends = self.digits = self.initial = self.possessive = False
        self.titling = marks & _HONORIFIC != 0 and key in _UNDOTTED
        self.length = len(spelled)
        if marks:
            self.plausible, self.after_given = self._plausibility()
        else:
            self.plausible, self.after_given = len(key) <= 3 or not spelled.isupper(), True
        self.given = key in given_names and not marks & (_PLACES | _STARTER)

    def _plausibility(self) -> tuple[bool, bool]:
        key, marks = self.key, self.marks
        if self.initial or marks & _SUFFIX:
            return True, True
        if self.digits:
            return False, False
        shouted = len(key) > 3 and self.text.isupper()
        if marks & _SURNAME:
            return False, True
        if marks & (_NEVER | _ROLE):
            return False, False
        if "-" in key and all(_MARKS.get(bit, 0) & _NEVER for bit in key.split("-")):
            return False, False
        return not shouted, True


def _read_word(spelled: str) -> tuple[str, str, bool]:
    """A spelled word as its text, its key and whether it keeps a full stop: "St." does, "here." at the end does not.

    The key is folded, without the full stop and the possessive ending.
    """
    if spelled.endswith("."):
        text = spelled[:-1]
        bare = fold(text)
        if len(bare.replace(".", "")) <= 2 or bare in _ABBREVIATIONS():
            return spelled, bare, True
        return text, bare, False
    if spelled[-1] in "s'’":
        ending = POSSESSIVE.search(spelled)
        if ending and (spelled[-1] == "s" or spelled[:-1].endswith("s")):
            return spelled, fold(spelled[: ending.start()]), False
    return spelled, fold(spelled), False


_V = TypeVar("_V")


class _Memory(dict[str, _V]):
    """Answers by question; what is not there is found out, and all forgotten once there is too much."""

    def __init__(self, find: Callable[[str], _V]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, asked: str) -> _V:
        if len(self) > MOST_KEPT:
            self.clear()
        answer = self[asked] = self._find(asked)
        return answer


class NameGrammar:
    """Reads runs of capitals as names. Keeps what it has read: news repeats its names, and more so its words."""

    def __init__(
        self, given_names: Mapping[str, str | None], full_names: Container[str], constituencies: Container[str]
    ) -> None:
        """`given_names`: folded given name to gender or None; `full_names`, `constituencies`: `name_key`s of the
        register."""
        self.given_names = given_names
        self.full_names = full_names
        self.constituencies = constituencies
        self._lists = words()
        self.known_runs: Mapping[str, tuple[NamePart, ...]] = _Memory(self._parts)
        """`read` as a mapping, for a caller with many runs: what was read before costs one look-up."""
        self._known_words: Mapping[str, _Word] = _Memory(partial(_Word, given_names=given_names))

    def read(self, run: str) -> tuple[NamePart, ...]:
        """The names inside one run, in order.

        "NDP Leader Jagmeet Singh" is one name with a title, "Global News" none, "Dong" a name on no evidence
        (`single`).
        """
        return self.known_runs[run]

    def _parts(self, run: str) -> tuple[NamePart, ...]:
        if run.isalpha() and run.isascii() and len(run) <= LONGEST_WORD:
            # Nearly half of all runs, and most of these open a sentence ("The", "But"): the word lists tell.
            key = run.lower()
            marks = _MARKS.get(key, 0)
            if marks & _NOT_ALONE or (marks & _NOT_ALONE_UNLESS_SURNAME and not marks & _SURNAME) or key == run:
                return ()
            return (NamePart(0, len(run), 0, "", (key,), "single", None, False),)
        parts = [self._name_in(run, piece, starts) for piece, starts in self._pieces(run)]
        return tuple([part for part in parts if part is not None])

    def _pieces(self, run: str) -> list[tuple[list[_Word], list[int]]]:
        """The run cut where one name must end, each piece with the offsets of its words."""
        known_words = self._known_words
        pieces = []
        piece: list[_Word] = []
        starts: list[int] = []
        at = 0
        for spelled in run.replace("\u00a0", " ").split(" "):
            if 0 < len(spelled) <= LONGEST_WORD:
                word = known_words[spelled]
                piece.append(word)
                starts.append(at)
                if word.ends:
                    pieces.append((piece, starts))
                    piece, starts = [], []
            at += len(spelled) + 1
        if piece:
            pieces.append((piece, starts))
        return pieces

    def _name_in(self, run: str, piece: list[_Word], starts: list[int]) -> NamePart | None:
        first, count = 0, len(piece)
        while first < count and piece[first].marks & _OPENING and not piece[first].dotted:
            if (count == 1 and piece[first].marks & _SURNAME) or self._known(piece[first:]):
                break
            first += 1
        while count > first and (piece[count - 1].marks & _CALENDAR or piece[count - 1].lower):
            if (
                count - first > 1
                and piece[count - 1].marks & _SURNAME
                and (piece[count - 2].given or self._known(piece[first:count]))
            ):
                break
            if count - first == 1 and piece[first].marks & _SURNAME:
                break
            count -= 1
        if first == count:
            # A surname that is also a month or a function word ("May said") is left to the article to decide.
            return None
        if first or count < len(piece):
            piece, starts = piece[first:count], starts[first:count]
        if len(piece) == 1:
            return self._single(piece[0], starts[0])
        if not piece[0].titling and self._known(piece):
            return self._build(run, piece, starts, 0, len(piece), "known", None)
        title = self._title_end(piece)
        if title:
            return self._titled(run, piece, starts, title)
        if piece[0].titling:
            gender = self._lists.honorifics[piece[0].key]
            return self._build(run, piece, starts, 1, self._name_end(piece, 1), "honorific", gender)
        return self._untitled(run, piece, starts)

    def _known(self, piece: list[_Word]) -> bool:
        """Whether the register has the whole piece as a full name."""
        if len(piece) < 2:
            return False
        key = " ".join([w.name for w in piece if not w.initial])
        return " " in key and key in self.full_names

    def _title_end(self, piece: list[_Word]) -> int:
        """How many words at the start are a title; 0 when there is none or nothing follows it."""
        end = 0
        for index, word in enumerate(piece[:-1]):
            marks = word.marks
            if marks & _TITLE and (
                marks & _ROLE
                or (marks & _CALLING and not (index and piece[index - 1].given and not piece[index + 1].given))
                or (marks & _LEADING and not any(w.plausible for w in piece[end:index]))
            ):
                end = index + 1
        return end

    def _titled(self, run: str, piece: list[_Word], starts: list[int], title: int) -> NamePart | None:
        at = title
        gender = None
        while at < len(piece) - 1 and (piece[at].titling or piece[at].marks & _PARTY):
            gender = gender or self._lists.honorifics.get(piece[at].key)
            at += 1
        if piece[at].lower and piece[title - 1].key in self._lists.role_gender and not self._known(piece[at:]):
            # « Député de Taillon depuis 2018 »: the riding, and whoever is named behind it
            return self._untitled(run, piece[at + 2 :], starts[at + 2 :]) if len(piece) - at > 3 else None
        name_end = len(piece) if self._known(piece[at:]) else self._name_end(piece, at)
        if name_end == at:
            return self._untitled(run, piece[at:], starts[at:]) if len(piece) - at > 1 else None
        for word in piece[:title]:
            gender = gender or self._lists.role_gender.get(word.key)
        return self._build(run, piece, starts, at, name_end, "title", gender)

    def _name_end(self, piece: list[_Word], start: int) -> int:
        """How far a name goes that has a title before it."""
        end = start
        for index in range(start, len(piece)):
            word = piece[index]
            particle = word.marks & _PARTICLE and word.lower
            if not particle and not word.after_given and not (index == start and word.given):
                break
            end = index + 1
        # "Premier League Football", "Minister of Health Canada": what goes on in other nouns was not a name.
        if end < len(piece) and piece[end].marks & _ORGANIZATION and end - start < 2:
            return start
        while end > start and piece[end - 1].lower:
            end -= 1
        return end

    def _single(self, word: _Word, at: int) -> NamePart | None:
        """A word alone, `at` in its run: a surname for all that the run tells."""
        if (word.marks & _NEVER and not word.marks & _SURNAME) or word.initial:
            return None
        if word.marks & _NOT_ALONE or word.digits or word.lower or not word.name:
            return None
        return NamePart(at, at + word.length, at, "", (word.name,), "single", None, word.possessive)

    def _untitled(self, run: str, piece: list[_Word], starts: list[int]) -> NamePart | None:
        piece = self._cut_at_particle(piece)
        while len(piece) > 1 and piece[0].marks & _BESIDE and not piece[0].given:
            piece, starts = piece[1:], starts[1:]
        if not piece:
            return None
        if len(piece) == 1:
            return self._single(piece[0], starts[0])
        if " ".join([w.name for w in piece]) in self.constituencies:
            return None
        if not piece[0].marks & _PLACES and self._known(piece):
            return self._build(run, piece, starts, 0, len(piece), "known", None)
        lead = next((i for i, w in enumerate(piece[:-1]) if w.given), -1)
        if lead >= 0 and self._name_like(piece, lead, given=True):
            end = len(piece) if len(piece) - lead <= LONGEST_NAME else lead + 2
            strange = [
                w
                for w in piece[:lead]
                if w.plausible and not w.marks & (_PARTY | _PRESENT) and not (w.initial and "." in w.key)
            ]
            if not strange:
                return self._build(run, piece, starts, lead, end, "given", None)
            if self._known(piece[lead:]):
                return self._build(run, piece, starts, lead, len(piece), "known", None)
            if not self._name_like(piece, 0, given=False):
                return None
            return self._build(run, piece, starts, 0, len(piece), "given" if len(piece) <= 4 else "none", None)
        if len(piece) <= 4 and self._name_like(piece, 0, given=False):
            return self._build(run, piece, starts, 0, len(piece), "none", None)
        return None

    def _cut_at_particle(self, piece: list[_Word]) -> list[_Word]:
        """ "Pierre Poilievre du Parti" ends before "du": what follows the particle is no part of a name."""
        for index, word in enumerate(piece[:-1]):
            if word.lower and not piece[index + 1].lower and not piece[index + 1].plausible:
                kept = piece[:index]
                while kept and kept[-1].lower:
                    kept = kept[:-1]
                return kept
        return piece

    def _name_like(self, piece: list[_Word], start: int, *, given: bool) -> bool:
        after_given = False
        capitals = 0
        for index in range(start, len(piece)):
            word = piece[index]
            if word.lower:
                if not word.marks & _PARTICLE:
                    return False
                continue
            if index == start and given:
                after_given = True
            elif not (word.after_given if after_given else word.plausible):
                return False
            capitals += not word.initial
        return capitals > 1 or (capitals == 1 and piece[start].initial)

    def _build(
        self,
        run: str,
        piece: list[_Word],
        starts: list[int],
        start: int,
        end: int,
        evidence: str,
        gender: str | None,
    ) -> NamePart | None:
        if end <= start:
            return None
        named = piece[start:end]
        joined: list[str] = []
        held = ""
        for word in named:
            if word.initial or word.marks & _SUFFIX:
                continue
            if word.lower:
                held += word.name + " "
                continue
            if held or word.name:
                joined.append(held + word.name)
                held = ""
        if not joined:
            return None
        last = named[-1]
        at = starts[start]
        title_start = starts[0] if start else at
        title = run[title_start:at].strip() if start else ""
        # start, end, title_start, title, words, evidence, gender, possessive
        return NamePart(
            at, starts[end - 1] + last.length, title_start, title, tuple(joined), evidence, gender, last.possessive
        )


_UNDOTTED = frozenset(
    {
        "mr",
        "mrs",
        "ms",
        "miss",
        "mx",
        "dr",
        "dre",
        "sir",
        "dame",
        "lady",
        "lord",
        "mme",
        "mlle",
        "madame",
        "monsieur",
        "reverend",
        "honourable",
    }
)


@cache
def _ABBREVIATIONS() -> frozenset[str]:
    """Words that keep their full stop inside a name or title: "Ont. MP", "Sen. Mike Duffy", "St. Germain"."""
    lists = words()
    dotted = {
        "st",
        "ste",
        "ont",
        "que",
        "alta",
        "sask",
        "man",
        "nfld",
        "sen",
        "rep",
        "gov",
        "coun",
        "amb",
        "jr",
        "sr",
        "chas",
        "wm",
        "geo",
        "jos",
    }
    return frozenset(dotted | set(lists.honorifics))
