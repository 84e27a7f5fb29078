"""The log store in datasette: pages, SQL functions and canned queries over it.

Datasette loads `tl_datasette.plugin`; `tl_datasette.command` is ``tl connect datasette``.
"""
