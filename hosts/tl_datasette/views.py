"""The pages below ``/-/tl``: permissions, then values, then a template of datasette's own kind."""

import asyncio
from typing import Any
from urllib.parse import unquote, urlencode

from datasette import Forbidden, NotFound, Response
from datasette.utils import tilde_decode, tilde_encode

from tl_datasette.answers import explanation, notice
from tl_datasette.held import athletes_of
from tl_datasette.page_values import WEEKS, athlete_page
from tl_datasette.served import visible_stores
from tl_datasette.unanswered import UnansweredError, answering

#: Under this name datasette serves the plugin's own files.
_DISTRIBUTION = "tl-analyzer"

_NO_STORE = (
    "No log store of this version of tl-analyzer is served here. `tl connect datasette` says how to"
    " serve one; `tl report --store FILE` brings an older one up, or says what is wrong with it."
)

#: Nobody but this reader keeps the page.
_HEADERS = {"Cache-Control": "private, no-store", "Referrer-Policy": "same-origin"}


async def index(datasette: Any, request: Any) -> Any:
    """Everybody in the log stores that are served."""
    seen = await _visible(datasette, request)
    try:
        lists = [await asyncio.to_thread(athletes_of, path) for path in seen.values()]
        said = {"notice": await asyncio.to_thread(notice)}
    except UnansweredError as why:
        return await _unanswered(datasette, request, why)
    links = [
        (database, [(each, _athlete_path(datasette, each, database)) for each in athletes])
        for database, athletes in zip(seen, lists, strict=True)
    ]
    return await _page(datasette, request, "tl_index.html", {"stores": links, **said})


async def athlete(datasette: Any, request: Any) -> Any:
    """One athlete's weeks: ``?week=2026-W46``, ``?weeks=12``, ``?database=log`` of several."""
    seen = await _visible(datasette, request)
    database = request.args.get("database") or next(iter(seen))
    if database not in seen:
        raise Forbidden("view-database")
    who = tilde_decode(unquote(request.url_vars["athlete"]))
    asked, week = request.args.get("weeks") or "", request.args.get("week") or ""
    # Three digits: what is beyond them is cut anyway.
    count = int(asked) if asked.isascii() and asked.isdigit() and len(asked) <= 3 else WEEKS
    try:
        page = await asyncio.to_thread(athlete_page, seen[database], who, week, count)
    except UnansweredError as why:
        return await _unanswered(datasette, request, why)
    said = {
        "page": page,
        "database": database,
        "athlete_path": _athlete_path(datasette, page.athlete, database, weeks=count),
        "query": urlencode({"athlete": page.athlete}),
    }
    return await _page(datasette, request, "tl_athlete.html", said)


async def rules(datasette: Any, request: Any) -> Any:
    """Every rule there is."""
    await _visible(datasette, request)
    try:
        known = await asyncio.to_thread(_rules)
    except UnansweredError as why:
        return await _unanswered(datasette, request, why)
    return await _page(datasette, request, "tl_rules.html", {"rules": known})


async def rule(datasette: Any, request: Any) -> Any:
    """Why a rule exists: its marks, evidence and sources."""
    await _visible(datasette, request)
    code = tilde_decode(unquote(request.url_vars["code"]))
    try:
        if code not in [known for known, _, _ in await asyncio.to_thread(_rules)]:
            raise UnansweredError(f"there is no rule {code[:40]!r}", "`/-/tl/rule/` lists them.")
        text = await asyncio.to_thread(explanation, code)
    except UnansweredError as why:
        return await _unanswered(datasette, request, why)
    return await _page(datasette, request, "tl_rule.html", {"code": code, "text": text})


def _rules() -> list[tuple[str, str, str]]:
    with answering():
        import tl_analyzer as tl

        return [(each.code, each.name, str(each.channel)) for each in tl.rules_in_use()]


async def _visible(datasette: Any, request: Any) -> dict[str, str]:
    """The stores this reader may view.

    Raises
    ------
    NotFound, Forbidden
        If no store is served, or none to this reader.
    """
    seen = await visible_stores(datasette, request.actor)
    if seen:
        return seen
    from tl_datasette.served import stores

    if stores(datasette):
        raise Forbidden("view-database")
    raise NotFound(_NO_STORE)


def _athlete_path(datasette: Any, athlete: str, database: str, weeks: int = WEEKS) -> str:
    path = datasette.urls.path(f"/-/tl/{tilde_encode(athlete)}")
    asked = {"database": database} | ({} if weeks == WEEKS else {"weeks": str(weeks)})
    return f"{path}?{urlencode(asked)}"


async def _unanswered(datasette: Any, request: Any, why: UnansweredError) -> Any:
    return await _page(datasette, request, "tl_unanswered.html", {"why": why}, status=404)


async def _page(
    datasette: Any, request: Any, template: str, said: dict[str, Any], status: int = 200
) -> Any:
    said["rule_path"] = datasette.urls.path("/-/tl/rule/")
    said["index_path"] = datasette.urls.path("/-/tl")
    said["style_path"] = datasette.urls.static_plugins(_DISTRIBUTION, "pages.css")
    html = await datasette.render_template(template, said, request=request)
    return Response.html(html, status=status, headers=_HEADERS)
