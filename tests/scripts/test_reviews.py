"""Reviews: what each decision does to an article's rows, and the one line said of each mistake."""

from __future__ import annotations

import hashlib
import textwrap
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from scripts.candidates import Extraction, Participant, PersonRef
from scripts.problems import InputError
from scripts.reviews import Decided, Known, Review, ReviewedArticle, apply_review, read_review, read_reviews
from scripts.tables.row_keys import statement_id
from tests.scripts.tellings import (
    ARTICLE,
    DONG,
    KE,
    TEXT,
    accused,
    accuser,
    change,
    event,
    extraction,
    said,
    span,
    subject,
)

SHA = hashlib.sha256(TEXT.encode()).hexdigest()
WORDS = "The truth will protect us,"
SAID = statement_id(ARTICLE.source_id, WORDS)
KNOWN = Known(
    {"han-dong": "Han Dong", "vincent-ke": "Vincent Ke", "charles-sousa": "Charles Sousa"},
    frozenset({"liberal", "conservative", "independent", "ontario-progressive-conservative"}),
)
HEAD = f"source_id: {ARTICLE.source_id}\ntext_sha256: {SHA}\n"


@pytest.fixture
def found() -> Extraction:
    """What the extractor found: a quotation, two changes of caucus, an allegation and a denial."""
    return extraction(
        (said(*span(WORDS)),),
        (change(), change(KE, chamber=None, from_party_id=None)),
        (event("allegation", accused(DONG), accuser("Global News")), event("denial", subject(KE))),
    )


def written(folder: Path, decisions: str, head: str = HEAD) -> Path:
    """A review file with these decisions."""
    path = folder / f"{ARTICLE.source_id}.yaml"
    path.write_text(head + textwrap.dedent(decisions), encoding="utf-8")
    return path


def reviewed(folder: Path, found: Extraction, decisions: str) -> ReviewedArticle:
    """The article's rows once the decisions have been applied."""
    return apply_review(found, SHA, read_review(written(folder, decisions)), KNOWN)


# What a decision does


def test_without_a_review_every_row_stands_as_extracted(found: Extraction) -> None:
    article = apply_review(found, SHA, None, KNOWN)
    assert not article.reviewed
    rows: list[Decided[Any]] = [*article.statements, *article.caucus_changes, *article.events]
    assert [row.key for row in rows] == [
        SAID,
        "han-dong-resigned",
        "vincent-ke-resigned",
        "allegation-han-dong",
        "denial-vincent-ke",
    ]
    assert {(row.review_status, row.method) for row in rows} == {("extracted", "extracted")}


def test_a_row_that_nobody_decided_stays_extracted_in_a_reviewed_article(tmp_path: Path, found: Extraction) -> None:
    article = reviewed(tmp_path, found, "")
    assert article.reviewed
    assert article.caucus_changes == apply_review(found, SHA, None, KNOWN).caucus_changes


def test_an_accepted_row_is_reviewed_and_stays_as_it_is(tmp_path: Path, found: Extraction) -> None:
    article = reviewed(tmp_path, found, f"accept: [statements/{SAID}, caucus_changes/han-dong-resigned]")
    (statement,) = article.statements
    assert (statement.row, statement.review_status, statement.method) == (
        found.statements[0],
        "reviewed",
        "extracted",
    )
    assert [row.review_status for row in article.caucus_changes] == ["reviewed", "extracted"]


def test_a_rejected_row_is_gone_and_the_others_keep_their_keys(tmp_path: Path, found: Extraction) -> None:
    article = reviewed(
        tmp_path,
        found,
        """
        reject:
          - row: caucus_changes/han-dong-resigned
            reason: told of another member
        """,
    )
    assert [row.key for row in article.caucus_changes] == ["vincent-ke-resigned"]
    assert len(article.statements) == 1 and len(article.events) == 2


def test_the_second_of_two_rows_keeps_its_number_when_the_first_is_rejected(tmp_path: Path) -> None:
    twice = extraction(changes=(change(), change(day=date(2023, 5, 1))))
    article = reviewed(tmp_path, twice, "reject: [{row: caucus_changes/han-dong-resigned, reason: a repetition}]")
    assert [row.key for row in article.caucus_changes] == ["han-dong-resigned-2"]


