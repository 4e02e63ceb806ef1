"""The data package's descriptor (datapackage.json) as values: what the tables are and what their columns mean."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cdnpoli.errors import DamagedData, UnknownName, nearest


@dataclass(frozen=True)
class Term:
    """One value of a closed list: what stands in the table, how people say it, what it means."""

    value: str
    label: str
    description: str


@dataclass(frozen=True)
class Field:
    """One column as the descriptor declares it. `terms` are the values allowed, where they are a closed list."""

    name: str
    type: str
    title: str
    description: str
    example: str
    required: bool
    terms: tuple[Term, ...]

    def label(self, value: object) -> str:
        """How people say `value`: the label of the term, or the value itself where it is none."""
        return next((term.label for term in self.terms if term.value == value), str(value))


@dataclass(frozen=True)
class ForeignKey:
    """`columns` of this table hold values of `target_columns` of the table `target`."""

    columns: tuple[str, ...]
    target: str
    target_columns: tuple[str, ...]


@dataclass(frozen=True)
class Resource:
    """One table: where its file is, what it should be, and its columns in order."""

    name: str
    path: str
    title: str
    description: str
    sha256: str | None
    rows: int | None
    fields: tuple[Field, ...]
    primary_key: tuple[str, ...]
    foreign_keys: tuple[ForeignKey, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns, in the order of the file."""
        return tuple(field.name for field in self.fields)

    def field(self, name: str) -> Field:
        """The column called `name`. Raises UnknownName with the nearest names."""
        for field in self.fields:
            if field.name == name:
                return field
        raise UnknownName("column", name, nearest(name, self.columns), where=f"the table {self.name}")


@dataclass(frozen=True)
class Contributor:
    """Someone who made the data set, as the descriptor names them."""

    title: str
    roles: tuple[str, ...]
    given_name: str
    family_name: str


@dataclass(frozen=True)
class Descriptor:
    """The data package: its name, version, licences, makers and tables. `created` is an ISO date or None."""

    name: str
    title: str
    description: str
    version: str
    created: str | None
    homepage: str | None
    doi: str | None
    keywords: tuple[str, ...]
    licenses: tuple[tuple[str, str, str], ...]
    """(name, title, path) of each licence, the one for the data first."""
    contributors: tuple[Contributor, ...]
    resources: tuple[Resource, ...]

    def resource(self, name: str) -> Resource:
        """The table called `name`. Raises UnknownName with the nearest names."""
        for resource in self.resources:
            if resource.name == name:
                return resource
        raise UnknownName("table", name, nearest(name, [resource.name for resource in self.resources]))


def read_descriptor(path: Path) -> Descriptor:
    """The descriptor in the file `path`. Raises DamagedData where it is missing or not a data package."""
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise DamagedData(f"{path}: missing; install the package again") from None
    except (OSError, ValueError) as error:
        raise DamagedData(f"{path}: not a descriptor ({error}); install the package again") from None
    try:
        return _descriptor(document)
    except (KeyError, TypeError, AttributeError) as error:
        raise DamagedData(f"{path}: not a data package ({error!r}); install the package again") from None


def _descriptor(document: dict[str, Any]) -> Descriptor:
    identifier = str(document.get("id") or "")
    return Descriptor(
        name=document["name"],
        title=document.get("title") or document["name"],
        description=document.get("description") or "",
        version=document["version"],
        created=(document.get("created") or "")[:10] or None,
        homepage=document.get("homepage") or None,
        doi=identifier.removeprefix("https://doi.org/") if "10." in identifier else None,
        keywords=tuple(document.get("keywords") or ()),
        licenses=tuple(
            (item.get("name", ""), item.get("title", ""), item.get("path", "")) for item in document.get("licenses", ())
        ),
        contributors=tuple(_contributor(item) for item in document.get("contributors", ())),
        resources=tuple(_resource(item) for item in document["resources"]),
    )


def _contributor(item: dict[str, Any]) -> Contributor:
    roles = item.get("roles") or [item.get("role", "contributor")]
    return Contributor(item.get("title", ""), tuple(roles), item.get("givenName", ""), item.get("familyName", ""))


def _resource(item: dict[str, Any]) -> Resource:
    schema = item["schema"]
    hashed = str(item.get("hash") or "")
    return Resource(
        name=item["name"],
        path=item["path"],
        title=item.get("title") or item["name"],
        description=item.get("description") or "",
        sha256=hashed.removeprefix("sha256:") if hashed.startswith("sha256:") else None,
        rows=item.get("rows"),
        fields=tuple(_field(field) for field in schema["fields"]),
        primary_key=_names(schema.get("primaryKey", ())),
        foreign_keys=tuple(
            # An empty resource name is how Table Schema says "this same table".
            ForeignKey(
                _names(key["fields"]),
                key["reference"].get("resource") or item["name"],
                _names(key["reference"]["fields"]),
            )
            for key in schema.get("foreignKeys", ())
        ),
    )


def _field(item: dict[str, Any]) -> Field:
    constraints = item.get("constraints") or {}
    example = item.get("example")
    described = item.get("terms") or {}
    return Field(
        name=item["name"],
        type=item.get("type", "string"),
        title=item.get("title") or item["name"],
        description=item.get("description") or "",
        example="" if example is None else str(example),
        required=bool(constraints.get("required")),
        terms=tuple(_term(str(value), described.get(str(value), {})) for value in constraints.get("enum", ())),
    )


def _term(value: str, described: dict[str, str]) -> Term:
    return Term(value, described.get("label") or value, described.get("description") or "")


def _names(value: str | list[str] | tuple[str, ...]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)
