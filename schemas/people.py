"""People: who they are, what else they are called, and their ids elsewhere."""

from __future__ import annotations

from pandera.typing.pandas import Series

from schemas.base import SLUG, Day, Reference, Table, Text, column, keys, text

PERSON = Reference("person_id", "people", "person_id")
SOURCE = Reference("source_id", "sources", "source_id")


class People(Table):
    """A person: every member of the House of Commons and senator since 1867, and others whom events name."""

    person_id: Series[Text] = column(unique=True, str_matches=SLUG)
    full_name: Series[Text] = text()
    family_name: Series[Text] = text(nullable=True)
    given_names: Series[Text] = text(nullable=True)
    gender: Series[Text] = column(terms="gender", nullable=True)
    born_on: Series[Day] = column(nullable=True)
    died_on: Series[Day] = column(nullable=True)
    role: Series[Text] = text(nullable=True)

    class Config(Table.Config):
        name = "people"
        title = "People"
        metadata = keys("person_id", label="full_name")


class PersonNames(Table):
    """Another name of a person: a formal name, a maiden name, a spelling found in a source."""

    person_id: Series[Text] = text()
    name: Series[Text] = text()
    kind: Series[Text] = column(terms="name_kind")
    source_id: Series[Text] = text()

    class Config(Table.Config):
        name = "person_names"
        title = "Other names of people"
        unique = ["person_id", "name", "kind"]
        metadata = keys("person_id", "name", "kind", references=(PERSON, SOURCE))


class PersonIdentifiers(Table):
    """A person's id in another register."""

    person_id: Series[Text] = text()
    scheme: Series[Text] = column(terms="identifier_scheme")
    identifier: Series[Text] = text()
    source_id: Series[Text] = text()

    class Config(Table.Config):
        name = "person_identifiers"
        title = "Ids of people elsewhere"
        unique = ["scheme", "identifier"]
        metadata = keys("scheme", "identifier", references=(PERSON, SOURCE))