def test_an_amended_change_has_the_curators_values(tmp_path: Path, found: Extraction) -> None:
    article = reviewed(
        tmp_path,
        found,
        """
        amend:
          - row: caucus_changes/vincent-ke-resigned
            set:
              person_id: vincent-ke
              chamber: Legislative Assembly of Ontario
              from_party_id: ontario-progressive-conservative
              date: 2023-03-10
              date_precision: day
              kind: resigned
              reason_given: allegations that he denied
            reason: the Ontario party
        """,
    )
    amended = article.caucus_changes[1]
    assert (amended.key, amended.review_status, amended.method) == ("vincent-ke-resigned", "reviewed", "curated")
    assert amended.row.person == PersonRef("Vincent Ke", "vincent-ke")
    assert amended.row.chamber == "Legislative Assembly of Ontario"
    assert amended.row.from_party_id == "ontario-progressive-conservative"
    assert (amended.row.date, amended.row.date_precision) == (date(2023, 3, 10), "day")
    assert amended.row.reason == "allegations that he denied"
    assert amended.row.to_party_id == found.caucus_changes[1].to_party_id
    assert article.caucus_changes[0].row == found.caucus_changes[0]


def test_an_amended_statement_may_have_another_speaker(tmp_path: Path, found: Extraction) -> None:
    decisions = f"amend: [{{row: statements/{SAID}, set: {{speaker_id: charles-sousa}}, reason: he said it}}]"
    (statement,) = reviewed(tmp_path, found, decisions).statements
    assert statement.row.speaker == PersonRef("Charles Sousa", "charles-sousa")
    assert (statement.row.start, statement.row.end) == span(WORDS)


def test_a_speaker_outside_the_register_has_a_name_and_the_reason_why(tmp_path: Path, found: Extraction) -> None:
    decisions = f"""
    amend:
      - row: statements/{SAID}
        set: {{speaker_name: Global News, speaker_unresolved_reason: organization}}
        reason: the broadcaster said so
    """
    (statement,) = reviewed(tmp_path, found, decisions).statements
    assert statement.row.speaker == PersonRef("Global News", None, "organization")


def test_an_amended_event_may_have_other_participants(tmp_path: Path, found: Extraction) -> None:
    article = reviewed(
        tmp_path,
        found,
        """
        amend:
          - row: events/denial-vincent-ke
            set:
              participants:
                - {role: subject, person_id: vincent-ke}
                - {role: addressee, organization: Global News}
                - {role: accuser, person_name: A former aide}
            reason: the register has him
        """,
    )
    assert article.events[1].row.participants == (
        Participant("subject", PersonRef("Vincent Ke", "vincent-ke")),
        Participant("addressee", None, "Global News"),
        Participant("accuser", PersonRef("A former aide", None, "not in register")),
    )
    assert article.events[1].key == "denial-vincent-ke"


def test_a_curator_says_what_is_the_same_and_what_is_distinct(tmp_path: Path, found: Extraction) -> None:
    article = reviewed(
        tmp_path,
        found,
        """
        amend:
          - {row: caucus_changes/han-dong-resigned, set: {same_as: han-dong-2023-03-22}, reason: the same evening}
          - {row: events/denial-vincent-ke, set: {distinct: true}, reason: another day}
        """,
    )
    assert article.caucus_changes[0].same_as == "han-dong-2023-03-22"
    assert article.caucus_changes[0].row == found.caucus_changes[0]
    assert [row.distinct for row in article.events] == [False, True]


def test_an_added_event_stands_over_the_words_quoted(tmp_path: Path, found: Extraction) -> None:
    article = reviewed(
        tmp_path,
        found,
        """
        add:
          - table: events
            quote: He would sue the broadcaster
            event_type: lawsuit
            title: Han Dong announces a lawsuit
            date: 2023-03-22
            date_precision: day
            participants: [{role: subject, person_id: han-dong}]
            reason: missed
        """,
    )
    added = article.events[-1]
    assert (added.key, added.review_status, added.method) == ("lawsuit-han-dong", "reviewed", "curated")
    assert TEXT[added.row.start : added.row.end] == "He would sue the broadcaster"
    assert (added.row.event_type, added.row.claim, added.row.confidence) == ("lawsuit", "fact", 1.0)
    assert added.row.participants == (Participant("subject", DONG),)


