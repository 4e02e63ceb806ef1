"""What Datasette calls while it makes a page: values for our templates, cells as people read them, pages of our own.

Every hook does nothing for a Datasette that is not ours, so that the module can be registered for a whole process.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, TypeVar, cast

from datasette import Response, hookimpl
from datasette.app import Datasette
from datasette.utils import tilde_decode, tilde_encode, to_css_class, urlsafe_components
from markupsafe import Markup, escape

from cdnpoli import browse_pages as pages
from cdnpoli.browse_answers import picture
from cdnpoli.browse_charts import half_circle
from cdnpoli.browse_csv import HarmlessStream
from cdnpoli.browse_database import DATABASE, ROW_INDEXES
from cdnpoli.browse_dataset import about_dataset, in_script
from cdnpoli.browse_queries import LINKS, QUERIES
from cdnpoli.days import in_words
from cdnpoli.descriptor import Descriptor, Field, Resource
from cdnpoli.errors import UnknownName

POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'"
)
"""Nothing from elsewhere is ever loaded and no script inside a page ever runs, whatever a source wrote. Our pages have
none; of Datasette's own, the ones for its developers (/-/patterns and the like) do without theirs."""

DAYS = frozenset({"since", "reported", "first", "latest"})
"""The columns of an answer that hold whole days."""

SHOWN_OTHERWISE = (
    frozenset(LINKS) | DAYS | {"date", "said", "review_status", "claim", "kind", "table", "row", "parliament"}
)
"""The columns of an answer that are shown otherwise than they stand in it: asked thousands of times a page."""

LOOKUPS = {
    "exact": "is",
    "not": "is not",
    "contains": "contains",
    "startswith": "begins with",
    "endswith": "ends with",
    "gte": "is at least (from)",
    "lte": "is at most (until)",
    "gt": "is more than (after)",
    "lt": "is less than (before)",
    "isnull__1": "is empty",
    "notnull__1": "is not empty",
}
"""How a filter compares, by Datasette's name for it, in the words of the form. The others work in addresses."""

ROBOTS = """\
# The pages of people, events and sources may be indexed; filters, searches and SQL are without end.
User-agent: *
Disallow: /*?
Disallow: /search
"""


@dataclass
class Site:
    """What one running site knows beyond its database: the descriptor, how to cite it, the last day it tells of."""

    descriptor: Descriptor
    citation: str
    until: date
    counts: dict[str, int]
    home: pages.Home | None = None
    """The home page's values once they have been asked for: the database never changes while it is served."""

    @cached_property
    def terms(self) -> dict[tuple[str, str, str], str]:
        """The label of every term, by table, column and value."""
        return {
            (resource.name, field.name, term.value): term.label
            for resource in self.descriptor.resources
            for field in resource.fields
            for term in field.terms
        }

    def say(self, table: str, column: str, value: str) -> str:
        """How people say a term, or the value itself where it is none."""
        return self.terms.get((table, column, value), value)


Hook = TypeVar("Hook", bound=Callable[..., Any])


def hook(function: Hook) -> Hook:
    """Datasette's `hookimpl`, which has no types of its own."""
    return cast(Hook, hookimpl(function))


class SiteDatasette(Datasette):  # type: ignore[misc]
    """A Datasette for which the hooks below answer. It knows its site first: routes are made while it is being made."""

    def __init__(self, site: Site, **options: Any) -> None:
        self.cdnpoli_site = site
        super().__init__(**options)


def site_of(datasette: Any) -> Site | None:
    """What is known of `datasette` if it is ours."""
    return datasette.cdnpoli_site if isinstance(datasette, SiteDatasette) else None


@hook
def extra_template_vars(
    datasette: Any, view_name: str, database: str | None, table: str | None, request: Any
) -> Callable[[], Awaitable[dict[str, Any]]] | dict[str, Any]:
    """The values our templates use: `site` on every page; `home`, `page` and `form` where they belong."""
    site = site_of(datasette)
    if site is None:
        return {}

    async def values() -> dict[str, Any]:
        given: dict[str, Any] = {"site": site, "row_url": lambda link: _row_url(datasette, link)}
        given["in_words"] = in_words
        given["resources"] = {resource.name: resource for resource in site.descriptor.resources}
        given["questions"] = QUERIES
        if table and table in given["resources"]:
            given["resource"] = given["resources"][table]
            given["titles"] = {field.name: field.title for field in given["resource"].fields}
            given["facet_fields"] = {field.name: field for field in given["resource"].fields}
            given["facet_label"] = lambda field, label: _facet_label(given["resources"], field, label)
            given["lookups"] = LOOKUPS
        database_ = datasette.get_database(DATABASE)
        if view_name == "row" and request is not None and table:
            row_id = urlsafe_components(request.url_vars["pks"])[0]
            given["page"] = await pages.page(database_, site.descriptor, table, row_id, site.until)
        given["form"] = await _form(datasette, request)
        given["asked"] = any(field["value"] for field in given["form"]) or not given["form"]
        given["answer_columns"] = _answer_columns
        given["table_columns"] = lambda names: _table_columns(names, given.get("resource"))
        given["draw"] = lambda question, rows: picture(question, rows, site.say)
        if request is not None and request.args.get("day") and given["form"]:
            chamber = request.args.get("chamber") or "House of Commons"
            given["standings"] = await pages.standings(database_, request.args.get("day"), chamber)
            given["picture"] = half_circle(given["standings"], chamber)
        return given

    return values


