"""Further phrases of French news: turning one's back, being shown the door, becoming independent, changing sides.

Beside each rule stands what it is for and, after « pas », what it must not match.
"""

from __future__ import annotations

import re

from scripts.caucus_changes.shorthand import DATE, PARTY, PERSON, Shorthand
from scripts.caucus_changes.triggers import (
    ACTIVE,
    OBJECT,
    PASSIVE,
    Rule,
    Trigger,
    after_leaving,
    is_caucus,
    needs_of,
    party_sign,
    thing_pattern,
    told,
)
from scripts.caucus_changes.words import FUTURE, PARTICIPLE, PAST, THIRD, Words, words_of

_OF = r"(?:du|de\sla|de\sl'|des|de|d'|au\ssein|avec|dans|parmi)"
_FINITE = frozenset({PAST, THIRD})


def french_idioms() -> tuple[Rule, ...]:
    """The rules, each with the words of which one must be in the sentence."""
    words = words_of("fr")
    thing, other = thing_pattern(words, "a"), thing_pattern(words, "b")
    adverb = rf"(?:\s(?:[a-zé]+ment|{DATE}|hier|ainsi|également|désormais))?"
    people = rf"{PERSON}(?:(?:,|\set)\s{PERSON}){{0,11}}"
    remove, suspend = words.verbs["remove"].pattern, words.verbs["suspend"].pattern
    rules = [
        # « ne fait plus partie du caucus », « n'est plus membre du G »; pas « ne fait pas partie de la liste »
        (
            "state",
            rf"\b(?P<v>ne\s(?:fait|font|faisait|fera|feront)\s(?:désormais\s)?plus\spartie|n'(?:est|était|sont"
            rf"|étaient)\s(?:désormais\s)?plus"
            r"\s(?:membres?|députée?s?|(?:une?\s)?(?:députée?|membre|élue?)|le\s\w+|la\s\w+|avec)|ne\s(?:siège"
            r"|siègent|siégera|siégeront)\splus"
            rf"(?:\s(?:au\ssein|avec|dans|parmi|comme\s\w+|sous\sla\sbannière|sous\sles\scouleurs))?)\s(?={_OF}|les?\b|la\b|l'|au)(?:avec\s|dans\s"
            rf"|parmi\s|au\ssein\s)?{thing}",
            _read_state,
            "plus",
        ),
        # « en a été expulsée », « en est exclu »: du caucus dont on vient de parler; pas du conseil des ministres
        (
            "bare_en",
            rf"\ben\s(?:a|ont|avait|avaient|est|sont|fut|aura)\s(?:été\s)?(?:[a-zé]+ment\s)?(?P<v>{remove}"
            rf"|{suspend})\b",
            _read_en,
            "en",
        ),
        # « Le chef les a expulsées mardi », où il est question du caucus; pas « les a expulsées de la salle »
        (
            "bare_removes",
            rf"\b(?P<whom>l'|les)\s?(?:a|ont|avait|avaient)\s(?:aussitôt\s)?(?P<v>{remove}|{suspend})"
            rf"(?=[.,;]|$|\s(?:{DATE}|le\s{DATE}|en\s{DATE}|après|pour\savoir))",
            _read_removes_them,
            " ".join(sorted(needs_of(words, "removes") | needs_of(words, "suspends"))),
        ),
        # « il l'a quitté mardi », « en a claqué la porte »
        (
            "bare_left",
            r"\b(?:(?:l'|les\s)(?:a|ont|avait|avaient)\s(?P<v>quittée?s?)|en\s(?:a|ont|avait|est"
            r"|sont)\s(?P<w>claqué\sla\sporte|démissionné"
            r"|sortie?s?|partie?s?))\b",
            _read_left,
            "quitté quittée quittés quittées claqué démissionné sorti sortie partie parti",
        ),
        # « tourne le dos aux G », « rompt avec le G »; pas « tourne le dos à la caméra »
        (
            "leave_to",
            r"\b(?P<v>(?:tourn(?:e|ent|é|era)|tournait)\sle\sdos|fai(?:t|re)\sfaux\sbond|(?:fait|font|fera)\sses\sadieux|(?:dit|disent)\s(?:adieu"
            r"|au\srevoir))"
            rf"{adverb}\s(?=à|au|aux)(?:à\s)?{thing}",
            _read_leave,
            "dos faux adieu revoir adieux",
        ),
        (
            "leave_with",
            rf"\b(?P<v>romp(?:t|u|ent|ra)|rompu\sles\srangs|coup(?:e|é|ent)\sles\sponts|prend\sses\sdistances"
            rf"|(?:pris|prend)\scongé){adverb}"
            rf"\s(?:avec|de|d')\s?{thing}",
            _read_leave,
            "rompt rompu rompent rompra coupe coupé coupent congé",
        ),
        # « s'en va du caucus G », « s'en est allée du G »; pas « s'en va de la réunion »
        (
            "goes_away",
            rf"\b(?P<v>s'en\s(?:va|vont|allait|allaient|ira|iront|est\sallée?|sont\sallée?s)){adverb}\s(?={_OF}){thing}",
            _read_leave,
            "va vont allait allaient ira iront allé allée allés allées",
        ),
        # « devient libéral », « est désormais conservatrice »; pas « devient chef libéral »
        (
            "becomes_party",
            rf"\b(?P<v>devient|deviennent|est\sdevenue?|(?:est|sont)\s(?:désormais|maintenant|dorénavant))\s(?:une?\s)?(?:députée?s?\s|élue?s?\s)?"
            rf"(?P<b>{PARTY})(?=[.,;]|$|\sà\sson\stour)",
            _read_becomes_party,
            "devient deviennent devenu devenue désormais maintenant dorénavant",
        ),
        # « a rendu sa carte du G »; pas « a rendu sa carte de presse »
        (
            "card",
            rf"\b(?P<v>(?:rendu?|rend|remis|remet|déchiré?e?|retourné?)\s(?:sa"
            rf"|leur)s?\scartes?)(?:\sde\smembre)?\s(?={_OF}){thing}",
            _read_leave,
            "carte cartes",
        ),
        # « devient indépendant », « est désormais députée indépendante »;
        # pas « pourrait devenir indépendant », « un esprit indépendant »
        (
            "becomes_independent",
            r"\b(?P<v>devient|deviennent|devenue?s?|deviendra|deviendront|(?:est|sont)\s(?:désormais|maintenant"
            r"|dorénavant|aujourd'hui)|sera(?:\sdésormais)?"
            r"|seront|se\sretrouve(?:nt|ra)?|se\sdéclare|s'est\sdéclarée?)\s(?:(?:une?"
            r"|des)\s)?(?:comme\s)?(?:(?:députée?s?|élue?s?|sénat(?:eur|rice)s?)\s)?"
            r"(?:indépendante?s?|non[\s-]affiliée?s?)\b(?!\s(?:de|du|d'|des|financ))",
            _read_becomes,
            "indépendant indépendante indépendants indépendantes affilié affiliée affiliés",
        ),
        # « siège parmi les indépendants », « s'en va chez les indépendants »
        (
            "among_independents",
            r"\b(?P<v>siège(?:nt|ra|ront)?|siégera|siégeront|rejoint|rejoignent|a\srejoint|ira\ssiéger"
            r"|s'en\sva)\s(?:désormais\s|maintenant\s)?"
            r"(?:avec|parmi|chez|du\scôté\sdes|aux\scôtés\sdes|sur\sles\sbanquettes\sdes|les"
            r"|le\sbanc\sdes)\s?(?:les\s|autres\s|députés\s){0,2}"
            r"indépendant(?:e?s|s)\b",
            _read_becomes,
            "indépendants indépendantes",
        ),
        # « les G ont montré la porte à P », « le chef a montré la porte du caucus à P »; pas « la porte d'entrée »
        (
            "shows_the_door",
            rf"\b(?P<v>(?:montr(?:e|ent|é|era)|indiqu(?:e|é|ent))\sla\sporte)(?:\s(?=du\b|de\sson"
            rf"|de\sleur){thing})?{adverb}\s(?:à|au|aux)\s?(?P<whom>{people})",
            _read_door,
            "porte",
        ),
        # « P est largué par les G », « a été exclu par son parti »; pas « exclu par le comité »
        (
            "removed_by",
            rf"\b(?P<v>{remove}|{suspend}|montrer\sla\sporte){adverb}\spar\s{thing}",
            _read_removed_by,
            "par",
        ),
        # « change d'allégeance », « a changé de camp pour rejoindre les G »; pas « ne changera pas d'allégeance »
        (
            "changes_side",
            r"\b(?P<v>(?:chang(?:e|é|ent|era|eait)\s(?:d'allégeance|de\scamp|de\sparti|de\sformation)|vir(?:e"
            r"|é)\scapot|(?:a|ont|avait)\stransfugé))\b",
            _read_changes,
            "allégeance camp parti formation capot transfugé",
        ),
        # « fait le saut chez les G »; pas « a fait le saut en politique »
        (
            "jumps",
            r"\b(?P<v>(?:fait|font|fera|effectue|a\sfait)\s(?:le\ssaut|défection)|(?:pass|migr)(?:e|ent|é|ée|és"
            r"|era)(?:\sarmes\set\sbagages)?|bascul(?:e|é))"
            rf"{adverb}\s(?:(?:du|des|de\sla)\s(?P<c>{PARTY})\s)?(?:chez|dans\sle\scamp|du\scôté|vers"
            rf"|(?=au\s{PARTY}|aux\s{PARTY}|à\sla\s{PARTY})|pour\s(?:re)?joindre|pour\sse\sjoindre|pour\srallier"
            rf"|dans\sles\srangs)\s?{other}",
            _read_jumps,
            "saut défection passe passent passé passée passés passera migre migré bascule basculé",
        ),
        # « a troqué les G pour les G »; pas « a troqué sa cravate pour un chandail libéral »
        (
            "traded",
            rf"\b(?P<v>troqu(?:e|é|ent)|délaiss(?:e|é|ent)|abandonn(?:e|é|ent)|laiss(?:e|é)|lâch(?:e"
            rf"|é)){adverb}\s{thing}{adverb}\s(?:pour|au\sprofit\sd(?:e|u|es))\s?{other}",
            _read_traded,
            "troque troqué troquent délaisse délaissé abandonne abandonné abandonnent laisse laissé lâche lâché",
        ),
        # « a troqué les couleurs du G pour celles du G »; pas « a troqué ses couleurs pour du gris »
        (
            "traded_colours",
            rf"\b(?P<v>troqu(?:e|é|ent|a|ait)|échang(?:e|é|ent|ea|eait)){adverb}{adverb}\s(?:les\scouleurs|la\sbannière|le\schandail|l'étiquette|l'uniforme)"
            rf"\s(?:(?:du|de\sla|des|de)\s|d')?(?P<a>{PARTY})\s(?:pour|contre)\s(?:celles?|celui|les\scouleurs|la\sbannière|l'étiquette)"
            rf"\s(?:(?:du|de\sla|des|de)\s|d')?(?P<b>{PARTY})",
            _read_traded,
            "troque troqué troquent troqua troquait échange échangé échangent échangea échangeait",
        ),
        # « les G accueillent P dans leur caucus »; pas « accueillent P avec froideur »
        (
            "welcomed_by",
            rf"(?:^|[\s']){other}(?:\s(?:a|ont|vient\sd'|viennent\sd'))?\s?(?P<v>accueill(?:e|ent|i|ir|era)"
            rf"|recrut(?:e|ent|é)|gagn(?:e|ent|é)|repêch(?:e|ent|é))"
            rf"\s(?P<whom>{people})\s(?:dans|au\ssein\sde|parmi)\s(?:leur|ses|son|leurs|le)\s(?:caucus|rangs"
            rf"|banquettes|troupes|députation|équipe)",
            _read_welcomed,
            "accueille accueillent accueilli accueillir recrute recrutent recruté gagne gagnent gagné"
            " repêche repêchent repêché",
        ),
        # « ont siégé sous le nom de G », « siégeront sous la bannière du G »; pas « élu sous la bannière du G »
        (
            "sits_under",
            rf"\b(?P<v>sièg(?:e|ent|era)|siég(?:é|era|eront|eaient))\s(?:[\w']+\s){{0,4}}?sous\s(?:le\snom"
            rf"|la\sbannière|l'étiquette)\s(?:du|de\sla|de|d')\s?(?P<b>{PARTY})",
            _read_sits_under,
            "sous",
        ),
        # « n'est plus libéral »; pas « n'est plus le chef libéral »
        (
            "no_longer",
            rf"\b(?P<v>n'(?:est|était|sont)\s(?:désormais\s)?plus)\s(?:un\s|une\s|des\s)?(?P<a>{PARTY})(?=[.,;]|$)",
            _read_no_longer,
            "plus",
        ),
        # « siège maintenant avec les G »; pas « siège avec les G au comité »
        (
            "sits_with",
            rf"\b(?P<v>sièg(?:e|ent|era|eront)|siégera|siégeront)\s(?:désormais|maintenant|dorénavant)\s(?:avec"
            rf"|chez|comme|parmi|du\scôté\sde)\s?{other}",
            _read_sits_with,
            "désormais maintenant dorénavant",
        ),
        # « siège désormais sous les couleurs libérales »; pas « élu sous les couleurs libérales »
        (
            "sits_under_colours",
            rf"\b(?P<v>sièg(?:e|ent)|siégera|siégeront)\s(?:désormais\s|maintenant\s|dorénavant\s|{DATE}\s){{1,2}}sous"
            rf"\s(?:les\scouleurs|la\sbannière|l'étiquette)\s(?:du\s|de\sla\s|des\s|de\s|d')?(?P<b>{PARTY})",
            _read_sits_with_colours,
            "sous",
        ),
        # « reprennent leur place au G », « a repris son siège au sein du caucus »; pas « a repris sa place à table »
        (
            "takes_place_again",
            rf"\b(?P<v>repren(?:d|nent|ait|aient|dra|dront)|repris){adverb}\s(?:sa|leur|son|leurs)\s(?:places?|sièges?)\s"
            rf"(?=au|aux|dans|parmi|avec|chez|à\sla)(?:dans\s|parmi\s|avec\s|chez\s|à\s)?{other}",
            _read_place_again,
            "reprend reprennent reprenait reprenaient reprendra reprendront repris",
        ),
        # « le député a été réintégré mercredi », où il est question du caucus; pas « réintégré dans ses fonctions »
        (
            "bare_readmitted",
            rf"\b(?:été|est|sont|fut)\s(?:[a-zé]+ment\s)?(?P<v>réintégrée?s?|réadmis(?:es?)?)(?=[.,;]|$|\s(?:{DATE}|le\s{DATE}|par\sle\schef))",
            _read_bare_readmitted,
            "réintégré réintégrée réintégrés réintégrées réadmis réadmise réadmises",
        ),
        # « le caucus G a voté l'expulsion de P »; pas « a rejeté l'expulsion de P »
        (
            "votes_to_remove",
            rf"\b(?P<v>(?:voté|décidé|décrété|annoncé|vote|décrète|annonce|approuvé))\s(?:{DATE}\s"
            rf"|à\sl'unanimité\s)?(?:l'expulsion|l'exclusion|la\ssuspension)"
            rf"\s(?:du\s|de\sla\s|de\s|d'|des\s)(?P<whom>{people})",
            _read_votes,
            "expulsion exclusion suspension",
        ),
        # « le G se départit de P »; pas « se départit de son candidat »
        (
            "gets_rid",
            rf"(?:^|\s){other}\s(?P<v>se\s(?:départi(?:t|ssent)|débarrasse(?:nt)?|sépare(?:nt)?))\s(?:du\s"
            rf"|de\sla\s|de\s|d'|des\s)(?P<whom>{people})",
            _read_gets_rid,
            "départit départissent débarrasse débarrassent sépare séparent",
        ),
    ]
    return tuple(
        Rule(name, re.compile(pattern), read, frozenset(needs.split())) for name, pattern, read, needs in rules
    )


