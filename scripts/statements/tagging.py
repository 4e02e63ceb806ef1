"""A sentence as words with one-letter tags, so that regular expressions over the tag string find phrases.

Tags:  D determiner  N capitalised word  w other word  # number  $ possessive ("Roy's"; "his" is D)  A her
       H subject pronoun (also "he's")  M object pronoun  I preposition  O "to"  T "that"  W who, which
       K whether, how, why  C and, or, but  S because, after, as  X auxiliary  R adverb
       d day, month, "week"  l last, next, this before d
       V cue verb, past   P cue participle   Z cue, third person   B cue, base form   G cue, -ing
       E -ed word  g -ing word  Q quotation  , ; : . ( ) - as written (- any dash)
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from scripts.lexicon import load
from scripts.statements.quotations import Quotation
from scripts.statements.saying import lexicon

MASK = "\ue000"
MASK_END = "\ue001"
MASK_TITLE = "\ue002"
"""Stands for the characters of a title in quotation marks, which is read as a name."""
TOKEN = re.compile(
    r"[A-Za-z]+(?=[ ,])|"
    + MASK
    + r"+"
    + MASK_END
    + r"?|"
    + MASK_TITLE
    + r"+"
    + MASK_END
    + r"?|\d[\d,.:]{0,20}\d(?:-[^\W_]+)*|(?:[A-Z]\.){1,5}"
    r"|(?:Mr|Mrs|Ms|Dr|Sens?|Reps?|Govs?|Gen|Lt|Col|St|Jr|Sr|Hon|Rev|Ont|Que|Alta|Sask|Man"
    r"|Jan|Feb|Aug|Sept|Oct|Nov|Dec)\."
    r"|[^\W_]+(?:[.'’&-][^\W_]+)*(?:['’](?=\s))?|\.\.\.|--|[^\w\s" + MASK + MASK_END + MASK_TITLE + r"]|_"
)
"""The words of a sentence, the plainest first: most are letters with a space or a comma after them."""
NOUN_NOT_VERB = re.compile(
    r"[BZG](?:(?<=[DA$#EI][BZ])|(?<=[DA$E][wN][BZ])(?=[VXE])|(?<=[DA$E][wN][wN][BZ])(?=[VXE])|(?<=DNNB)|(?<=B)(?=V)"
    r"|(?<=wG)(?=wN|w[VZ])|(?<=NB)(?=wN))"
)
"""What may be a verb of saying but stands as a noun: "the report said", "his claims", "a new poll found".

