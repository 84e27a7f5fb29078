"""The ActivityWatch server of this computer: requests over loopback, and nowhere else."""

import json
import os
import time
from dataclasses import dataclass
from http.client import HTTPException, HTTPMessage
from typing import IO
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit
from urllib.request import HTTPRedirectHandler, ProxyHandler, Request, build_opener

from tl_analyzer.remedy import RemediableError

#: Environment variable with the key of a server that asks for one.
KEY_VARIABLE = "TL_ACTIVITYWATCH_KEY"
#: Where the server listens unless it is told otherwise.
DEFAULT_URL = "http://localhost:5600"

_HOSTS = ("localhost", "127.0.0.1", "::1")
_PORT = 5600
_CHUNK = 1 << 16
_HINT = {
    400: f"The server answers only to localhost and 127.0.0.1: use {DEFAULT_URL}.",
    401: f"The server asks for a key: put the api_key of its settings into {KEY_VARIABLE}.",
    403: f"The server asks for a key: put the api_key of its settings into {KEY_VARIABLE}.",
    404: "Is that the port of ActivityWatch? It is 5600, or 5666 when testing.",
    500: "The server itself failed, and its log tells why; that of PyPI needs peewee below 4.",
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
    """

    silence_s: float = 10.0
    whole_s: float = 60.0
    answer_bytes: int = 64 * 1024**2


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


class ActivityWatchServer:
    """A server on this computer, spoken to without proxies or redirections.

    Parameters
    ----------
    url : str
        Its address: ``http://localhost:5600``.
    bounds : Bounds, optional
        How long and how much is waited for.

    Raises
    ------
    RemediableError
        If the address is not on this computer; and by each request, if there is no such server or
        it does not answer like one.
    """

    def __init__(self, url: str, bounds: Bounds | None = None) -> None:
        self.url = _base(url)
        self._bounds = bounds or Bounds()
        self._opener = build_opener(ProxyHandler({}), _NoRedirect())

    def buckets(self) -> dict[str, object]:
        """What the server says of each bucket, by its id."""
        listed = self._ask("/api/0/buckets/")
        if not isinstance(listed, dict):
            raise self._failed("an answer that is no list of buckets")
        return listed

    def events(self, bucket: str, query: str = "") -> list[object]:
        """The events of a bucket; `query` may narrow them."""
        narrowed = f"?{query}" if query else ""
        listed = self._ask(f"{_path(bucket)}/events{narrowed}")
        if not isinstance(listed, list):
            raise self._failed("an answer that is no list of events")
        return listed

    def hostname(self) -> str:
        """The name under which the server knows this computer."""
        told = self._ask("/api/0/info")
        name = told.get("hostname") if isinstance(told, dict) else None
        if not isinstance(name, str):
            raise self._failed("an answer that names no computer")
        return name

    def create_bucket(self, bucket: str, *, client: str, kind: str, hostname: str) -> None:
        """Make a bucket that does not exist yet."""
        self._ask(_path(bucket), {"client": client, "type": kind, "hostname": hostname})

    def put_events(self, bucket: str, events: list[dict[str, object]]) -> None:
        """Add events to a bucket; one with the ``id`` of an event there replaces it."""
        self._ask(f"{_path(bucket)}/events", events)

    def _ask(self, path: str, content: object = None) -> object:
        try:
            return self._answer(path, content)
        except HTTPError as why:
            why.close()
            hint = _HINT.get(why.code, "Is that address the one of ActivityWatch?")
            raise RemediableError(
                f"ActivityWatch at {self.url}: the server answers {why.code}", hint
            ) from None
        except (URLError, OSError, HTTPException, _Unusable) as why:
            cause = getattr(why, "reason", None) or why
            raise self._failed(str(getattr(cause, "strerror", None) or cause)) from None

    def _failed(self, reason: str) -> RemediableError:
        return RemediableError(
            f"ActivityWatch at {self.url}: {reason}",
            "Is ActivityWatch running on this computer? Its address is in its own settings page.",
        )

    def _answer(self, path: str, content: object) -> object:
        # The server answers to these two names of the loopback interface alone.
        headers = {"Host": f"localhost:{urlsplit(self.url).port}", "Accept": "application/json"}
        if key := os.environ.get(KEY_VARIABLE, "").strip():
            if not (key.isascii() and key.isprintable()):
                raise RemediableError(
                    f"{KEY_VARIABLE} holds what no key of ActivityWatch does",
                    "Put the api_key of its settings there, as it stands.",
                )
            headers["Authorization"] = f"Bearer {key}"
        sent = None
        if content is not None:
            headers["Content-Type"] = "application/json"
            sent = json.dumps(content).encode()
        request = Request(self.url + path, data=sent, headers=headers)
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


def _path(bucket: str) -> str:
    # A name may hold half of a character: it is sent as it came.
    return f"/api/0/buckets/{quote(bucket, safe='', errors='surrogatepass')}"


def _base(url: str) -> str:
    """Scheme, host and port of a server on this computer.

    Raises
    ------
    RemediableError
        If it is anywhere else.
    """
    try:
        parts = urlsplit(url)
        port = parts.port or _PORT
    except ValueError:
        parts, port = urlsplit(""), _PORT
    plain = not (parts.username or parts.password or parts.query or parts.fragment)
    if parts.scheme != "http" or parts.hostname not in _HOSTS or parts.path.strip("/") or not plain:
        raise RemediableError(
            f"ActivityWatch: {url!r} is no server on this computer",
            f"Only http:// with {', '.join(_HOSTS[:2])} or [{_HOSTS[2]}] is spoken to, such as"
            f" {DEFAULT_URL}. Of another computer give an export as a file.",
        )
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    return f"http://{host}:{port}"