@hook
def render_cell(row: Any, value: Any, column: str, table: str | None, datasette: Any) -> str | Markup | None:
    """Days as people write them, terms by their labels, uncertain rows marked, results of questions linked."""
    site = site_of(datasette)
    if site is None or value is None or isinstance(value, (bytes, dict)):
        return None
    if table is None:
        return _result_cell(datasette, site, row, value, column)
    try:
        field = site.descriptor.resource(table).field(column)
    except UnknownName:
        return None
    if field.type == "date":
        graded = column in ("date", "end_date") and "date_precision" in list(row.keys())
        return pages.when(str(value), row["date_precision"] if graded else None)
    if table in ROW_INDEXES and column in ("row_id", "table"):
        return _row_cell(datasette, site, row["table"], row["row_id"], column)
    if column in ("claim", "review_status") and (mark := pages.marks({column: value})):
        return mark
    return field.label(value) if field.terms else None


@hook
def prepare_connection(conn: sqlite3.Connection, datasette: Any) -> None:
    """Add said(table, column, value) to SQL: how people say a term of a vocabulary."""
    if (site := site_of(datasette)) is not None:
        conn.create_function("said", 3, site.say, deterministic=True)


@hook
def register_routes(datasette: Any) -> list[tuple[str, Any]]:
    """The home page, the search over everything, and what robots are told.

    Datasette's own home page would ask for the permissions of every table first, which takes longer than all the rest.
    """
    if site_of(datasette) is None:
        return []
    return [(r"^/$", _home), (r"^/search$", _search), (r"^/robots\.txt$", _robots)]


@hook
def asgi_wrapper(datasette: Any) -> Callable[[Any], Any]:
    """Add headers that keep a browser from loading or guessing anything, and make CSV harmless to spreadsheets."""

    def wrap(app: Any) -> Any:
        if site_of(datasette) is None:
            return app

        async def answer(scope: Any, receive: Any, send: Any) -> None:
            if scope["type"] != "http":
                await app(scope, receive, send)
                return
            stream: HarmlessStream | None = None
            if str(scope["path"]).endswith(".csv"):
                # Datasette would wrap the lines in a page for its developers, where they could not be told from HTML.
                asked = scope.get("query_string", b"").split(b"&")
                kept = [part for part in asked if part.partition(b"=")[0] != b"_trace"]
                scope = {**scope, "query_string": b"&".join(kept)}

            async def send_on(message: Any) -> None:
                nonlocal stream
                if message["type"] == "http.response.start":
                    extra = [(b"content-security-policy", POLICY.encode()), (b"x-content-type-options", b"nosniff")]
                    headers = [*message.get("headers", []), *extra]
                    message = {**message, "headers": headers}
                    stream = HarmlessStream() if _is_csv(str(scope["path"]), headers) else None
                elif stream is not None and message["type"] == "http.response.body":
                    more = message.get("more_body", False)
                    body = stream.pieces(message.get("body", b""), more=more)
                    message = {**message, "body": body}
                    if more and not body:
                        return
                await send(message)

            await app(scope, receive, send_on)

        return answer

    return wrap


def _is_csv(path: str, headers: Sequence[tuple[bytes, bytes]]) -> bool:
    """Whether an answer is CSV: Datasette sends it as plain text too, and what went wrong as a page."""
    kind = next((value for name, value in headers if name.lower() == b"content-type"), b"")
    return kind.startswith(b"text/csv") or (path.endswith(".csv") and kind.startswith(b"text/plain"))


async def _home(datasette: Any, request: Any) -> Any:
    site: Site = datasette.cdnpoli_site
    site.home = site.home or await pages.home(datasette.get_database(DATABASE), site.counts, site.until)
    described = about_dataset(site.descriptor, site.until, lambda path: datasette.absolute_url(request, path))
    values = {"home": site.home, "home_json_ld": in_script(described)}
    page = await datasette.render_template("index.html", values, request=request)
    return Response.html(page, headers={"cache-control": "max-age=60"})


async def _search(datasette: Any, request: Any) -> Any:
    words = request.args.get("q") or ""
    found = await pages.search(datasette.get_database(DATABASE), words)
    values = {"words": words, "found": found, "limit": pages.SHOWN}
    page = await datasette.render_template("search.html", values, request=request)
    return Response.html(page)


