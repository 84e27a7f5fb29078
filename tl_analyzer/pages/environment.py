"""Templates to self-contained pages: escaped, without a request, under a strict policy."""

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import NamedTuple

from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

#: Where style and script lie beside the templates.
_FOLDER = "templates"

#: Comments of a style, and the air in it: for those who write it, not for those who open a page.
_COMMENT, _AIR = re.compile(r"/\*.*?\*/", re.DOTALL), re.compile(r"\s*([{};,]|\n)\s*")

#: So many letters without a space are no word that anybody would miss the end of.
_LONG_RUN = re.compile(r"\S{24}")

#: Characters that mean nothing in a CSS string.
_HARMLESS = re.compile(r"[A-Za-z0-9 .,:-]")


class Asset(NamedTuple):
    """A style or script that stands inside the page.

    Attributes
    ----------
    text : Markup
        As it stands between its tags.
    source : Markup
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
        finalize=_breakable,
    )
    made.globals |= {"asset": asset, "running_header": running_header}
    made.filters["asset"] = asset
    return made


@pass_context
def _breakable(context: Context, value: object) -> object:
    """Let long words break on paper: the printer breaks ordinary ones as well, if told to."""
    if context.get("static") and isinstance(value, str) and not isinstance(value, Markup):
        return _LONG_RUN.sub("\\g<0>\u200b", value)
    return value


@cache
def asset(name: str) -> Asset:
    """A style or script of this package, and the hash by which a page may allow it alone."""
    text = files("tl_analyzer.pages").joinpath(_FOLDER, name).read_text(encoding="utf-8")
    return _allowed(_closer(text) if name.endswith(".css") else text)


def running_header(words: str) -> Asset:
    """A style that prints a line at the head of every sheet of paper.

    Parameters
    ----------
    words : str
        Plain text, perhaps with somebody's name in it: whatever could end a CSS string is
        written as a code point.
    """
    quoted = "".join(c if _HARMLESS.fullmatch(c) else f"\\{ord(c):06x} " for c in words)
    box = f'content:"{quoted}";font:7.5pt sans-serif;color:#545e68'
    return _allowed(f"@page{{@top-left{{{box}}}}}")


def _closer(style: str) -> str:
    """Write a style without what only its writer reads."""
    return _AIR.sub(lambda found: found[1].strip(), _COMMENT.sub("", style)).strip()


def _allowed(text: str) -> Asset:
    digest = b64encode(sha256(text.encode()).digest()).decode()
    return Asset(Markup(text), Markup(f"'sha256-{digest}'"))
