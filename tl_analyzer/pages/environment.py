"""Templates to self-contained pages: escaped, without a request, under a strict policy."""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import NamedTuple

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

#: Where style and script lie beside the templates.
_FOLDER = "templates"


class Asset(NamedTuple):
    """A style or script that stands inside the page.

    Attributes
    ----------
    text : Markup
        As it stands between its tags.
    source : str
        By which the policy of the page knows it: ``'sha256-...'``.
    """

    text: Markup
    source: Markup


def rendered(template: str, **values: object) -> str:
    """Write a page from a template of this package.

    Parameters
    ----------
    template : str
        Its name: ``weekly.html.j2``.
    **values : object
        What the template names; all text in them is escaped, whatever it holds.

    Returns
    -------
    str
        A page that opens without a network and asks for nothing.
    """
    return environment().get_template(template).render(**values)


@cache
def environment() -> Environment:
    """The one environment: everything is escaped, and a name that is missing is a fault."""
    made = Environment(
        loader=PackageLoader("tl_analyzer.pages", _FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.globals["asset"] = asset
    return made


@cache
def asset(name: str) -> Asset:
    """A style or script of this package, and the hash by which a page may allow it alone."""
    text = files("tl_analyzer.pages").joinpath(_FOLDER, name).read_text(encoding="utf-8")
    digest = b64encode(sha256(text.encode()).digest()).decode()
    return Asset(Markup(text), Markup(f"'sha256-{digest}'"))
