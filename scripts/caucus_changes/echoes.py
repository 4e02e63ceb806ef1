"""A change that one sentence tells of several members in turn: "as was P", "followed by P", "P did the same".

The words tell no change by themselves; they repeat one told just before, of another member or on another day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from scripts.caucus_changes.shorthand import DATE, PERSON, Shorthand, Sign
from scripts.caucus_changes.triggers import Trigger

_NAMES = rf"{PERSON}(?:(?:,| and|, and| et) {PERSON})*"
_DAY = rf"(?:,?\s(?:on\s|in\s|late\s|early\s|le\s|en\s)?(?P<d>{DATE}))?"
# "P was expelled on D, as was P", "along with P", "followed by P on D"; not "as did the opposition".
_SAME_SENTENCE = re.compile(
    rf"(?:,?\s(?:and\s)?(?:as|so)\s(?:was|were|did|has|have|had|is|are)|,?\s(?:along|together)\swith|,?\sas\swell\sas"
    rf"|,?\s(?:soon\s|later\s|quickly\s)?followed\s(?:[a-z\s]{{0,30}}\s)?by|,?\stout\scomme|,?\sde\smême\sque"
    rf"|,?\sainsi\sque"
    rf"|,?\s(?:suivie?s?)\s(?:de|par)|,?\sand\s(?:then\s|later\s)?did\s(?:the\ssame|likewise)\s(?:to|with))\s(?P<n>{_NAMES})(?!'){_DAY}"
)
# "P left the G on D, and P did the same two days later"
_DID_THE_SAME = re.compile(
    rf"(?:[,;]?\s(?:and|then|while|et|puis)|;)\s(?P<n>{_NAMES})\s(?:(?:has|had|have|soon|later|quickly|also|a|ont)\s){{0,2}}"
    rf"(?:did\s(?:the\ssame|so|likewise)|doing\sthe\ssame|followed(?:\s(?:suit|him|her|them))?|fait\s(?:de\smême|pareil|autant)"
    rf"|(?:l'|les\s|lui\s|leur\s)?(?:a|ont)?\s?(?:imitée?s?|emboîté\sle\spas)){_DAY}"
)
_LATER = re.compile(
    r"\b(?:days?|weeks?|months?|hours?|years?)\slater\b|\bthe\s(?:next|following)\s(?:day|week|month|morning)\b|\blater\sthat\b"
    r"|\bplus\s(?:tard|tôt)\b|\bavait\s|\bavaient\s"
)
# "P crossed the floor with MLAs P and P"; not "crossed the floor with P looking on" (whose title says no member)
_WITH_FELLOWS = re.compile(rf"[^.;,{PERSON}]{{0,60}}?,?\s(?:with|avec)\s(?P<n>{_NAMES})(?!'){_DAY}")
_FELLOW_TITLE = re.compile(
    r"\b(?:MPP?s?|MLAs?|MNAs?|MHAs?|fellow|colleagues?|senators?|backbenchers?|députée?s?|collègues?)\b"
)
# "Joining her are P and P", "P was joined by P and P", "P and P followed her out"; not "was joined by P at the podium".
FOLLOWERS = re.compile(
    rf"(?:^|[.!?]\s)(?:[Aa]lso\s)?(?:[Jj]oining|[Ff]ollowing|[Aa]ccompanying)\s(?:him|her|them|{PERSON})"
    rf"(?:\s(?:across|in|out|over|to)\b[^.;{PERSON}]{{0,50}}?)?\s(?:are|were|is|was|will\sbe)\s(?:[A-Z][\w-]+\s){{0,3}}(?P<a>{_NAMES})"
    rf"|(?:{PERSON}|\b[Hh]e|\b[Ss]he|\b[Tt]hey)\s(?:was|were|is|are|has\sbeen)\s(?:joined|followed|accompanied)\s(?:[^.;{PERSON}]{{0,30}}\s)?by\s"
    rf"(?P<b>{_NAMES})(?=[.;]|$|\s(?:in\s(?:crossing|leaving|quitting)|across|out\b|over\sto|two|three|a\s\w+\slater|{DATE}|on\s{DATE}))"
)
# "P left the G on D and P on D"; not "P left the G on D and P spoke on D".
_GAPPED = re.compile(
    rf"[^.;]{{0,70}}?(?:,|,?\s(?:and|while|et))\s(?P<n>{_NAMES})\s(?:on\s|in\s|late\s|le\s|en\s)?(?P<d>{DATE})(?=[.,;]|$)"
)
NEXT_SENTENCE = re.compile(
    r"\b(?:(?:did|does|done|(?:is|are|was|were)\sdoing)\s(?:the\ssame(?!\sthing\sfor)|likewise)|(?:follow|follows|followed|following)\ssuit"
    r"|followed(?=\s(?:on|in|soon|shortly|two|three|four|five|six|a|an|the\snext|that)\b[^.;]{0,40}[.;]|[.;]|\s\ue002|\s(?:on|in)\s\ue002)|(?:were|was|been)\s(?:expelled|suspended|ousted"
    r"|removed|turfed"
    r"|booted|kicked\sout)\s(?:too|as\swell)|(?:was|were|had)\salso\s(?:expelled|suspended|ousted|turfed|booted"
    r"|kicked\sout)"
    r"|ha[sd]\sgone\stoo|(?:left|quit|resigned|went|walked\sout)\s(?:the\s(?:next|following|same)\s(?:day|week|month|morning|evening)|(?:a|one|two|three|four)\s(?:day|week|month)s?\slater|\ue002(?=\.))|followed\s(?:him|her|them)\s(?:out|through\sthe\sdoor|across|over)|(?:left|quit|resigned|went)\s(?:too|as\swell|with\s(?:him|her|them))|a\sfait\sde\smême"
    r"|(?:ont|avait|avaient)\sfait\sde\smême|(?:a|ont|avait|avaient)\s(?:\w+\s)?fait\s(?:pareil|autant|le\smême\schoix)|en\s(?:a|ont|avait|avaient)\sfait\sautant"
    r"|(?:l'|les\s)(?:a|ont|avait|avaient)\s(?:\w+\s)?(?:imité|suivi|précédé)e?s?(?!\s(?:de|dans|au|à|pour)\b)"
    r"|(?:a|ont|avait|avaient)\simité\s(?:ses|leurs|son|sa)\s(?:\w+\s)?(?:collègues?|camarades?)"
    r"|(?:lui|leur)\s(?:a|ont|avait|avaient|emboîte|emboîtent)\s(?:emboîté\s)?le\spas|(?:a|ont)\semboîté\sle\spas"
    r"|(?:a|ont|avait|avaient)\s(?:pris\sla\smême\s(?:décision|voie)|posé\sle\smême\sgeste|suivi\s(?:le\smouvement|son\sexemple))"
    r"|(?:a|ont)\saussi\sété\s(?:expulsé|exclu|suspendu)e?s?)\b"
)
_STEADY = re.compile(
    r"\b(?:not|never|n't|would|could|may|might|will\snot|asked|refused|wants?|should|n'|ne|pourrait|if|si)\b"
)


# "The others are P, P and P."; not "The others are with P and P"
LISTED = re.compile(
    rf"\b(?:are|were|include|included|sont)(?::|\s(?:[a-zé]+\s){{0,2}}?)\s?(?P<n>{_NAMES})(?!')(?=[.;]|$)"
)


_ORDINAL = r"(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|latest|last|newest)"
# "is the third G to leave caucus, after P and P"; "becomes the fifth G to sit as an independent, with P and P"
_AFTER_OTHERS = re.compile(
    rf"[^.;{PERSON}]{{0,50}}?,?\s(?:after|following|with|alongside|joining|behind|beside)\s(?:the\s(?:departures?|exits?|resignations?)\sof\s)?(?P<n>{_NAMES})"
    r"(?!')(?=[.;,]|$)"
)
# "P went in D and P in D", behind "the third to go this year"
_EACH_WENT = re.compile(
    rf"(?P<n>{PERSON})(?:,\s[^,.;]{{2,50}},)?\s(?:(?:had|has)\s)?(?:went|gone|left|quit|departed|did\sso|was\sfirst|led\sthe\sway)(?:\sfirst)?,?\s(?:on\s|in\s)?(?P<d>{DATE})"
    rf"(?:,?\s(?:and|then|followed\sby)\s(?P<m>{PERSON})(?:\s(?:on|in|followed))?\s(?P<e>{DATE}))?(?=[.;,])"
)


@dataclass(frozen=True)
class Echo:
    """Members of whom the change is told again, and the day where one is named."""

    signs: tuple[Sign, ...]
    day: Sign | None
    later: bool = False
    """Told as of some time after, with no date of its own: "did the same two days later"."""


def others_of_the_count(short: Shorthand, trigger: Trigger) -> Echo | None:
    """Who left before, where the member is the third to do so and the sentence says after whom."""
    before, ahead = short.text[max(0, trigger.start - 90) : trigger.start], short.text[trigger.end : trigger.end + 200]
    if not re.search(rf"\b{_ORDINAL}\s[^.;]{{0,60}}\sto\s$", before):
        return None
    named = _AFTER_OTHERS.match(ahead)
    if named is None or _STEADY.search(named.group()):
        return None
    start = trigger.end + named.start("n")
    return Echo(short.signs_in(start, trigger.end + named.end("n"), PERSON), None, later=True)


def each_with_day(short: Shorthand, after: Shorthand, trigger: Trigger) -> Iterator[Echo]:
    """ "The third to go this year. P went in January and P in February": each of the sentence behind, with the day."""
    around = short.text[max(0, trigger.start - 90) : trigger.end + 120]
    if not re.search(rf"\b{_ORDINAL}\b", around):
        return
    found = _EACH_WENT.search(after.text)
    if found is None or _STEADY.search(after.text[: found.end()]):
        return
    for name, day in (("n", "d"), ("m", "e")):
        if found[name]:
            yield Echo((after.sign(found.start(name)),), after.sign(found.start(day)))


def echoes_in(short: Shorthand, trigger: Trigger) -> Iterator[Echo]:
    """The members that the rest of the trigger's sentence adds to it."""
    ahead = short.text[trigger.end : trigger.end + 170]
    if PERSON not in ahead:
        return
    stop = re.search(r"[;“”\"](?!\s\ue000\s(?:had\s)?(?:followed|did)\b)|\s(?:who|qui|said|says|told|dit)\s", ahead)
    clause = ahead[: stop.start()] if stop else ahead
    found = _SAME_SENTENCE.search(clause) or _DID_THE_SAME.search(clause) or _GAPPED.match(clause)
    if found is None and trigger.kind == "crossed_floor":
        beside = _WITH_FELLOWS.match(clause)
        if beside is not None:
            first = short.sign(trigger.end + beside.start("n"))
            found = beside if _FELLOW_TITLE.search(first.title) else None
    if found is None or PERSON in clause[: found.start("n")] or _STEADY.search(clause[: found.start("n")]):
        return
    yield _echo(short, found, trigger.end)


