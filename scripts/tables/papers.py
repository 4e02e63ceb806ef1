"""The papers that go with a release: CITATION.cff, Zenodo's metadata, and the BibTeX entry that Croissant wants.

Rules: https://github.com/citation-file-format/citation-file-format/blob/main/schema-guide.md (CFF 1.2.0) and
https://developers.zenodo.org/#representation (deposit metadata). What does not exist yet is left out.
"""

from __future__ import annotations

import json
import textwrap

from scripts.tables.about import DESCRIPTION, KEYWORDS, LICENCE, MAKERS, NAME, TITLE, About


def citation_cff(it: About) -> str:
    """The file CITATION.cff, as repositories and reference managers read it."""
    lines = [
        "cff-version: 1.2.0",
        f"message: If you use {NAME}, please cite it with the version you used.",
        f'title: "{TITLE}"',
        "type: dataset",
        f"version: {it.version}",
    ]
    if it.released:
        lines.append(f"date-released: {it.released.isoformat()}")
    if it.doi:
        lines.append(f"doi: {it.doi}")
    if it.concept_doi:
        lines += ["identifiers:", "  - type: doi", f"    value: {it.concept_doi}", "    description: All versions"]
    if it.homepage:
        lines.append(f"url: {it.homepage}")
    lines += ["authors:", f"  - name: {MAKERS}", f"license: {LICENCE}", "abstract: >-"]
    lines += textwrap.wrap(f"{DESCRIPTION} {it.access}.", 118, initial_indent="  ", subsequent_indent="  ")
    lines += ["keywords:", *(f"  - {word}" for word in KEYWORDS)]
    return "\n".join(lines) + "\n"


def zenodo_json(it: About) -> str:
    """The file .zenodo.json: what Zenodo asks of a deposit. Zenodo itself mints the DOIs, so none is asked for."""
    metadata: dict[str, object] = {
        "upload_type": "dataset",
        "title": TITLE,
        "description": f"<p>{DESCRIPTION}</p><p>{it.access}.</p>",
        "creators": [{"name": MAKERS}],
        "access_right": "open",
        "license": LICENCE.lower(),
        "keywords": list(KEYWORDS),
        "language": "eng",
        "version": it.version,
    }
    if it.released:
        metadata["publication_date"] = it.released.isoformat()
    related = []
    if it.concept_doi:
        related.append({"identifier": it.concept_doi, "relation": "isVersionOf", "scheme": "doi"})
    if it.homepage:
        related.append({"identifier": it.homepage, "relation": "isSupplementTo", "scheme": "url"})
    if related:
        metadata["related_identifiers"] = related
    return json.dumps(metadata, ensure_ascii=False, indent=2) + "\n"


def bibtex(it: About) -> str:
    """The BibTeX entry of this version, the same as `cdnpoli.cite("bibtex")` gives for the installed package."""
    url = f"https://doi.org/{it.doi}" if it.doi else it.homepage
    fields = {
        "author": "{" + MAKERS + "}",
        "title": "{" + TITLE + "}",
        "year": str(it.released.year) if it.released else "",
        "version": it.version,
        "doi": it.doi or "",
        "howpublished": "Data set",
        "note": it.access,
        "url": url or "",
    }
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    return "\n".join([f"@misc{{{NAME}-{it.version},", ",\n".join(lines), "}"])
