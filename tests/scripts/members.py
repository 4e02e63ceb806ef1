"""A small made-up register for the tests of caucus changes: members, seats, parties, and what `find_changes` makes of a text."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache
from types import SimpleNamespace

import pandas as pd

from scripts.articles.layout import lay_out
from scripts.candidates import Article, CaucusChange
from scripts.caucus_changes.finding import find_changes
from scripts.dates import find_dates
from scripts.parties import PartyName, PartyNames
from scripts.people.finding import find_cast
from scripts.people.gazetteer import Gazetteer

PUBLISHED = date(2023, 3, 24)
"""A Friday."""

# name, gender, party elected for, province, riding
MEMBERS = [
    ("Paul Harker", "man", "liberal", "Ontario", "Whitford"),
    ("Anna Delisle", "woman", "liberal", "Quebec", "Belrive"),
    ("Marie Cormier", "woman", "new-democratic", "New Brunswick", "Portage Bay"),
    ("Robert Lindgren", "man", "conservative", "Alberta", "Red Plain"),
    ("Susan Okafor", "woman", "conservative", "Ontario", "Lakeside North"),
    ("Daniel Brassard", "man", "bloc-quebecois", "Quebec", "Rivière-Haute"),
    ("Claire Pelchat", "woman", "bloc-quebecois", "Quebec", "Montcalme"),
    ("Peter Novak", "man", "independent", "Manitoba", "Elm Creek"),
    ("Helen Strand", "woman", "green", "British Columbia", "Gulf Shore"),
    ("Thomas Wilkie", "man", "liberal", "Nova Scotia", "Truro West"),
]
PARTIES = [
    ("liberal", ["Liberal", "Liberals", "Liberal Party", "Grits"], ["libéral", "libéraux", "Parti libéral"], "canada"),
    ("conservative", ["Conservative", "Conservatives", "Conservative Party", "Tory", "Tories"], ["conservateur", "conservateurs", "Parti conservateur"], "canada"),
    ("new-democratic", ["NDP", "New Democrat", "New Democrats", "New Democratic Party"], ["NPD", "néo-démocrate", "néo-démocrates"], "canada"),
    ("bloc-quebecois", ["Bloc Québécois", "Bloc"], ["Bloc québécois", "Bloc", "bloquiste", "bloquistes"], "canada"),
    ("green", ["Green", "Greens", "Green Party"], ["Parti vert", "Verts"], "canada"),
    ("independent", ["Independent", "Independents"], ["indépendant", "indépendante"], ""),
    ("ontario-liberal", ["Liberal", "Liberals", "Ontario Liberals"], ["libéral"], "ontario"),
    ("ontario-progressive-conservative", ["Progressive Conservative", "Progressive Conservatives", "PC", "PCs", "Tories"], [], "ontario"),
    ("ontario-new-democratic", ["NDP", "Ontario NDP"], [], "ontario"),
    ("alberta-united-conservative", ["United Conservative", "UCP"], [], "alberta"),
    ("british-columbia-liberal", ["Liberal", "Liberals"], [], "british-columbia"),
    ("quebec-liberal", ["Liberal", "Liberals"], ["libéral", "libéraux", "Parti libéral", "PLQ"], "quebec"),
    ("quebec-coalition-avenir", ["CAQ"], ["CAQ", "caquiste"], "quebec"),
]  # fmt: skip
CHAMBERS = [
    ("House of Commons", "canada", "MP"),
    ("Senate", "canada", "senator"),
    ("Legislative Assembly of Ontario", "ontario", "MPP"),
    ("National Assembly of Quebec", "quebec", "MNA"),
    ("Legislative Assembly of Alberta", "alberta", "MLA"),
    ("Legislative Assembly of British Columbia", "british-columbia", "MLA"),
    ("House of Assembly of Newfoundland and Labrador", "newfoundland-and-labrador", "MHA"),
]


def person_id(name: str) -> str:
    return name.lower().replace(" ", "-")


@cache
def party_names() -> PartyNames:
    """The names of `PARTIES`, ready to be found."""
    return PartyNames.build(
        PartyName(party, name, language, place)
        for party, english, french, place in PARTIES
        for language, names in (("en", english), ("fr", french))
        for name in names
    )


Recorded = tuple[str, str, str | None, str | None, str]
"""A change that the register has: name, day, from, to, kind."""


@cache
def gazetteer(recorded: tuple[Recorded, ...] = ()) -> Gazetteer:
    """The register of `MEMBERS`, each elected in 2021 and still sitting, and of the changes `recorded`."""
    people = [(person_id(n), n, n.split()[1], n.split()[0], g, None, None) for n, g, *_ in MEMBERS]
    seats = [
        (
            f"seat-{i}",
            person_id(n),
            "House of Commons",
            riding,
            province,
            "44",
            date(2021, 9, 20),
            None,
            None,
            party,
        )
        for i, (n, _, party, province, riding) in enumerate(MEMBERS)
    ]
    tables = SimpleNamespace(
        people=_table("person_id full_name family_name given_names gender born_on died_on", people),
        person_names=_table("person_id name kind", []),
        seats=_table(
            "seat_id person_id chamber constituency province parliament start end end_reason elected_as",
            seats,
        ),
        offices=_table("office_id person_id office organization portfolio start end", []),
        caucus_changes=_table(
            "change_id person_id chamber date date_precision from_party_id to_party_id kind",
            [
                (str(i), person_id(n), "House of Commons", date.fromisoformat(day), "day", left, joined, kind)
                for i, (n, day, left, joined, kind) in enumerate(recorded)
            ],
        ),
        parties=_table(
            "party_id name name_fr short_name abbreviation",
            [(p, e[0], (f or e)[0], e[0], None) for p, e, f, _ in PARTIES],
        ),
        party_names=_table(
            "party_id name language jurisdiction from to",
            [(p, n, "en", j, None, None) for p, e, _, j in PARTIES for n in e],
        ),
        chambers=_table("chamber name_fr jurisdiction member_title", [(c, c, j, t) for c, j, t in CHAMBERS]),
    )
    return Gazetteer.build(tables)


def _table(columns: str, rows: Sequence[tuple[object, ...]]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=columns.split(), dtype=object)


def changes(
    text: str,
    published_on: date | None = PUBLISHED,
    language: str = "en",
    recorded: tuple[Recorded, ...] = (),
) -> list[CaucusChange]:
    """What is found in a text: the whole chain from layout to rows, over the small register."""
    article = Article("test", text, published_on, language=language)
    layout, known = lay_out(text), gazetteer(recorded)
    cast = find_cast(article, layout, known)
    return find_changes(article, layout, cast, find_dates(text, published_on, language), party_names(), known)


Told = tuple[str, str, str | None, str | None, str | None]
"""A change as a test writes it: who, kind, from, to, and the date as far as it is known ("2023-03")."""


def seen(text: str, language: str = "en") -> list[Told]:
    """The changes that are found in a text, sorted."""
    cut = {"day": 10, "month": 7, "year": 4}
    rows = [
        (
            row.person.name,
            row.kind,
            row.from_party_id,
            row.to_party_id,
            row.date.isoformat()[: cut[row.date_precision or "day"]] if row.date else None,
        )
        for row in changes(text, language=language)
    ]
    return sorted(rows, key=str)
