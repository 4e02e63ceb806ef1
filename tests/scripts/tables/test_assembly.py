"""Assembly: which addresses are one page, and how the ids of events follow from those of changes."""

from __future__ import annotations

import pytest

from scripts.tables.assembly import event_id_of_change, page_of


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://www.ctvnews.ca/a/b-1.63", "http://ctvnews.ca/a/b-1.63/", True),
        ("https://www.ctvnews.ca/a/b-1.63?cache=xyz", "https://www.ctvnews.ca/a/b-1.63", True),
        ("https://www.ctvnews.ca/a/b-1.63", "https://www.ctvnews.ca/a/b-1.64", False),
        ("https://old.ipolitics.ca/?p=930642", "https://old.ipolitics.ca/?p=870378", False),
    ],
    ids=["scheme, www and slash", "a query that only fetches", "another story", "a query that names the story"],
)
def test_two_addresses_of_one_page(one: str, other: str, same: bool) -> None:
    assert (page_of(one) == page_of(other)) is same


@pytest.mark.parametrize(
    ("change_id", "event_id"),
    [
        ("han-dong-2023-03-22", "2023-03-22-caucus-change-han-dong"),
        ("agnes-macphail-1924", "1924-caucus-change-agnes-macphail"),
        ("john-nunziata-1996-04-21-2", "1996-04-21-caucus-change-john-nunziata-2"),
    ],
)
def test_the_event_of_a_change_has_its_id_date_first(change_id: str, event_id: str) -> None:
    assert event_id_of_change(change_id) == event_id