This and the next begin with a set of tags, which scans fast."""
NAME_LIKE = re.compile(r"[XIRSK](?=[VZX])(?:(?<=[^-:.(].)|(?<=\AX)(?!X))")
"""What may be a name that looks like a small word: "Will said"."""
NOUN_LIKE = re.compile(r"Z(?:(?<=wCZ)|(?=EI)|(?=XE))")
"""Where a plural noun may look like a verb: "texts and emails", "reports flagged by", "plans were lost"."""
MONTHS_LIKE_NAMES = frozenset(["May", "Day"])
"""Surnames that look like times: "Elizabeth May said", "Sen. Joseph Day"; not "in May", "on the first Day"."""
_ENDINGS = {"ly": "R", "ed": "E"}
_FORM_TAGS = {"past": "V", "participle": "P", "present": "Z", "base": "B", "ing": "G"}
_CLASSES = {
    "determiner": "D",
    "possessive_or_object": "A",
    "subject_pronoun": "H",
    "object_pronoun": "M",
    "number": "#",
    "preposition": "I",
    "relative": "W",
    "question": "K",
    "conjunction": "C",
    "subordinator": "S",
    "auxiliary": "X",
    "adverb": "R",
    "time": "d",
    "starter_of_time": "l",
}
_PUNCTUATION = {
    ",": ",",
    ";": ";",
    ":": ":",
    ".": ".",
    "!": ".",
    "?": ".",
    "…": "-",
    "...": "-",
    "(": "(",
    ")": ")",
    "[": "(",
    "]": ")",
    "—": "-",
    "–": "-",
    "--": "-",
    "-": "-",
    "―": "-",
}


def _closed_classes() -> dict[str, str]:
    grammar = load("grammar")["en"]
    tags: dict[str, str] = {}
    for name, tag in _CLASSES.items():
        for word in grammar[name]:
            tags.setdefault(str(word), tag)
    tags.update({"to": "O", "that": "T", "this": "D", "late": "l", "early": "l", "last": "l", "next": "l"})
    for word, cue in lexicon().cues.items():
        tags.setdefault(word, _FORM_TAGS[cue.form])
    return tags


_TAGS = _closed_classes()
_AS_WRITTEN = {**_TAGS, **_PUNCTUATION, "US": "N", "May": "d", "March": "d", "MARCH": "d", "march": "w"}


@lru_cache(maxsize=1 << 16)
def tag_of(word: str) -> str:
    """The tag of one token as written."""
    tag = _AS_WRITTEN.get(word)
    if tag is not None:
        return tag
    if word.isalpha() and word.islower():
        return _ENDINGS.get(word[-2:], "g" if word[-3:] == "ing" else "w")
    first = word[0]
    if first in (MASK, MASK_END):
        return "Q"
    if first == MASK_TITLE:
        return "N"
    lower = word.lower().replace("’", "'")
    tag = _TAGS.get(lower)
    if tag and not (first.isupper() and tag in "VPZBG"):
        return tag
    if first.isdigit() or first in "$#%":
        return "#"
    if lower.endswith(("'s", "s'")):
        return "$"
    if not first.isalnum():
        return "_"
    if first.isupper():
        return "N"
    if lower.endswith("n't"):
        return "X"
    return _ENDINGS.get(lower[-2:], "g" if lower[-3:] == "ing" else "w")


SHORT_RUN = 24
"""Runs of characters as short as this come again and are kept."""
LONGEST = 400
"""Words that are read as one sentence at most; a longer run (page furniture, a table) is read in windows."""


class Tagged:
    """A sentence: its words, one tag per word, and the quotations behind the `Q` words."""

    __slots__ = ("_start", "_starts", "_text", "lower", "quotations", "source", "tags", "words")

    def __init__(
        self,
        text: str,
        source: str,
        start: int,
        words: list[str],
        lower: list[str],
        quotations: Mapping[int, Quotation],
    ) -> None:
        """`words` are the words of `text` from `start` on, `lower` the same in lower case with straight apostrophes."""
        self._text, self._start = text, start
        self._starts: list[int] | None = None
        self.words = words
        self.lower = lower
        self.tags = _tags(words, lower)
        self.quotations = quotations
        """Quotations by the offset where their opening mark stands."""
        self.source = source
        """The article's text, with the words of the quotations."""

    @property
    def starts(self) -> list[int]:
        """Where the words start in the article, found when first asked for."""
        if self._starts is None:
            # Nothing but white space stands between the words, so each is found at once.
            starts, at, find = [], self._start, self._text.find
            for word in self.words:
                at = find(word, at)
                starts.append(at)
                at += len(word)
            self._starts = starts
        return self._starts

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Character span of the words `first` to `last` (inclusive)."""
        return self.starts[first], self.starts[last] + len(self.words[last])


def words_of(text: str, start: int, end: int) -> list[str]:
    """The words of `text[start:end]`, as `TOKEN` has them; most are what stands between two spaces."""
    words: list[str] = []
    append, extend = words.append, words.extend
    for run in text[start:end].split():
        if run.isalpha():
            append(run)
        elif run[-1] in ",;:.?!" and run[:-1].isalpha() and (run[-1] != "." or run.islower()):
            append(run[:-1])  # "vote," and "vote.", but not "Ont."
            append(run[-1])
        elif len(run) < SHORT_RUN:
            extend(_words_of_run(run))
        else:
            extend(TOKEN.findall(run + " "))
    return words


@lru_cache(maxsize=1 << 15)
def _words_of_run(run: str) -> list[str]:
    return TOKEN.findall(run + " ")


def tag(text: str, source: str, start: int, end: int, quotations: Mapping[int, Quotation]) -> list[Tagged]:
    """Words and tags of `text[start:end]`: `source` with its quotations folded into runs of `MASK`.

    One value for a sentence; several for a run of more than `LONGEST` words; none where no quotation and no word of the
    lexicon stands in it, so that nothing can be said there.
    """
    words = words_of(text, start, end)
    lower = list(map(str.lower, words))
    if text.find("’", start, end) >= 0:
        lower = [word.replace("’", "'") for word in lower]
    if text.find(MASK, start, end) < 0 and lexicon().signals.isdisjoint(lower):
        return []
    if len(words) <= LONGEST:
        return [Tagged(text, source, start, words, lower, quotations)]
    whole = Tagged(text, source, start, words, lower, quotations)
    return [
        Tagged(text, source, whole.starts[k], words[k : k + LONGEST], lower[k : k + LONGEST], quotations)
        for k in range(0, len(words), LONGEST)
    ]


def _tags(words: list[str], lower: list[str]) -> str:
    tags = "".join(map(tag_of, words))
    names = [
        match.start()
        for match in NAME_LIKE.finditer(tags)
        if words[match.start()][0].isupper() and len(words[match.start()]) > 1
    ]
    if names:
        letters = list(tags)
        for k in names:
            if k > 0 or tags[1:2] in ("V", "Z"):
                letters[k] = "N"  # "Will described", "From said"
        tags = "".join(letters)
    if not MONTHS_LIKE_NAMES.isdisjoint(words):
        tags = _with_surnames(words, tags)
    tags = NOUN_NOT_VERB.sub("w", tags)
    if NOUN_LIKE.search(tags):
        tags = _with_nouns(lower, tags)
    if tags[:1] == "N":
        cue = lexicon().cues.get(lower[0])
        if cue and cue.form in ("ing", "past"):
            tags = _FORM_TAGS[cue.form] + tags[1:]  # "Citing the report, ...", "Said the whip, ..."
    return tags


def _with_nouns(lower: list[str], tags: str) -> str:
    """The tags with "emails" and "reports" as nouns beside a plural, a participle or an auxiliary."""
    letters = list(tags)
    for match in NOUN_LIKE.finditer(tags):
        k = match.start()
        joined = tags[k - 1] != "C" or lower[k - 2].endswith("s")
        if lower[k] in lexicon().also_nouns and joined:
            letters[k] = "w"
    return "".join(letters)


def _with_surnames(words: list[str], tags: str) -> str:
    """The tags with "May" and "Day" as names behind a name ("Elizabeth May") or before a verb ("May said")."""
    letters = list(tags)
    for k, word in enumerate(words):
        if word not in MONTHS_LIKE_NAMES:
            continue
        before, after = tags[k - 1 : k] if k else "", tags[k + 1 : k + 2]
        if after != "#" and (before == "N" or (before not in ("I", "d", "l", "#", "D") and after in ("V", "Z", "X"))):
            letters[k] = "N"
    return "".join(letters)