def test_an_added_statement_is_called_by_its_words(tmp_path: Path, found: Extraction) -> None:
    words = "he had met a diplomat"
    decisions = f"""
    add:
      - {{table: statements, quote: {words}, kind: indirect, speaker_name: Global News, cue: reported, reason: missed}}
    """
    added = reviewed(tmp_path, found, decisions).statements[-1]
    assert added.key == statement_id(ARTICLE.source_id, words)
    assert (added.row.start, added.row.end) == span(words)
    assert added.row.utterance > found.statements[0].utterance
    assert (added.row.kind, added.row.cue) == ("indirect", "reported")


def test_an_added_change_is_numbered_after_those_that_were_found(tmp_path: Path) -> None:
    twice = extraction(changes=(change(), change(day=date(2023, 5, 1))))
    decisions = """
    add:
      - table: caucus_changes
        quote: Han Dong left the Liberal caucus on Wednesday
        person_id: han-dong
        kind: resigned
        from_party_id: liberal
        to_party_id: independent
        reason: missed
    """
    article = reviewed(tmp_path, twice, decisions)
    assert [row.key for row in article.caucus_changes] == [
        "han-dong-resigned",
        "han-dong-resigned-2",
        "han-dong-resigned-3",
    ]
    assert article.caucus_changes[-1].row.person == DONG


def test_reviews_are_read_by_source(tmp_path: Path) -> None:
    written(tmp_path, f"accept: [statements/{SAID}]")
    (tmp_path / "README.md").write_text("not a review", encoding="utf-8")
    reviews = read_reviews(tmp_path)
    assert list(reviews) == [ARTICLE.source_id]
    assert isinstance(reviews[ARTICLE.source_id], Review)
    assert [(d.table, d.key, d.verdict) for d in reviews[ARTICLE.source_id].decisions] == [
        ("statements", SAID, "accept")
    ]


def test_a_folder_without_reviews_has_none(tmp_path: Path) -> None:
    assert read_reviews(tmp_path) == {}


# What is said of a mistake

