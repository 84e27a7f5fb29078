"""File names of the athletes' pages: safe on every system, and the same in every run."""

import re
from collections.abc import Iterable
from hashlib import blake2b

#: An id that is a good file name as it stands.
_GOOD = re.compile(r"[a-z0-9](?:[a-z0-9_-]{0,58}[a-z0-9])?")
#: Names that Windows keeps for devices.
_KEPT = re.compile(r"con|prn|aux|nul|(?:com|lpt)[0-9]")
#: What a name that was made from an id ends with; such an id is not taken as it stands, so that
#: nobody can choose the name that another one is given.
_MARKED = re.compile(r".*-[0-9a-f]{8}")
#: Characters of the id that such a name keeps, for those who look into the folder. [1]
_KEEPS = 40


def page_names(ids: Iterable[str]) -> tuple[str, ...]:
    """A file name for each id, in their order.

    A name depends on its id alone, unless the same id comes again: then it is numbered.

    Parameters
    ----------
    ids : iterable of str
        Foreign text: anything may stand in it.

    Returns
    -------
    tuple of str
        ``anna.html``; letters, digits, ``-`` and ``_`` alone, all different.
    """
    seen: dict[str, int] = {}
    names = []
    for id_ in ids:
        stem = _stem(id_)
        seen[stem] = again = seen.get(stem, 0) + 1
        # Numbers stand behind a dot, which no stem holds.
        names.append(f"{stem}.html" if again == 1 else f"{stem}.{again}.html")
    return tuple(names)


def _stem(id_: str) -> str:
    if _GOOD.fullmatch(id_) and not _KEPT.fullmatch(id_) and not _MARKED.fullmatch(id_):
        return id_
    readable = re.sub(r"[^a-z0-9]+", "-", id_.lower()).strip("-")[:_KEEPS].strip("-")
    mark = blake2b(id_.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()
    return f"{readable or 'athlete'}-{mark}"
