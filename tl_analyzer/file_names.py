"""Names of files for people: as short as they still tell the files apart."""

from collections.abc import Iterable


def short_names(files: Iterable[str]) -> dict[str, str]:
    """Name each file by the end of its path; folders stand there where two names are alike.

    Parameters
    ----------
    files : iterable of str
        Paths, as any system writes them.
    """
    parts = {file: file.replace("\\", "/").rstrip("/").split("/") for file in files}
    named: dict[str, str] = {}
    left, depth = list(parts), 1
    while left:
        alike: dict[str, list[str]] = {}
        for file in left:
            alike.setdefault("/".join(parts[file][-depth:]), []).append(file)
        for name, those in alike.items():
            if len(those) == 1 or all(len(parts[file]) <= depth for file in those):
                named |= dict.fromkeys(those, name)
        left = [file for file in left if file not in named]
        depth += 1
    return named
