"""The data package as Croissant 1.0 (JSON-LD), which data search engines and machine-learning libraries read.

Everything comes from the descriptor, and so from `schemas/`: a file for each table, a record set for each table with
its keys and references, and a record set for each closed list of terms. The format:
https://docs.mlcommons.org/croissant/docs/croissant-spec-1.0.html
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

CONTEXT = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "cr": "http://mlcommons.org/croissant/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileObject": "cr:fileObject",
    "fileProperty": "cr:fileProperty",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "parentField": "cr:parentField",
    "path": "cr:path",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}
"""The context that the specification asks to be repeated in every file."""

DATA_TYPES = {"string": "sc:Text", "date": "sc:Date", "integer": "sc:Integer", "number": "sc:Float"}
"""Croissant's data type for each type that the descriptor uses."""

Node = dict[str, Any]


def croissant(descriptor: Mapping[str, Any], cite_as: str) -> Node:
    """The Croissant document of the data package `descriptor`, whose paths it keeps; `cite_as` is its BibTeX entry.

    Raises KeyError for a column of a type that has no Croissant data type.
    """
    document: Node = {
        "@context": CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "name": descriptor["name"],
        "alternateName": descriptor["title"],
        "description": descriptor["description"],
        "version": descriptor["version"],
        "license": [licence["path"] for licence in descriptor["licenses"]],
        "creator": [{"@type": "sc:Organization", "name": who["title"]} for who in descriptor["contributors"]],
        "keywords": list(descriptor["keywords"]),
        "inLanguage": ["en", "fr"],
        "citeAs": cite_as,
        "isLiveDataset": False,
    }
    if released := descriptor.get("created"):
        document["datePublished"] = released[:10]
    if page := descriptor.get("homepage"):
        document["url"] = page
    if identifier := descriptor.get("id"):
        document["identifier"] = identifier
    document["distribution"] = [_file(resource) for resource in descriptor["resources"]]
    lists = {}
    for resource in descriptor["resources"]:
        for field in resource["schema"]["fields"]:
            if "terms" in field:
                lists[_terms_id(resource, field)] = field
    document["recordSet"] = [
        *(_terms(name, field) for name, field in lists.items()),
        *(_table(resource) for resource in descriptor["resources"]),
    ]
    return document


def croissant_bytes(document: Node) -> bytes:
    """The document as it is written: indented, UTF-8, keys in the order given."""
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def _file(resource: Mapping[str, Any]) -> Node:
    return {
        "@type": "cr:FileObject",
        "@id": f"{resource['name']}.parquet",
        "name": f"{resource['name']}.parquet",
        "description": resource["description"],
        "contentUrl": resource["path"],
        "encodingFormat": "application/x-parquet",
        "sha256": resource["hash"].removeprefix("sha256:"),
    }


def _table(resource: Mapping[str, Any]) -> Node:
    table, schema = resource["name"], resource["schema"]
    return {
        "@type": "cr:RecordSet",
        "@id": table,
        "name": table,
        "description": resource["description"],
        "key": [{"@id": f"{table}/{column}"} for column in schema["primaryKey"]],
        "field": [_column(resource, field) for field in schema["fields"]],
    }


def _column(resource: Mapping[str, Any], field: Mapping[str, Any]) -> Node:
    table, name = resource["name"], field["name"]
    node: Node = {
        "@type": "cr:Field",
        "@id": f"{table}/{name}",
        "name": name,
        "description": field["description"],
        "dataType": DATA_TYPES[field["type"]],
        "source": {"fileObject": {"@id": f"{table}.parquet"}, "extract": {"column": name}},
    }
    for key in resource["schema"].get("foreignKeys", ()):
        # A reference to the same table (an empty name in Table Schema) would be a cycle, which Croissant cannot join.
        if key["fields"] == [name] and (target := key["reference"]["resource"]):
            node["references"] = {"field": {"@id": f"{target}/{key['reference']['fields'][0]}"}}
    if "terms" in field:
        node["references"] = {"field": {"@id": f"{_terms_id(resource, field)}/term"}}
    return node


def _terms_id(resource: Mapping[str, Any], field: Mapping[str, Any]) -> str:
    return f"terms-of-{resource['name']}-{field['name']}"


def _terms(name: str, field: Mapping[str, Any]) -> Node:
    """A closed list as a record set of its own: each term, its labels in both languages, what it means."""
    columns = {"term": "As it stands in the table.", "label": "How people say it."}
    columns |= {"label_fr": "The same in French.", "description": "What it means."}
    return {
        "@type": "cr:RecordSet",
        "@id": name,
        "name": name,
        "description": f"The values that the column {field['name']} can have.",
        "dataType": "sc:Enumeration",
        "key": [{"@id": f"{name}/term"}],
        "field": [
            {
                "@type": "cr:Field",
                "@id": f"{name}/{column}",
                "name": column,
                "description": words,
                "dataType": "sc:Text",
            }
            for column, words in columns.items()
        ],
        "data": [
            {f"{name}/term": term} | {f"{name}/{column}": words[column] for column in columns if column != "term"}
            for term, words in field["terms"].items()
        ],
    }