MISTAKES_OF_FORM = [
    ("not YAML", "accept: [unclosed", "", "is not YAML"),
    ("a word twice", "accept: []\naccept: []", "", "'accept' stands twice"),
    ("a word that no review has", "aprove: [statements/s-1]", "aprove", "is not part of a review"),
    ("not a list", "accept: statements/s-1", "accept", "must be a list"),
    ("no such table", "accept: [people/han-dong]", "accept 1", "row must be TABLE/KEY"),
    ("a row without a key", "accept: [statements]", "accept 1", "row must be TABLE/KEY"),
    ("a decision without a row", "reject: [{reason: wrong}]", "reject 1", "row must be TABLE/KEY"),
    ("a rejection without a reason", "reject: [events/denial-x]", "reject 1 (events/denial-x)", "needs a reason"),
    (
        "an amendment without a reason",
        "amend: [{row: events/denial-x, set: {claim: denied}}]",
        "amend 1 (events/denial-x)",
        "needs a reason",
    ),
    (
        "an amendment that changes nothing",
        "amend: [{row: events/denial-x, reason: r}]",
        "amend 1 (events/denial-x)",
        "needs `set`",
    ),
    (
        "an acceptance that would change the row",
        "accept: [{row: events/denial-x, set: {claim: denied}}]",
        "accept 1 (events/denial-x)",
        "'set' has no place here",
    ),
    (
        "values that are not a mapping",
        "amend: [{row: events/denial-x, set: [claim], reason: r}]",
        "amend 1 (events/denial-x)",
        "must be a mapping",
    ),
    (
        "an unknown column",
        "amend: [{row: events/denial-x, set: {tittle: A denial}, reason: r}]",
        "amend 1 (events/denial-x)",
        "did you mean title",
    ),
    (
        "a column that the words decide",
        "amend: [{row: statements/s-1, set: {start: 3}, reason: r}]",
        "amend 1 (statements/s-1)",
        "statements has no column 'start'",
    ),
    (
        "words that only a new row can have",
        "amend: [{row: statements/s-1, set: {quote: other words}, reason: r}]",
        "amend 1 (statements/s-1)",
        "statements has no column 'quote'",
    ),
    (
        "an unknown kind of change",
        "amend: [{row: caucus_changes/x, set: {kind: expeled}, reason: r}]",
        "amend 1 (caucus_changes/x)",
        "'expeled' is not a term of change_kind; did you mean expelled",
    ),
    (
        "an unknown claim",
        "amend: [{row: events/x, set: {claim: aleged}, reason: r}]",
        "amend 1 (events/x)",
        "did you mean alleged",
    ),
    (
        "no kind of change",
        "amend: [{row: caucus_changes/x, set: {kind: null}, reason: r}]",
        "amend 1 (caucus_changes/x)",
        "None is not a term of change_kind",
    ),
    (
        "a list for one value",
        "amend: [{row: caucus_changes/x, set: {kind: [resigned]}, reason: r}]",
        "amend 1 (caucus_changes/x)",
        "kind takes one value",
    ),
    (
        "words for a date",
        "amend: [{row: events/x, set: {date: last fall}, reason: r}]",
        "amend 1 (events/x)",
        "date must be a date such as",
    ),
    (
        "a time for a date",
        "amend: [{row: events/x, set: {end_date: 2023-03-22 10:00:00}, reason: r}]",
        "amend 1 (events/x)",
        "end_date must be a date such as",
    ),
    (
        "a participant without a role",
        "amend: [{row: events/x, set: {participants: [{person_id: han-dong}]}, reason: r}]",
        "amend 1 (events/x)",
        "None is not a term of participant_role",
    ),
    (
        "a participant in an unknown role",
        "amend: [{row: events/x, set: {participants: [{role: acuser, person_id: han-dong}]}, reason: r}]",
        "amend 1 (events/x)",
        "did you mean accuser",
    ),
    (
        "a participant who is nobody",
        "amend: [{row: events/x, set: {participants: [{role: subject}]}, reason: r}]",
        "amend 1 (events/x)",
        "a participant needs a role and one of",
    ),
    (
        "participants left empty",
        "amend: [{row: events/x, set: {participants: }, reason: r}]",
        "amend 1 (events/x)",
        "participants must be a list",
    ),
    (
        "one row decided twice",
        "accept: [events/x]\nreject: [{row: events/x, reason: r}]",
        "events/x",
        "is decided twice: accept and reject",
    ),
    ("one row accepted twice", "accept: [events/x, events/x]", "events/x", "is decided twice"),
    ("an addition without a table", "add: [{quote: q, reason: r}]", "add 1", "needs `table`"),
    ("an addition to people", "add: [{table: people, quote: q, reason: r}]", "add 1", "needs `table`"),
    (
        "an addition without words",
        "add: [{table: events, event_type: denial, title: t, reason: r}]",
        "add 1",
        "needs `quote`",
    ),
    (
        "an addition without a reason",
        "add: [{table: events, event_type: denial, title: t, quote: q}]",
        "add 1",
        "`reason`",
    ),
    (
        "an added change of no kind",
        "add: [{table: caucus_changes, quote: q, person_id: han-dong, reason: r}]",
        "add 1",
        "needs 'kind'",
    ),
    (
        "an added event of no type",
        "add: [{table: events, quote: q, title: t, reason: r}]",
        "add 1",
        "needs 'event_type'",
    ),
    (
        "an added event with an unknown column",
        "add: [{table: events, quote: q, event_type: denial, title: t, speaker_id: han-dong, reason: r}]",
        "add 1",
        "events has no column 'speaker_id'",
    ),
]


def one_line(error: InputError, path: Path, place: str, mend: str) -> None:
    """The error is one line that names the file, the place in it, and what to do."""
    line = str(error)
    assert "\n" not in line
    assert line.startswith(f"{path}: {place}" if place else f"{path}: ")
    assert error.place == place
    assert mend in error.mend


@pytest.mark.parametrize(
    ("decisions", "place", "mend"), [pytest.param(d, p, m, id=words) for words, d, p, m in MISTAKES_OF_FORM]
)
def test_a_mistake_of_form_is_one_line(tmp_path: Path, decisions: str, place: str, mend: str) -> None:
    path = written(tmp_path, decisions)
    with pytest.raises(InputError) as raised:
        read_review(path)
    one_line(raised.value, path, place, mend)


