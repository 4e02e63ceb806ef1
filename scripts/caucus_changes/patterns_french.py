"""The phrases of French news that tell of a change of caucus.

Beside each rule stands what it is for and, after « pas », what it must not match.
"""

from __future__ import annotations

import re

from scripts.caucus_changes.shorthand import DATE, PARTY, PERSON, Shorthand
from scripts.caucus_changes.triggers import (
    ACTIVE,
    OBJECT,
    OF,
    PASSIVE,
    POSSESSED,
    Reader,
    Rule,
    Trigger,
    is_caucus,
    needs_of,
    noun_kind,
    party_sign,
    read_join,
    read_leaving,
    read_taken_back,
    thing_pattern,
    told,
)
from scripts.caucus_changes.words import BASE, FUTURE, GERUND, PARTICIPLE, THIRD, Words, words_of


def french_rules() -> tuple[Rule, ...]:
    words = words_of("fr")
    v = {group: verbs.pattern for group, verbs in words.verbs.items()}
    thing, other = thing_pattern(words, "a"), thing_pattern(words, "b")
    adverb = (
        rf"(?:,?\s(?:[a-zé]+ment|ensemble|tous\s(?:les\s)?(?:deux|trois)|{DATE}|avec fracas|hier"
        r"|ainsi|également|à\s(?:son|leur)\stour"
        r"|(?:elles?|lui|eux)\saussi|à\snouveau|de\snouveau|donc|alors),?){0,2}"
    )
    of = r"(?:du|de\sla|de\sl'|des|de|d'|hors\sdu)"
    people = rf"{PERSON}(?:(?:,|\set)\s{PERSON}){{0,11}}"
    patterns: list[tuple[str, str, Reader]] = [
        # « a quitté le caucus libéral », « quitte le Bloc pour siéger comme indépendante »
        (
            "leave",
            rf"\b(?P<v>{v['leave']}){adverb}\s(?:(?:le|ses|son)\s[\w\s]{{0,20}}\set\s)?{thing}",
            read_leaving("leave"),
        ),
        # « a démissionné du caucus »; pas « a démissionné du cabinet »
        (
            "leave_from",
            rf"\b(?P<v>{v['leave_from']}){adverb}\s(?:{of}\s[\w\s]{{0,24}}?\set\s"
            rf"|non\s(?:seulement|pas|plus\sseulement)\s{of}\s?[\w\s']{{0,40}}?,?\smais\s(?:aussi\s|également\s|bien\s)?)?(?={of}){thing}",
            _read_leaving_from,
        ),
        # « a été expulsé du caucus »
        (
            "removed_from",
            rf"\b(?P<v>{v['remove']}){adverb}\s(?={of}){thing}",
            _read_french_removed("expelled", "remove"),
        ),
        (
            "suspended_from",
            rf"\b(?P<v>{v['suspend']}){adverb}\s(?={of}){thing}",
            _read_french_removed("suspended", "suspend"),
        ),
        # « Le chef expulse P et P du caucus »
        (
            "removes",
            rf"\b(?P<v>{v['remove']}){adverb}\s(?P<whom>{people}){adverb}\s(?={of}){thing}",
            _read_french_removes("expelled", "remove"),
        ),
        (
            "suspends",
            rf"\b(?P<v>{v['suspend']}){adverb}\s(?P<whom>{people}){adverb}\s(?={of}){thing}",
            _read_french_removes("suspended", "suspend"),
        ),
        # « Le NPD expulse la députée P »; pas « le NPD a exclu P comme candidate »
        (
            "party_removes",
            rf"(?:^|\s){other}\s(?:a\s|ont\s|vient\sd')?(?P<v>{v['remove']}|{v['suspend']}){adverb}\s"
            rf"(?P<whom>{people})(?!\s(?:de|du|des|comme|d')\b)",
            _read_french_party_removes,
        ),
        # « a traversé le parquet », « change de camp »
        (
            "cross",
            rf"\b(?P<v>{v['cross']})\s(?:le\s(?:parquet|plancher)|(?:la\s[Cc]hambre|l'allée)(?=\s(?:pour|afin|et|vers)))\b",
            _read_cross_french,
        ),
        (
            "defect",
            rf"\b(?P<v>{v['defect']}){adverb}(?:\s(?={of}){thing})?\s(?=au|aux|à\sla|chez|dans)(?:chez\s|dans\s|à"
            rf"\s)?{other}",
            _read_move_french,
        ),
        # « s'est joint au caucus », « rejoint les rangs du Bloc »
        ("join", rf"\b(?P<v>{v['join']}){adverb}\s(?:à\s)?{other}", read_join),
        # « a regagné les rangs du Bloc », « réintègre le caucus »; pas « a regagné son bureau »
        (
            "regained",
            rf"\b(?P<v>regagn(?:e|ent|é|era|eront)|réintègr(?:e|ent|era|eront)|(?:a|ont)\s(?:réintégré|retrouvé)){adverb}\s{other}",
            _read_regained,
        ),
        ("readmitted", rf"\b(?P<v>{v['readmit']}){adverb}\s(?:dans\s|au\ssein\s|à\s)?{other}", read_taken_back),
        (
            "returned",
            rf"\b(?P<v>{v['go_back']}){adverb}\s(?=au|aux|dans|à\sla|à\sl'|à\sson|à\ssa)(?:dans\s|à\s)?{other}",
            _read_returned_french,
        ),
        # « siégera comme indépendant »
        (
            "sit",
            rf"\b(?P<v>{v['sit']})\s(?:[\w'’]+\s|{DATE}\s){{0,7}}?(?:comme|à\stitre\s(?:de|d')|en\stant\sque|en"
            r"\stant\squ')\s?(?:députée?s?\s)?indépendante?s?\b",
            _read_sit_french,
        ),
        (
            "form",
            rf"\b(?P<v>{v['form']})\s(?:un|une|son|sa|leur|le)\s(?:propre\s|nouveau\s|nouvelle\s)(?P<group>parti"
            r"|groupe|formation)\b(?P<b>(?!))?",
            _read_form_french,
        ),
        # « son expulsion du caucus », « la démission de P du caucus »
        (
            "noun",
            rf"(?:(?P<owner>(?!))|\b(?P<pronoun>[Ss]on|[Ss]a|[Ll]eur))\s(?P<n>{'|'.join(words.nouns.values())})\s"
            rf"(?={of}|au|aux|vers|à)(?:vers\s|à\s)?{thing}(?P<b>(?!))?",
            _read_noun_french,
        ),
        (
            "noun_of",
            rf"\b(?P<n>{'|'.join(words.nouns.values())})\s(?:du\s|de\sla\s|de\s|d'"
            rf"|des\s)(?P<whom>{people})\s(?={of}|au|aux|vers|à)(?:vers\s|à"
            rf"\s)?{thing}(?P<b>(?!))?",
            _read_noun_french,
        ),
    ]
    return tuple(
        Rule(name, re.compile(pattern), read, _NEEDS.get(name) or needs_of(words, name))
        for name, pattern, read in patterns
    )


