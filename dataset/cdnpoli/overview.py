"""What tables there are, and what is in their columns, as tables."""

from __future__ import annotations

import pyarrow as pa

from cdnpoli.descriptor import Field, Resource
from cdnpoli.store import Store


def tables(store: Store) -> pa.Table:
    """One row per table: name, title, rows, columns (how many), description."""
    listed = [
        {
            "name": resource.name,
            "title": resource.title,
            "rows": store.table(resource.name).num_rows if resource.rows is None else resource.rows,
            "columns": len(resource.fields),
            "description": resource.description,
        }
        for resource in store.descriptor.resources
    ]
    text, whole = pa.string(), pa.int64()
    types = [("name", text), ("title", text), ("rows", whole), ("columns", whole), ("description", text)]
    return pa.Table.from_pylist(listed, pa.schema(types))


def describe(store: Store, table: str) -> pa.Table:
    """One row per column of `table`: column, title, type, required, key, description, example, terms.

    Raises UnknownName with the nearest table names.
    """
    resource = store.resource_of(table)
    listed = [
        {
            "column": field.name,
            "title": field.title,
            "type": field.type,
            "required": field.required,
            "key": _key(resource, field),
            "description": field.description,
            "example": field.example or None,
            "terms": "; ".join(f"{term.value}: {term.description}".removesuffix(": ") for term in field.terms) or None,
        }
        for field in resource.fields
    ]
    text = pa.string()
    names = ("column", "title", "type", "required", "key", "description", "example", "terms")
    return pa.Table.from_pylist(
        listed, pa.schema([(name, pa.bool_() if name == "required" else text) for name in names])
    )


def _key(resource: Resource, field: Field) -> str | None:
    roles = ["primary"] if field.name in resource.primary_key else []
    for key in resource.foreign_keys:
        if field.name in key.columns:
            roles.append(f"{key.target}.{key.target_columns[key.columns.index(field.name)]}")
    return ", ".join(roles) or None