def _read_state(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    left, caucus = party_sign(short, match, "a"), is_caucus(match, "a")
    if left is None and not caucus:
        return None
    forms = frozenset({PARTICIPLE})
    return told(match, "resigned", ACTIVE, "state", forms, left=left, caucus=caucus, strong=False)


def _read_en(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    kind = "suspended" if words.verbs["suspend"].form(match["v"]) else "expelled"
    if re.match(r"\s(?:de|du|des|d')\b", short.text[match.end() :]):
        return None
    return Trigger(kind, match.start(), match.end(), PASSIVE, "bare_removed", frozenset({PARTICIPLE}))


def _read_removes_them(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    kind = "suspended" if words.verbs["suspend"].form(match["v"]) else "expelled"
    return told(match, kind, OBJECT, "bare_removed", frozenset({PARTICIPLE}), whom=match.span("whom"))


def _read_left(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    return Trigger("resigned", match.start(), match.end(), ACTIVE, "bare_left", _FINITE)


def _read_leave(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    left, caucus = party_sign(short, match, "a"), is_caucus(match, "a")
    if left is None and not caucus and not _is_own_party(short, match):
        return None
    joined, independent = after_leaving(short, match.end())
    kind = "crossed_floor" if joined else "resigned"
    moved = caucus or independent or joined is not None
    return told(
        match, kind, ACTIVE, "leave_from", _FINITE, left=left, joined=joined, independent=independent, caucus=moved
    )


# « tourne le dos à la formation de P », « à son parti »; pas « tourne le dos au parti pris »
_OWN = re.compile(r"\b(?:son|sa|leur)\s(?:\w+\s){0,2}$")
_OF_A_LEADER = re.compile(rf"\s(?:de\s|d'){PERSON}")


def _is_own_party(short: Shorthand, match: re.Match[str]) -> bool:
    """Whether "le parti" of a phrase is the member's own, or that of somebody named after it."""
    if match["a_alone"] not in ("parti", "formation", "formation politique"):
        return False
    before = short.text[match.start() : match.start("a_alone")]
    return bool(_OWN.search(before) or _OF_A_LEADER.match(short.text, match.end()))


def _read_becomes(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    forms = frozenset({FUTURE}) if match["v"].endswith(("ra", "ront")) else frozenset({PARTICIPLE})
    return told(match, "resigned", ACTIVE, "sits_as_independent", forms, independent=True, caucus=True, strong=False)


def _read_door(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    left, caucus = party_sign(short, match, "a"), is_caucus(match, "a")
    agent = short.text[: match.start()]
    led = any(
        s is not None and s.title_signs and re.search(r"\b(?:chef|cheffe|premier)\b", s.title) for s in short.signs
    )
    called = short.sign(match.start("whom")).title_signs
    by_a_chief = bool(called) and re.search(r"\b[Pp]remi(?:er|ère)\sministre\b|\b[Cc]heff?e?\b", agent)
    if (
        not caucus
        and not by_a_chief
        and PARTY not in agent
        and not led
        and not (PERSON in agent and re.search(r"\bcaucus\b|indépendant", short.text))
    ):
        return None
    whom = match.span("whom")
    return told(match, "expelled", OBJECT, "removes", _FINITE, left=left, whom=whom, caucus=caucus)


def _read_removed_by(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    kind = "suspended" if words.verbs["suspend"].form(match["v"]) else "expelled"
    forms = words.verbs["suspend" if kind == "suspended" else "remove"].form(match["v"])
    left, caucus = party_sign(short, match, "a"), is_caucus(match, "a")
    if PARTICIPLE not in forms or (left is None and not caucus and match["a_alone"] != "parti"):
        return None
    return told(match, kind, PASSIVE, "removed_by", frozenset({PARTICIPLE}), left=left, caucus=caucus)


_TO = re.compile(
    rf"[^.;]{{0,70}}?\b(?:joindre|rejoindre|rejoint|joint|chez|rallier|rallié|vers|au\sprofit\sd\w+|passant"
    rf"|pour)\s?(?:[\wé']+\s){{0,4}}?(?P<g>{PARTY})"
)


def _read_changes(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    target = _TO.match(short.text, match.end())
    joined = short.sign(target.start("g")) if target else None
    if joined is None and match["v"].endswith(("parti", "formation")):
        return None
    return told(match, "crossed_floor", ACTIVE, "crossed_floor", _FINITE, joined=joined, caucus=joined is not None)


def _read_jumps(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    joined = party_sign(short, match, "b")
    if joined is None:
        return None
    left = short.sign(match.start("c")) if match["c"] else None
    return told(match, "crossed_floor", ACTIVE, "defect", _FINITE, left=left, joined=joined)


def _read_traded(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    left, joined = party_sign(short, match, "a"), party_sign(short, match, "b")
    if left is None or joined is None:
        return None
    return told(match, "crossed_floor", ACTIVE, "traded", _FINITE, left=left, joined=joined)


def _read_welcomed(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    joined = party_sign(short, match, "b")
    if joined is None:
        return None
    whom = match.span("whom")
    return told(match, "joined", OBJECT, "welcomed_by", _FINITE, joined=joined, whom=whom, caucus=True)


def _read_no_longer(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    left, forms = short.sign(match.start("a")), frozenset({PARTICIPLE})
    return told(match, "resigned", ACTIVE, "state", forms, left=left, strong=False)


def _read_sits_with(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    joined = party_sign(short, match, "b")
    if joined is None:
        return None
    return told(match, "joined", ACTIVE, "now_party", _FINITE, joined=joined, caucus=True, strong=False)


def _read_sits_with_colours(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    joined = short.sign(match.start("b"))
    return told(match, "joined", ACTIVE, "now_party", _FINITE, joined=joined, caucus=True, strong=False)


def _read_becomes_party(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    joined = short.sign(match.start("b"))
    return told(match, "joined", ACTIVE, "now_party", _FINITE, joined=joined, strong=False)


def _read_bare_readmitted(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    if not re.search(r"\bcaucus\b", short.text):
        return None
    return told(match, "reinstated", PASSIVE, "readmitted", frozenset({PARTICIPLE}), caucus=True)


def _read_place_again(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    joined, caucus = party_sign(short, match, "b"), is_caucus(match, "b")
    if joined is None and not caucus:
        return None
    return told(match, "reinstated", ACTIVE, "returned", _FINITE, joined=joined, caucus=caucus)


def _read_votes(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    if not re.search(r"\bcaucus\b", short.text):
        return None
    kind, whom = "suspended" if "suspension" in match.group() else "expelled", match.span("whom")
    return told(match, kind, OBJECT, "removes", _FINITE, whom=whom, caucus=True)


def _read_gets_rid(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    left, whom = party_sign(short, match, "b"), match.span("whom")
    return told(match, "expelled", OBJECT, "party_removes", _FINITE, left=left, whom=whom) if left else None


def _read_sits_under(short: Shorthand, match: re.Match[str], words: Words) -> Trigger | None:
    joined = short.sign(match.start("b"))
    return told(match, "formed_group", ACTIVE, "formed_group", _FINITE, joined=joined, caucus=True)
