"""What a title says of an event beyond its type and who took part: the post, the inquiry, the wrong, the articles.

Each detail is read off the words behind the cue. Where they do not tell it plainly there is none, and the title
stays general.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from scripts.events.actors import Actor

LONG = 20_000
"""So many characters of an article are looked through for the name of its inquiry."""
REACH = 160
"""How far behind a cue, in characters, a detail is looked for."""


@dataclass(frozen=True)
class Details:
    """What is known of an event for its title. Empty strings where nothing is."""

    articles: Mapping[str, str] = field(default_factory=dict)
    """Per organization that stands behind an article in the text, "the" or "a"."""
    post: str = ""
    """After "is": "named minister of defence", "appointed to the cabinet"."""
    inquiry: str = ""
    """The inquiry that the article is about, or "an inquiry"."""
    report: str = ""
    """What is delivered: "the final report"."""
    resigned: str = ""
    """The post in an inquiry that is given up: "special rapporteur"."""
    asked: str = "an inquiry"
    """What is called for."""
    wrong: str = ""
    """The wrong that is alleged, as a gerund: "disregarding warnings"."""
    where: str = ""
    """Where a by-election was."""
    verdict: str = ""
    """How a trial ended, after "is": "acquitted", "found not guilty"."""


def details_of(
    event_type: str, rule: str, cue: int, text: str, actors: Sequence[tuple[str, Actor]], place: str | None
) -> Details:
    """The details of an event told at `cue`, an offset in the text."""
    words = text[cue : cue + REACH]
    return Details(
        articles=articles_of(actors, text),
        post=(post_told(rule, words) or portfolio_before(rule, text[max(0, cue - 60) : cue]))
        if event_type == "appointment"
        else "",
        inquiry=inquiry_told(text) if event_type == "inquiry" else "",
        report=report_told(words) if event_type == "inquiry" else "",
        resigned=post_given_up(words) if event_type == "inquiry" else "",
        asked=asked_for(words) if event_type == "call_for_inquiry" else "an inquiry",
        wrong=wrong_told(actors, cue, text) if event_type == "allegation" else "",
        where=place or "",
        verdict=verdict_told(words) if event_type == "court_ruling" else "",
    )


# -- articles --

ARTICLE = re.compile(r"\b(the|an?) \Z", re.IGNORECASE)
OWN_ARTICLE = re.compile(r"(the|an?) ", re.IGNORECASE)


def articles_of(actors: Sequence[tuple[str, Actor]], text: str) -> dict[str, str]:
    """The article of each organization: "the Crown alleged" gives "the", "police allege" none. Outlets and people told
    by what they are go without."""
    found: dict[str, str] = {}
    for _, actor in actors:
        if actor.organization is None or actor.kind in ("outlet", "unnamed", "people"):
            continue
        own = OWN_ARTICLE.match(text, actor.start, actor.end)
        before = ARTICLE.search(text[max(0, actor.start - 5) : actor.start])
        match = own or before
        if match is not None and found.get(actor.organization) != "the":
            found[actor.organization] = match.group(1).lower()
    return found


# -- posts --

GOES = re.compile(
    r"(?:\b[Tt]he (?P<field>[\w’'-]+(?: [\w’'-]+){0,2}) (?:portfolio|file|ministry)"
    r"|(?P<capital>[A-Z][\w-]+(?: [A-Z][\w-]+)?))(?:, which)? \Z"
)
CABINET_RULES = frozenset(
    f"appointment.{name}" for name in ("take-cabinet-seat", "join-cabinet", "return-to-cabinet", "new-to-cabinet")
)
NO_FIELD = r"(?!(?:as|of|to|in|at|by|for|with|on|and|cabinet|new|prime|first|former|the|her|his|their)\b)"
FIELD = rf"{NO_FIELD}[\w’'-]{{2,20}}(?:(?:,| and| &)? {NO_FIELD}[\w’'-]{{2,20}}){{0,3}}?"
RANK = (
    r"(?:(?:new|next|first|own|federal|provincial|[\w-]{2,20}['’]s) ){0,3}"
    r"(?P<rank>(?:junior|associate|deputy|interim|acting) )?"
)
MINISTER_OF = re.compile(
    rf"(?:\b(?:as|the|an?|his|her|its|new|named|appointed|becomes?|became)|['’]s) {RANK}minister"
    rf"(?P<state> of state)?(?: responsible)? (?P<link>of|for) (?:the )?(?P<field>{FIELD})"
    r"(?=[.,;”]|$| (?:on|in|by|after|when|while|from|who|to|as|late|early|yesterday|today|last|this|\w+day)\b)"
)
FIELD_MINISTER = re.compile(
    rf"(?:\b(?:as|the|an?|his|her|its|new|named|appointed|becomes?|became)|['’]s) {RANK}(?P<field>{FIELD}) minister\b"
)
PORTFOLIO = re.compile(
    r"\b(?:(?:gets?|got|takes?|took|taken|assumes?|assumed|inherits?|inherited|receives?|received|given"
    r"|gave [^.;,]{3,40}?|handed|assigned)(?: over| on| up)?"
    r"|at|to|in|for) (?:the )?(?P<field>(?!(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)[a-z]*\b)"
    r"[A-Z][\w-]{2,20}(?: (?:and |of )?[A-Z][\w-]{2,20}){0,3})"
    r"(?=[.,;”]|$| (?:and|from|after|while|in the|on|as)\b)"
)
FILE = re.compile(r"\bthe (?P<field>[a-z]{4,20}(?: [a-z]{3,15})?) (?:portfolio|file|ministry)\b")
MOVED = re.compile(
    r"\bfrom (?:the )?[a-z ]{4,30} to (?:the )?(?P<field>[a-z]{4,16}"
    r"(?: affairs| safety| services| resources| works)?)\b"
)
PORTFOLIO_RULES = frozenset(
    f"appointment.{name}"
    for name in (
        *("take-portfolio", "leave-for-portfolio", "move-to-portfolio", "moved-to-portfolio", "succeed"),
        *("given-portfolio", "give-portfolio", "move-minister"),
    )
)
KEEPS_CAPITAL = re.compile(r"(?:Indian|Indigenous|Crown|Quebec|Canadian|Francophone|Treasury|Board|Status|Women)\Z")
SENATE = re.compile(r"[^.;]{0,60}?\bto the (?:Senate|Red Chamber|upper chamber)\b")
OTHER_POST = re.compile(
    r"\b(?:as|the|an?|named|appointed|becomes?|became) (?P<rank>(?:interim|acting|deputy) )?"
    r"(?P<post>ambassador to (?:the )?[A-Z][\w-]+(?: [A-Z][\w-]+)?|governor general|attorney general|solicitor general"
    r"|parliamentary secretary|government whip|chief of staff|high commissioner to (?:the )?[A-Z][\w-]+"
    r"(?: [A-Z][\w-]+)?|house leader|consul general in [A-Z][\w-]+(?: [A-Z][\w-]+)?)\b"
)


def post_told(rule: str, words: str) -> str:
    """The post that somebody is appointed to, from the words at the cue: "new defence minister" gives "named minister
    of defence", "took a place in the cabinet" "appointed to the cabinet"."""
    if rule in CABINET_RULES:
        return "appointed to the cabinet"
    clause = re.split(r"[.;:]\s|\n", words, maxsplit=1)[0]
    if rule in PORTFOLIO_RULES:
        portfolio = MOVED.search(clause) or PORTFOLIO.search(clause)
        portfolio = portfolio or FILE.search(clause)
        if portfolio is not None:
            return f"named minister of {_lower(portfolio.group('field'))}"
    found = MINISTER_OF.search(clause)
    if found is not None:
        rank, state, link = found.group("rank") or "", found.group("state") or "", found.group("link")
        return f"named {rank}minister{state} {link} {_lower(found.group('field'))}"
    found = FIELD_MINISTER.search(clause)
    if found is not None:
        return f"named {found.group('rank') or ''}minister of {_lower(found.group('field'))}"
    if SENATE.match(clause) is not None:
        return "appointed to the Senate"
    found = OTHER_POST.search(clause)
    return f"named {found.group('rank') or ''}{found.group('post')}" if found is not None else ""


