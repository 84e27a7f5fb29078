"""What datasette loads: hooks alone. Whatever they need is loaded when it is asked for."""

from tl_datasette.plugin.hooks import (
    canned_queries,
    get_metadata,
    menu_links,
    prepare_connection,
    register_routes,
)

__all__ = [
    "canned_queries",
    "get_metadata",
    "menu_links",
    "prepare_connection",
    "register_routes",
]