@pytest.mark.parametrize(
    ("head", "place", "mend"),
    [
        pytest.param(f"text_sha256: {SHA}\n", "source_id", "is missing", id="no source id"),
        pytest.param(f"source_id: {ARTICLE.source_id}\n", "text_sha256", "is missing", id="no hash of the text"),
        pytest.param("- accept\n", "", "must be a mapping", id="a list"),
        pytest.param("", "", "must be a mapping", id="an empty file"),
    ],
)
def test_a_review_without_its_head_is_refused(tmp_path: Path, head: str, place: str, mend: str) -> None:
    path = written(tmp_path, "", head)
    with pytest.raises(InputError) as raised:
        read_review(path)
    one_line(raised.value, path, place, mend)


def test_a_file_that_is_not_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "photo.yaml"
    path.write_bytes(b"\xff\xd8\xff\xe0")
    with pytest.raises(InputError) as raised:
        read_review(path)
    one_line(raised.value, path, "", "is not YAML")


def test_a_review_has_the_name_of_its_source(tmp_path: Path) -> None:
    second = tmp_path / "zz.yaml"
    second.write_text(HEAD, encoding="utf-8")
    with pytest.raises(InputError) as raised:
        read_reviews(tmp_path)
    one_line(raised.value, second, "source_id", "the file must have the same name")


MISTAKES_OF_FACT = [
    (
        "a row that is gone",
        "accept: [caucus_changes/hang-dong-resigned]",
        "accept caucus_changes/hang-dong-resigned",
        "the row is gone; did you mean han-dong-resigned",
    ),
    (
        "a row of another table",
        "accept: [statements/han-dong]",
        "accept statements/han-dong",
        "the row is gone; known: s-",
    ),
    (
        "an unknown person",
        "amend: [{row: caucus_changes/vincent-ke-resigned, set: {person_id: vincent-kee}, reason: r}]",
        "amend caucus_changes/vincent-ke-resigned",
        "no person 'vincent-kee'; did you mean vincent-ke?",
    ),
    (
        "an unknown speaker",
        f"amend: [{{row: statements/{SAID}, set: {{speaker_id: charles-souza}}, reason: r}}]",
        f"amend statements/{SAID}",
        "did you mean charles-sousa?",
    ),
    (
        "an unknown participant",
        "amend: [{row: events/denial-vincent-ke, set: {participants: [{role: subject, person_id: v-ke}]}, reason: r}]",
        "amend events/denial-vincent-ke",
        "no person 'v-ke'",
    ),
    (
        "an unknown party",
        "amend: [{row: caucus_changes/han-dong-resigned, set: {from_party_id: liberals}, reason: r}]",
        "amend caucus_changes/han-dong-resigned",
        "from_party_id: no party 'liberals'; did you mean liberal?",
    ),
    (
        "words that the text does not have",
        "add: [{table: events, quote: He would sue CBC, event_type: lawsuit, title: t, reason: r}]",
        "add 1 to events",
        "does not stand in the text",
    ),
    (
        "words that the text has twice",
        'add: [{table: statements, quote: "The truth will protect us,", reason: r}]',
        "add 1 to statements",
        "stands more than once in the text; quote more words",
    ),
]


@pytest.mark.parametrize(
    ("decisions", "place", "mend"), [pytest.param(d, p, m, id=words) for words, d, p, m in MISTAKES_OF_FACT]
)
def test_a_mistake_of_fact_is_one_line(
    tmp_path: Path, found: Extraction, decisions: str, place: str, mend: str
) -> None:
    path = written(tmp_path, decisions)
    with pytest.raises(InputError) as raised:
        apply_review(found, SHA, read_review(path), KNOWN)
    one_line(raised.value, path, place, mend)


def test_a_row_that_is_gone_from_an_empty_table_is_one_line(tmp_path: Path) -> None:
    path = written(tmp_path, "accept: [events/denial-han-dong]")
    with pytest.raises(InputError) as raised:
        apply_review(extraction(), SHA, read_review(path), KNOWN)
    one_line(raised.value, path, "accept events/denial-han-dong", "the row is gone")


def test_a_text_that_changed_since_it_was_read_asks_for_a_new_review(tmp_path: Path, found: Extraction) -> None:
    path = written(tmp_path, f"accept: [statements/{SAID}]")
    with pytest.raises(InputError) as raised:
        apply_review(found, "f" * 64, read_review(path), KNOWN)
    one_line(raised.value, path, "text_sha256", f"review it again, then set {'f' * 64}")
