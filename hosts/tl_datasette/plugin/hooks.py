"""The hooks that datasette calls: none of them ever raises, nothing is loaded before its use."""

import sys
from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from datasette import hookimpl

P = ParamSpec("P")
R = TypeVar("R")


def _hook(function: Callable[P, R]) -> Callable[P, R | None]:
    """Mark a hook; what it fails with becomes one line, and datasette goes on without it."""

    @wraps(function)
    def contained(*args: P.args, **kwargs: P.kwargs) -> R | None:
        try:
            return function(*args, **kwargs)
        except Exception as why:
            said = f"tl-analyzer: {function.__name__}: {type(why).__name__}: {why}"
            print(said, file=sys.stderr)
            return None

    marked: Callable[P, R | None] = hookimpl(contained)
    return marked


@_hook
def prepare_connection(conn: Any, database: str, datasette: Any) -> None:
    """Give a log store its SQL functions; any other database is left alone."""
    from tl_datasette.served import path_of
    from tl_datasette.sql_functions import give_functions
    from tl_datasette.store_file import is_store

    path = path_of(datasette, database)
    if path is not None and is_store(conn):
        give_functions(conn, path)


@_hook
def register_routes() -> list[tuple[str, Callable[..., Any]]]:
    """The pages below ``/-/tl``."""
    return [
        (r"^/-/tl$", _view("index")),
        (r"^/-/tl/rule/$", _view("rules")),
        (r"^/-/tl/rule/(?P<code>[^/]+)$", _view("rule")),
        (r"^/-/tl/(?P<athlete>[^/]+)$", _view("athlete")),
    ]


@_hook
def canned_queries(datasette: Any, database: str) -> dict[str, dict[str, str]]:
    """Queries that stand below a log store."""
    from tl_datasette.metadata import queries
    from tl_datasette.served import store_of

    return {} if store_of(datasette, database) is None else queries()


@_hook
def get_metadata(datasette: Any) -> dict[str, Any]:
    """Titles, descriptions and units of log stores."""
    from tl_datasette.metadata import metadata_of_store
    from tl_datasette.served import stores

    return {"databases": {name: metadata_of_store() for name in stores(datasette)}}


@_hook
def menu_links(datasette: Any) -> list[dict[str, str]]:
    """A link to the pages, where a log store is served."""
    from tl_datasette.served import stores

    if not stores(datasette):
        return []
    return [{"href": datasette.urls.path("/-/tl"), "label": "Training exposure"}]


def _view(name: str) -> Callable[..., Any]:
    async def shown(datasette: Any, request: Any) -> Any:
        try:
            from tl_datasette import views
        except Exception as why:
            from datasette import Response

            said = f"The pages of tl-analyzer cannot be loaded: {type(why).__name__}: {why}"
            return Response.text(said, status=500)
        return await getattr(views, name)(datasette, request)

    return shown