def _read_leaving_from(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    if match["v"].lower().startswith("partie") and _PART_OF.search(
        short.text, max(0, match.start() - 30), match.start()
    ):
        return None  # « fait partie du caucus »
    return read_leaving("leave_from")(short, match, words)


_PART_OF = re.compile(r"\b(?:fai\w+|font|fass\w+|fer\w+|fît)\s(?:\w+\s){0,2}$")


def _read_french_removed(kind: str, group: str) -> Reader:
    def read(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
        forms = words.verbs[group].form(match["v"])
        before = short.text[max(0, match.start() - 60) : match.start()]
        clitic = _CLITIC.search(before)
        if clitic is not None:
            # « le chef l'a expulsée du caucus »
            whom = (match.start() - len(before) + clitic.start("c"), match.start() - len(before) + clitic.end("c"))
            left, forms = party_sign(short, match, "a"), frozenset({PARTICIPLE})
            return told(match, kind, OBJECT, f"{group}s", forms, left=left, whom=whom, caucus=is_caucus(match, "a"))
        if before.endswith(_LET_HAPPEN):
            # « s'est fait montrer la porte du caucus »
            return _passive(kind, group, short, match)
        relative = _WHOM.search(before)
        if relative is not None and PARTICIPLE in forms:
            # « P, que le chef a exclue du caucus »
            start = match.start() - len(before)
            whom = (start + relative.start("p"), start + relative.end("p"))
            left, forms = party_sign(short, match, "a"), frozenset({PARTICIPLE})
            return told(match, kind, OBJECT, f"{group}s", forms, left=left, whom=whom, caucus=is_caucus(match, "a"))
        acting = _ACTING.search(before) is not None
        if acting or (forms & {BASE, THIRD, FUTURE} and _REFLEXIVE.search(before) is None):
            # « le chef a suspendu D de son caucus P et P », « s'est résolu à exclure de son caucus P »;
            # pas « le chef a suspendu du caucus quiconque »
            object_ = re.match(rf",?\s(?:(?:les?|la)\s)?(?:deux\s|trois\s)?(?P<n>{_PEOPLE})", short.text[match.end() :])
            if object_ is None:
                return None
            whom = (match.end() + object_.start("n"), match.end() + object_.end("n"))
            left, forms = party_sign(short, match, "a"), frozenset({PARTICIPLE}) if acting else forms
            return told(match, kind, OBJECT, f"{group}s", forms, left=left, whom=whom, caucus=is_caucus(match, "a"))
        if PARTICIPLE not in forms:
            # « se retire du caucus »: by own decision
            return None
        if match["v"].lower().startswith("sorti") and not before.strip("«» "):
            # « Sorti du caucus, P ... »; pas « Sorti du caucus par son chef, P »
            if re.match(r"[^,;]{0,40}\bpar\s", short.text[match.end() :]):
                return _passive(kind, group, short, match)
            left, caucus = party_sign(short, match, "a"), is_caucus(match, "a")
            return told(match, "resigned", ACTIVE, "leave_from", forms, left=left, caucus=caucus, strong=False)
        if group == "remove" and match["v"].lower().startswith(("retir", "sort")):
            return (
                None
                if re.search(r"(?:s'est|se\ssont|s'était|est|sont)\s$", before) and "été" not in before
                else _passive(kind, group, short, match)
            )
        return _passive(kind, group, short, match)

    return read


_LET_HAPPEN = (
    *("se fait ", "se font ", "s'est fait ", "se sont fait ", "s'était fait ", "se voit ", "s'est vu ", "s'est vue "),
    *("se sont vu ", "se sont vus ", "s'était vu ", "s'était vue "),
)
_PEOPLE = rf"{PERSON}(?:(?:,|\set)\s{PERSON}){{0,11}}"
_ACTING = re.compile(rf"(?<!s')(?<!\bse\s)\b(?:a|ont|avait|avaient|aura)\s(?:(?!été\b)\w+\s|{DATE}\s){{0,2}}$")
_WHOM = re.compile(
    rf"(?P<p>{PERSON}),?\s(?:que\s(?:(?:M\.|Mme|le|la|son|sa)\s)?(?:\w+\s)?{PERSON}|que\s(?:le|la|son|sa|les|ses)\s(?:\w+\s){{1,2}}?(?<=\s)"
    rf"|que\s{PARTY}|qu'(?:il|elle|on))\s?(?:a|ont|avait|avaient)\s(?:\w+\s)?$"
)
_REFLEXIVE = re.compile(r"(?:\bse\s|\bs'|\bsoi\s|\bl'|\bles\s)$")
_CLITIC = re.compile(
    r"\b(?P<c>l'|les\s)(?:a|ont|avait|avaient)\s(?:(?:aussi|également|aussitôt|alors|finalement|ensuite|déjà|même|\w+ment|en\soutre"
    r"|(?:à|de)\s(?:son|leur)\s(?:propre\s)?(?:tour|chef)|du\smême\scoup)\s){0,2}$"
)


def _passive(kind: str, group: str, short: Shorthand, match: re.Match[str]) -> Trigger:
    return told(
        match,
        kind,
        PASSIVE,
        {"remove": "removed_from", "suspend": "suspended_from"}[group],
        frozenset({PARTICIPLE}),
        left=party_sign(short, match, "a"),
        caucus=is_caucus(match, "a"),
    )


def _read_french_party_removes(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    suspended = bool(words.verbs["suspend"].form(match["v"]))
    forms = words.verbs["suspend" if suspended else "remove"].form(match["v"])
    if match["v"].lower().startswith(("retir", "sort", "montr")) or forms <= {BASE, GERUND}:
        return None
    kind = "suspended" if suspended else "expelled"
    left = party_sign(short, match, "b")
    return told(match, kind, OBJECT, "party_removes", forms, left=left, whom=match.span("whom"))


def _read_french_removes(kind: str, group: str) -> Reader:
    def read(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
        return told(
            match,
            kind,
            OBJECT,
            f"{group}s",
            words.verbs[group].form(match["v"]),
            left=party_sign(short, match, "a"),
            whom=match.span("whom"),
            caucus=is_caucus(match, "a"),
        )

    return read


_FRENCH_TO = re.compile(
    rf"[^.;:]{{0,60}}?\b(?:au|aux|à|joindre|rejoindre|vers|chez|pour)\s?(?:[\wé']+\s){{0,4}}?(?P<g>{PARTY})"
)


def _read_cross_french(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    ahead = short.text[match.end() : match.end() + 120]
    target = _FRENCH_TO.match(ahead)
    joined = short.sign(match.end() + target.start("g")) if target else None
    return told(
        match,
        "crossed_floor",
        ACTIVE,
        "crossed_floor",
        words.verbs["cross"].form(match["v"]),
        joined=joined,
        caucus=True,
    )


def _read_move_french(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    joined = party_sign(short, match, "b")
    if joined is None:
        return None
    return told(
        match,
        "crossed_floor",
        ACTIVE,
        "defect",
        words.verbs["defect"].form(match["v"]),
        left=party_sign(short, match, "a"),
        joined=joined,
    )


def _read_returned_french(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    joined, caucus = party_sign(short, match, "b"), is_caucus(match, "b")
    if joined is None and not caucus:
        return None
    return told(
        match, "reinstated", ACTIVE, "returned", words.verbs["go_back"].form(match["v"]), joined=joined, caucus=caucus
    )


_NEEDS = {
    "regained": frozenset(
        {"regagne", "regagnent", "regagné", "regagnera", "regagneront", "réintègre", "réintègrent", "réintégrera"}
        | {"réintégreront", "réintègrera", "réintégré", "retrouvé"}
    )
}


def _read_regained(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    joined, caucus = party_sign(short, match, "b"), is_caucus(match, "b")
    if not caucus and (joined is None or match["v"].endswith("retrouvé")):
        return None
    forms = frozenset({FUTURE}) if match["v"].endswith(("ra", "ront")) else frozenset({PARTICIPLE, THIRD})
    return told(match, "reinstated", ACTIVE, "returned", forms, joined=joined, caucus=caucus)


def _read_sit_french(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    before = short.text[max(0, match.start() - 24) : match.start()].lower()
    if re.search(r"\b(?:continue|continuera|continué|continuer)\s(?:de|à|d')\s?$", before):
        return None
    return told(
        match,
        "resigned",
        ACTIVE,
        "sits_as_independent",
        words.verbs["sit"].form(match["v"]),
        independent=True,
        caucus=True,
        strong=False,
    )


def _read_form_french(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    return told(match, "formed_group", ACTIVE, "formed_group", words.verbs["form"].form(match["v"]))


def _read_noun_french(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    kind = noun_kind(match["n"], words)
    whom = match.span("whom") if "whom" in match.re.groupindex else match.span("pronoun")
    party = party_sign(short, match, "a")
    onward = kind in ("crossed_floor", "reinstated")
    return Trigger(
        kind,
        match.start(),
        match.end(),
        OF if "whom" in match.re.groupindex else POSSESSED,
        "noun",
        frozenset(),
        left=None if onward else party,
        joined=party if onward else None,
        whom=whom,
        caucus=is_caucus(match, "a"),
    )
