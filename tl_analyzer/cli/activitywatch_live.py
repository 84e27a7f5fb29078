"""Desk time straight from a running ActivityWatch on this computer, only when asked for.

Nothing but the loopback interface is ever spoken to, and nothing but AFK events is requested:
window titles and addresses stay where they are.
"""

import json
import os
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from http.client import HTTPException, HTTPMessage
from typing import IO
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlencode, urlsplit
from urllib.request import HTTPRedirectHandler, ProxyHandler, Request, build_opener

from tl_analyzer.adapter import SourceFile
from tl_analyzer.cli.failure import UsageFailure

#: Name under which what was fetched appears among the sources.
LIVE_NAME = "activitywatch (live)"
#: Environment variable with the key of a server that asks for one.
KEY_VARIABLE = "TL_ACTIVITYWATCH_KEY"

_HOSTS = ("localhost", "127.0.0.1", "::1")
_PORT = 5600
_AFK_TYPE = "afkstatus"
_CHUNK = 1 << 16
_HINT = {
    400: "The server answers only to localhost and 127.0.0.1: use http://localhost:5600.",
    401: f"The server asks for a key: put the api_key of its settings into {KEY_VARIABLE}.",
    403: f"The server asks for a key: put the api_key of its settings into {KEY_VARIABLE}.",
    404: "Is that the port of ActivityWatch? It is 5600, or 5666 when testing.",
}


@dataclass(frozen=True, slots=True)
class Bounds:
    """How long and how much is waited for.

    Attributes
    ----------
    silence_s, whole_s : float
        Longest wait for the next bytes, and for one answer in all. [s]
    answer_bytes : int
        Largest answer. [bytes]
    buckets : int
        Most AFK buckets. [1]
    weeks : int
        Weeks of events that are asked for: what a report looks back on. [1]
    margin : timedelta
        Asked for beyond both ends, for the server cuts events there.
    """

    silence_s: float = 10.0
    whole_s: float = 60.0
    answer_bytes: int = 64 * 1024**2
    buckets: int = 100
    weeks: int = 20
    margin: timedelta = timedelta(days=1)


class _Unusable(Exception):
    """An answer that is not what a server of ActivityWatch gives."""


class _NoRedirect(HTTPRedirectHandler):
    """Leaves a redirection an error: it could lead anywhere."""

    def redirect_request(
        self,
        req: Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: HTTPMessage,
        newurl: str,
    ) -> None:
        """Follow nothing."""
        return


def fetch_activitywatch(url: str, until: datetime, bounds: Bounds | None = None) -> SourceFile:
    """Fetch the AFK events of the weeks before an instant, as an export in memory.

    Parameters
    ----------
    url : str
        Address of the server, on this computer: ``http://localhost:5600``.
    until : datetime
        End of what is asked for.
    bounds : Bounds, optional
        How long and how much is waited for.

    Returns
    -------
    SourceFile
        An export of the AFK buckets, to be read like any other.

    Raises
    ------
    UsageFailure
        If the address is not on this computer, or there is no such server.
    """
    bounds = bounds or Bounds()
    server = _Server(_base(url), bounds)
    period = (until - timedelta(weeks=bounds.weeks) - bounds.margin, until + bounds.margin)
    try:
        buckets = dict(_buckets(server, period, bounds.buckets))
    except HTTPError as why:
        why.close()
        hint = _HINT.get(why.code, "Is that address the one of ActivityWatch?")
        raise UsageFailure(f"--activitywatch {url}: the server answers {why.code}", hint) from None
    except (URLError, OSError, HTTPException, _Unusable) as why:
        cause = getattr(why, "reason", None) or why
        reason = getattr(cause, "strerror", None) or cause
        raise UsageFailure(
            f"--activitywatch {url}: {reason}",
            "Is ActivityWatch running on this computer? Its address is in its own settings page.",
        ) from None
    return SourceFile.of_bytes(LIVE_NAME, json.dumps({"buckets": buckets}).encode())


def live_sources(url: str | None, until: datetime) -> tuple[SourceFile, ...]:
    """What ``--activitywatch`` adds to the inputs: nothing without it."""
    return () if url is None else (fetch_activitywatch(url, until),)


class _Server:
    """Asks a server on this computer, without proxies or redirections."""

    def __init__(self, base: str, bounds: Bounds) -> None:
        self._base, self._bounds = base, bounds
        self._opener = build_opener(ProxyHandler({}), _NoRedirect())

    def get(self, path: str) -> object:
        """The answer to a request, as JSON."""
        # The server answers to these two names of the loopback interface alone.
        port = urlsplit(self._base).port
        headers = {"Host": f"localhost:{port}", "Accept": "application/json"}
        if key := os.environ.get(KEY_VARIABLE):
            headers["Authorization"] = f"Bearer {key}"
        request = Request(self._base + path, headers=headers)
        began = time.monotonic()
        with self._opener.open(request, timeout=self._bounds.silence_s) as answer:
            body = bytearray()
            while part := answer.read1(_CHUNK):
                body += part
                if len(body) > self._bounds.answer_bytes:
                    raise _Unusable(f"an answer of more than {self._bounds.answer_bytes} bytes")
                if time.monotonic() - began > self._bounds.whole_s:
                    raise _Unusable(f"an answer that takes more than {self._bounds.whole_s:g} s")
        try:
            return json.loads(body)
        except (ValueError, RecursionError):
            raise _Unusable("an answer that is not JSON") from None


def _base(url: str) -> str:
    """Scheme, host and port of a server on this computer.

    Raises
    ------
    UsageFailure
        If it is anywhere else.
    """
    try:
        parts = urlsplit(url)
        port = parts.port or _PORT
    except ValueError:
        parts, port = urlsplit(""), _PORT
    plain = not (parts.username or parts.password or parts.query or parts.fragment)
    if parts.scheme != "http" or parts.hostname not in _HOSTS or parts.path.strip("/") or not plain:
        raise UsageFailure(
            f"--activitywatch {url!r} is no server on this computer",
            f"Only http:// with {', '.join(_HOSTS[:2])} or [{_HOSTS[2]}] is spoken to, such as"
            f" http://localhost:{_PORT}. Of another computer give an export as a file.",
        )
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    return f"http://{host}:{port}"


def _buckets(
    server: _Server, period: tuple[datetime, datetime], most: int
) -> Iterator[tuple[str, Mapping[str, object]]]:
    """The AFK buckets with their events; of the others nothing but their type is looked at."""
    listed = server.get("/api/0/buckets/")
    if not isinstance(listed, dict):
        raise _Unusable("an answer that is no list of buckets")
    own = [name for name, bucket in listed.items() if _is_afk(bucket)]
    if len(own) > most:
        raise _Unusable(f"more than {most} AFK buckets")
    start, end = (each.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") for each in period)
    asked = urlencode({"start": start, "end": end})
    for name in own:
        events = server.get(f"/api/0/buckets/{quote(name, safe='')}/events?{asked}")
        if not isinstance(events, list):
            raise _Unusable("an answer that is no list of events")
        yield name, {"id": name, "type": _AFK_TYPE, "client": "", "events": events}


def _is_afk(bucket: object) -> bool:
    return isinstance(bucket, dict) and bucket.get("type") == _AFK_TYPE