def portfolio_before(rule: str, words: str) -> str:
    """The portfolio before the cue that goes to somebody: "the justice portfolio goes to Roy"."""
    if rule != "appointment.portfolio-goes-to":
        return ""
    found = GOES.search(words)
    return f"named minister of {_lower(found.group('capital') or found.group('field'))}" if found is not None else ""


def _lower(portfolio: str) -> str:
    """A portfolio in small letters but for adjectives of peoples: "Foreign Affairs", "Indian Affairs"."""
    return " ".join(word if KEEPS_CAPITAL.match(word) else word.lower() for word in portfolio.split())


# -- verdicts --

VERDICT = re.compile(
    r"(?P<one>acquitted|convicted)\b|found\b[^.;,]{0,60}?\b(?P<other>not guilty|guilty|not criminally responsible"
    r"|liable|in contempt)\b",
    re.IGNORECASE,
)


def verdict_told(words: str) -> str:
    """How a trial ended, from the words at the cue: "acquitted Roy", "was found not guilty"."""
    found = VERDICT.match(words)
    if found is None:
        return ""
    return (found.group("one") or f"found {found.group('other')}").lower()


# -- inquiries --

INTO = re.compile(
    r"\b(?:[Ii]nquiry|[Cc]ommission) into (?!(?:the|his|her|their|its|how|what|whether|why|who|alleged|possible|any)\b)"
    r"(?P<matter>(?:[a-z-]{3,15} )?[a-z-]{2,15}(?:ence|ance|ion|ions|ing|ings|ism|ity|ment|acy|ery|raud))\b"
)
REPORT = re.compile(r"\b(?P<which>final|interim|preliminary|first|initial|second) report\b")
GIVEN_UP = re.compile(r"\bas (?:the |an? )?(?P<post>(?:special |independent )?(?:rapporteur|commissioner))\b")
INVESTIGATION = re.compile(r"\binvestigation\b")
INQUIRY = re.compile(r"\b(?:inquiry|inquiries|royal commission)\b")


