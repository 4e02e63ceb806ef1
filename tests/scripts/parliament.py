"""A small Parliament for tests: a few members and office holders with their real seats, in the shape of the registers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

import pandas as pd

from scripts.articles.layout import lay_out
from scripts.candidates import Article
from scripts.people.finding import Cast, find_cast
from scripts.people.gazetteer import Gazetteer

COMMONS = "House of Commons"

PEOPLE = """
han-dong|Han Dong|Dong|Han|man||
charles-sousa|Charles Sousa|Sousa|Charles|man||
pierre-poilievre|Pierre Poilievre|Poilievre|Pierre|man||
jagmeet-singh|Jagmeet Singh|Singh|Jagmeet|man||
justin-trudeau|Justin Trudeau|Trudeau|Justin|man|1971-12-25|
pierre-elliott-trudeau|Pierre Elliott Trudeau|Trudeau|Pierre Elliott|man|1919-10-18|2000-09-28
jody-wilson-raybould|Jody Wilson-Raybould|Wilson-Raybould|Jody|woman||
chris-dentremont|Chris d'Entremont|d'Entremont|Chris|man||
chrystia-freeland|Chrystia Freeland|Freeland|Chrystia|woman||
melanie-joly|Mélanie Joly|Joly|Mélanie|woman||
lynn-beyak|Lynn Beyak|Beyak|Lynn|woman||
ryan-turnbull|Ryan Turnbull|Turnbull|Ryan|man||
elizabeth-may|Elizabeth May|May|Elizabeth|woman||
david-anderson-1937|David Anderson|Anderson|David|man|1937-08-16|
david-anderson-1957|David Anderson|Anderson|David|man|1957-08-12|
john-white-1811|John White|White|John|man||1897-09-24
richard-fadden|Richard Fadden|Fadden|Richard|man|||director of csis
gary-bikman|Gary Bikman|Bikman|Gary|man|||member of the legislative assembly of alberta
mark-polley|Mark Polley|Polley|Mark|man|||lawyer for han dong
john-fitzwilliam-stairs|John Fitzwilliam Stairs|Stairs|John Fitzwilliam|man||1904-09-26
"""
TOLD_ON = {
    "richard-fadden": (date(2018, 5, 1),),
    "gary-bikman": (date(2014, 12, 18),),
    "mark-polley": (date(2023, 3, 31),),
}
"""The days of the articles that tell of people without a seat or an office."""
SEATS = """
han-dong|House of Commons|Don Valley North|Ontario|2019-10-21|2021-09-19|liberal
han-dong|House of Commons|Don Valley North|Ontario|2021-09-20|2025-04-27|liberal
charles-sousa|House of Commons|Mississauga—Lakeshore|Ontario|2022-12-12||liberal
pierre-poilievre|House of Commons|Carleton|Ontario|2015-10-19|2025-04-27|conservative
jagmeet-singh|House of Commons|Burnaby South|British Columbia|2019-02-25|2025-04-27|new-democratic
justin-trudeau|House of Commons|Papineau|Quebec|2008-10-14|2025-04-27|liberal
pierre-elliott-trudeau|House of Commons|Mount Royal|Quebec|1965-11-08|1984-06-30|liberal
jody-wilson-raybould|House of Commons|Vancouver Granville|British Columbia|2015-10-19|2021-09-19|liberal
chris-dentremont|House of Commons|Acadie—Annapolis|Nova Scotia|2019-10-21||conservative
chrystia-freeland|House of Commons|University—Rosedale|Ontario|2015-10-19||liberal
melanie-joly|House of Commons|Ahuntsic-Cartierville|Quebec|2015-10-19||liberal
lynn-beyak|Senate|Ontario|Ontario|2013-01-25|2021-01-25|conservative
ryan-turnbull|House of Commons|Whitby|Ontario|2019-10-21||liberal
elizabeth-may|House of Commons|Saanich—Gulf Islands|British Columbia|2011-05-02||green
david-anderson-1937|House of Commons|Victoria|British Columbia|1993-10-25|2006-01-22|liberal
david-anderson-1957|House of Commons|Cypress Hills—Grasslands|Saskatchewan|2000-11-27|2019-10-20|conservative
john-white-1811|House of Commons|Hastings East|Ontario|1874-01-22|1878-09-16|conservative-1867
"""
OFFICES = """
justin-trudeau|Prime Minister|Government of Canada||2015-11-04|2025-03-13
pierre-elliott-trudeau|Prime Minister|Government of Canada||1980-03-03|1984-06-29
pierre-poilievre|Leader of the Conservative Party|Conservative Party of Canada||2022-09-10|
jagmeet-singh|Party Leader|New Democratic Party||2017-10-01|2025-05-05
chrystia-freeland|Minister of Finance|Government of Canada|Finance|2020-08-18|2024-12-15
melanie-joly|Minister of Foreign Affairs|Government of Canada|Foreign Affairs|2021-10-26|2025-05-12
jody-wilson-raybould|Minister of Justice and Attorney General of Canada|Government of Canada|Justice and Attorney General|2015-11-04|2019-01-13
john-fitzwilliam-stairs|Party Leader|Conservative Party||1900-01-01|
"""
CHANGES = """
han-dong|House of Commons|2023-03-22|day|liberal|independent|resigned
jody-wilson-raybould|House of Commons|2019-04-02|day|liberal|independent|expelled
chris-dentremont|House of Commons|2025-11-04|day|conservative|liberal|crossed_floor
"""
PARTIES = """
liberal|Liberal Party of Canada|Parti libéral du Canada|Liberal|LPC
conservative|Conservative Party of Canada|Parti conservateur du Canada|Conservative|CPC
conservative-1867|Conservative (1867-1942)||Conservative|
new-democratic|New Democratic Party|Nouveau Parti démocratique|New Democratic|NDP
green|Green Party of Canada|Parti vert du Canada|Green|GPC
independent|Independent|Indépendant|Independent|
"""
CHAMBERS = """
House of Commons|canada|MP
Senate|canada|senator
Legislative Assembly of Ontario|ontario|MPP
"""


@dataclass(frozen=True)
class Tables:
    """The tables that a gazetteer reads."""

    people: Any
    person_names: Any
    seats: Any
    offices: Any
    caucus_changes: Any
    parties: Any
    party_names: Any
    chambers: Any


def _table(rows: str, *columns: str) -> pd.DataFrame:
    split = [[cell or None for cell in line.split("|")] for line in rows.strip().splitlines()]
    cells = [line + [None] * (len(columns) - len(line)) for line in split]
    table = pd.DataFrame(cells, columns=list(columns))
    for column in ("start", "end", "born_on", "died_on", "date"):
        if column in table:
            table[column] = [date.fromisoformat(v) if isinstance(v, str) else None for v in table[column]]
    return table


@cache
def gazetteer() -> Gazetteer:
    """The small Parliament as a gazetteer."""
    seats = _table(SEATS, "person_id", "chamber", "constituency", "province", "start", "end", "elected_as")
    seats["seat_id"] = [f"{p}-{s}" for p, s in zip(seats["person_id"], seats["start"], strict=True)]
    return Gazetteer.build(
        Tables(
            people=_table(
                PEOPLE, "person_id", "full_name", "family_name", "given_names", "gender", "born_on", "died_on", "role"
            ),
            person_names=_table(
                "justin-trudeau|Justin Pierre James Trudeau\nhan-dong|Handong Dong", "person_id", "name"
            ),
            seats=seats,
            offices=_table(OFFICES, "person_id", "office", "organization", "portfolio", "start", "end"),
            caucus_changes=_table(
                CHANGES, "person_id", "chamber", "date", "date_precision", "from_party_id", "to_party_id", "kind"
            ),
            parties=_table(PARTIES, "party_id", "name", "name_fr", "short_name", "abbreviation"),
            party_names=_table("liberal|Grits\nconservative|Tory\nnew-democratic|New Democrat", "party_id", "name"),
            chambers=_table(CHAMBERS, "chamber", "jurisdiction", "member_title"),
        ),
        TOLD_ON,
    )


def article(text: str, day: str | None = "2023-03-22", language: str = "en") -> Article:
    """An article of that text, published on that day by a paper whose name says nothing."""
    return Article("test", text, date.fromisoformat(day) if day else None, "The Daily", language=language)


def cast_of(text: str, day: str | None = "2023-03-22", language: str = "en") -> Cast:
    """The people of a text."""
    value = article(text, day, language)
    return find_cast(value, lay_out(value.text), gazetteer())