async def _robots() -> Any:
    return Response.text(ROBOTS)


async def _form(datasette: Any, request: Any) -> list[dict[str, Any]]:
    """The fields of the canned query that `request` asks for, with their choices; empty for any other query."""
    asked = tilde_decode(request.url_vars.get("table", "")) if request is not None else ""
    query = next((query for query in QUERIES if query.name == asked), None)
    if query is None:
        return []
    database = datasette.get_database(DATABASE)
    fields = []
    for parameter in query.parameters:
        choices = (await database.execute(parameter.choices)).rows if parameter.choices else []
        fields.append(
            {
                "parameter": parameter,
                "value": request.args.get(parameter.name) or "",
                "choices": [(str(value), str(label)) for value, label in choices],
            }
        )
    return fields


def _result_cell(datasette: Any, site: Site, row: Any, value: Any, column: str) -> str | Markup | None:
    if column not in SHOWN_OTHERWISE:
        return None
    names = list(row.keys())
    if column in LINKS:
        table, key = LINKS[column]
        if key in names and row[key]:
            href = _row_url(datasette, pages.Link("", table, str(row[key])))
            return Markup(f'<a href="{escape(href)}">{escape(value)}</a>')
    if column in ("date", "said") and "date_precision" in names:
        return pages.when(str(value), row["date_precision"])
    if column in DAYS:
        return pages.when(str(value))
    if column in ("review_status", "claim"):
        table = "statements" if "statement_id" in names else "caucus_changes"
        return pages.marks({column: value}) or site.say("events" if column == "claim" else table, column, str(value))
    if column == "kind" and "statement_id" in names:
        return site.say("statements", "kind", str(value))
    if column == "kind" and ("change_id" in names or "changes" in names):
        return site.say("caucus_changes", "kind", str(value))
    if column in ("table", "row") and "row_id" in names:
        return _row_cell(datasette, site, str(row["table"]), str(row["row_id"]), column)
    if column == "parliament" and "changes" in names:
        href = f"{datasette.urls.query(DATABASE, 'changes_of_caucus')}?parliament={int(value)}"
        return Markup('<a href="{}">{}</a>').format(href, value)
    return None


def _row_cell(datasette: Any, site: Site, table: str, row_id: str, column: str) -> str | Markup | None:
    """A row named by its table and its id: the table by its title, the id as the way there."""
    known = {resource.name: resource for resource in site.descriptor.resources}.get(table)
    if known is None:
        return None
    if column == "table":
        return known.title
    if len(known.primary_key) != 1:
        return None
    return Markup('<a href="{}">{}</a>').format(_row_url(datasette, pages.Link("", table, row_id)), row_id)


def _facet_label(resources: Mapping[str, Resource], field: Field, label: object) -> str:
    """A value in a list of facets, by its label where it is a term, by its title where it is a table."""
    if field.name == "table" and label in resources:
        return resources[str(label)].title
    return field.label(label) if label else "none"


@dataclass(frozen=True)
class Shown:
    """A column that is shown: where in the row it stands, its heading, and the attributes of its cells as HTML."""

    place: int
    heading: str
    attributes: Markup

    @classmethod
    def of(cls, place: int, name: str, heading: str, kind: str = "") -> Shown:
        """The column `name`; its cells bear the heading too, which a telephone shows beside each."""
        classes = f"{kind} col-{to_css_class(name)}".strip()
        return cls(place, heading, Markup(' class="{}" data-label="{}"').format(classes, heading))


def _answer_columns(names: Sequence[str], question: str | None) -> list[Shown]:
    """The columns of an answer: of a question those for people, of SQL all by their names."""
    if not question:
        return [Shown.of(place, name, name) for place, name in enumerate(names)]
    return [
        Shown.of(place, name, name.replace("_", " ").capitalize())
        for place, name in enumerate(names)
        if not _is_hidden(name)
    ]


def _table_columns(names: Sequence[str], resource: Resource | None) -> list[Shown]:
    """The columns of a table page, by their titles; how exact a date is, the date itself says."""
    titles = {field.name: field.title for field in resource.fields} if resource else {}
    keys = {*resource.primary_key, "Link"} if resource and len(resource.primary_key) == 1 else {"Link"}
    return [
        Shown.of(place, name, titles.get(name, name), "key" if name in keys else "")
        for place, name in enumerate(names)
        if not name.endswith("_precision")
    ]


def _is_hidden(column: str) -> bool:
    """Ids, precisions and colours serve other columns of a result and are not shown themselves."""
    return column.endswith(("_id", "_precision")) or column in ("color", "from_color", "to_color")


def _row_url(datasette: Any, link: pages.Link) -> str:
    """The address of the row that `link` leads to."""
    return f"{datasette.urls.table(DATABASE, link.table)}/{tilde_encode(link.row_id)}"