def inquiry_told(text: str) -> str:
    """The inquiry that an article is about, as it first names it: "the inquiry into foreign interference"."""
    found = INTO.search(text, 0, LONG)
    return f"the inquiry into {found.group('matter')}" if found is not None else "an inquiry"


def report_told(words: str) -> str:
    """Which report is delivered: "her final report" gives "the final report"."""
    found = REPORT.search(words)
    if found is None:
        return ""
    which = found.group("which")
    article = "the" if which in ("final", "first", "second") else "a" if which == "preliminary" else "an"
    return f"{article} {which} report"


def post_given_up(words: str) -> str:
    """The post in an inquiry that somebody gives up: "his post as special rapporteur"."""
    found = GIVEN_UP.search(words)
    return found.group("post") if found is not None else ""


def asked_for(words: str) -> str:
    """What is called for: an investigation where the clause says that and nothing of an inquiry."""
    clause = re.split(r"[.;]", words, maxsplit=1)[0]
    return "an investigation" if INVESTIGATION.search(clause) and not INQUIRY.search(clause) else "an inquiry"


# -- wrongs --

DONE = re.compile(
    r" (?:(?:had|has|have|\w{2,12}ly) ){0,2}(?P<verb>(?!need\b|\w*eed\b)[a-z]{3,14}ed)"
    r"(?P<what>(?: (?:from|in|with|to|for|of|on|at|against))?"
    r"(?: (?!(?:about|from|in|with|to|for|of|on|at|against|by|when|while|after|before|as|and|or|but|that|who|which|if"
    r"|because|during|over|into|so|was|were|is|are|had|has|him|her|them|it|himself|herself|themselves)\b)"
    r"[\w’'-]{2,20}){1,3})(?=[.,;”]|$| (?:about|from|in|with|to|for|of|on|at|against|by|when|while|after|before|as|and"
    r"|or|but|that|who|which|because|during|over|into|so)\b)"
)
THAT = re.compile(r"\bthat \Z")


def wrong_told(actors: Sequence[tuple[str, Actor]], cue: int, text: str) -> str:
    """The wrong that the accused is alleged to have done, where a regular verb tells it in a few words: "the
    charge that Roy disregarded warnings about" gives "disregarding warnings"."""
    for role, actor in actors:
        if role == "accused" and cue < actor.start < cue + 80 and THAT.search(text, cue, actor.start):
            done = DONE.match(text[actor.end : actor.end + REACH])
            if done is not None:
                verb = done.group("verb")
                gerund = verb[:-3] + "ying" if verb.endswith("ied") else verb[:-2] + "ing"
                return gerund + done.group("what")
    return ""
