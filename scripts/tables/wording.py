"""The sentences that the published tables say of a change of caucus, in the data set's own words."""

from __future__ import annotations

from datetime import date

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

SUMMARY = {
    "resigned": "{name} left the {old} caucus to sit as an independent",
    "left": "{name} left the {old} caucus and sat in none",
    "expelled": "{name} was put out of the {old} caucus",
    "suspended": "{name} was suspended from the {old} caucus",
    "crossed_floor": "{name} crossed the floor from the {old} to the {new} caucus",
    "joined": "{name}, until then {old}, joined the {new} caucus",
    "reinstated": "{name} was let back into the {new} caucus",
    "formed_group": "{name} left the {old} caucus with others to form {new}",
    "merged": "{name} went with the {old} caucus into {new}",
}
TITLE = {
    "resigned": "{name} leaves the {old} caucus",
    "left": "{name} is no longer in the {old} caucus",
    "expelled": "{name} is expelled from the {old} caucus",
    "suspended": "{name} is suspended from the {old} caucus",
    "crossed_floor": "{name} crosses the floor from {old} to {new}",
    "joined": "{name} joins the {new} caucus",
    "reinstated": "{name} returns to the {new} caucus",
    "formed_group": "{name} leaves the {old} caucus to form {new}",
    "merged": "{name} moves from {old} to {new} in a merger",
}


def day_in_words(day: date, precision: str) -> str:
    """The date as people write it, to its precision: "22 March 2023", "March 2023", "2023"."""
    if precision == "year":
        return str(day.year)
    month = f"{MONTHS[day.month - 1]} {day.year}"
    return month if precision == "month" else f"{day.day} {month}"


def change_summary(kind: str, name: str, old: str, new: str, day: date, precision: str) -> str:
    """One sentence that says what happened. `old` and `new` are the parties' short names."""
    when = f"On {day_in_words(day, precision)}" if precision == "day" else f"In {day_in_words(day, precision)}"
    return f"{when}, {SUMMARY[kind].format(name=name, old=old, new=new)}."


def change_title(kind: str, name: str, old: str, new: str) -> str:
    """The title of the event: what happened, in the present tense of headlines."""
    return TITLE[kind].format(name=name, old=old, new=new)