def echo_after(short: Shorthand) -> Echo | None:
    """The members of a sentence that only says that they did, or that it happened to them, too."""
    followers = FOLLOWERS.search(short.text)
    if followers is not None and not _STEADY.search(followers.group()):
        group = "a" if followers["a"] else "b"
        day = next((s for s, letter in zip(short.signs, short.text, strict=True) if letter == DATE), None)
        return Echo(short.signs_in(followers.start(group), followers.end(group), PERSON), day)
    cue = NEXT_SENTENCE.search(short.text)
    if cue is None or _STEADY.search(short.text[: cue.end()]):
        return None
    found = list(re.finditer(_NAMES, short.text[: cue.start()]))
    names = found[-1] if found else None
    if names is None or len(short.text[names.end() : cue.start()]) > 40:
        return None
    day = next((s for s, letter in zip(short.signs, short.text, strict=True) if letter == DATE), None)
    later = day is None and _LATER.search(short.text) is not None
    return Echo(short.signs_in(names.start(), names.end(), PERSON), day, later)


def _echo(short: Shorthand, match: re.Match[str], base: int) -> Echo:
    signs = short.signs_in(base + match.start("n"), base + match.end("n"), PERSON)
    day = short.sign(base + match.start("d")) if match["d"] else None
    later = day is None and _LATER.match(short.text[base + match.end() :].lstrip(" ").split(" ", 1)[-1]) is not None
    return Echo(signs, day, later)
