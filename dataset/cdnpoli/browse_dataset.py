"""What data search engines read on the home page: the data set in schema.org's words, as JSON-LD.

https://developers.google.com/search/docs/appearance/structured-data/dataset says which properties they want.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from typing import Any

from markupsafe import Markup

from cdnpoli.days import CONFEDERATION
from cdnpoli.descriptor import Descriptor


def about_dataset(package: Descriptor, until: date, address: Callable[[str], str]) -> dict[str, Any]:
    """The schema.org Dataset of `package`, which tells of days up to `until`; `address` makes a path of the site whole.

    What the descriptor does not have (a day of release, a DOI) is left out.
    """
    told: dict[str, Any] = {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "name": package.title,
        "alternateName": package.name,
        "description": package.description,
        "version": package.version,
        "license": package.licenses[0][2] if package.licenses else None,
        "creator": [{"@type": "Organization", "name": who.title} for who in package.contributors],
        "keywords": list(package.keywords),
        "inLanguage": ["en", "fr"],
        "isAccessibleForFree": True,
        "spatialCoverage": {"@type": "Place", "name": "Canada"},
        "temporalCoverage": f"{CONFEDERATION.isoformat()}/{until.isoformat()}",
        "datePublished": package.created,
        "identifier": f"https://doi.org/{package.doi}" if package.doi else None,
        "url": address("/"),
        "variableMeasured": [resource.title for resource in package.resources],
        "distribution": [
            {
                "@type": "DataDownload",
                "name": resource.title,
                "encodingFormat": "application/vnd.apache.parquet",
                "contentUrl": address(f"/tables/{resource.name}.parquet"),
            }
            for resource in package.resources
        ],
    }
    told["distribution"].append(
        {
            "@type": "DataDownload",
            "name": "Everything in one file",
            "encodingFormat": "application/vnd.sqlite3",
            "contentUrl": address("/cdnpoli.db"),
        }
    )
    return {name: value for name, value in told.items() if value is not None}


def in_script(document: dict[str, Any]) -> Markup:
    """The document as it can stand in a script element: no `<` that a browser could take for the end of it."""
    return Markup(json.dumps(document, ensure_ascii=False).replace("<", "\\u003c"))
