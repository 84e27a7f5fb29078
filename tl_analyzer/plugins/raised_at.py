"""Where foreign code raised: the line that its author should look at."""

from traceback import walk_tb

#: Packages whose lines tell an author nothing: this program, and what imports modules.
_NOT_THEIRS = frozenset({"tl_analyzer", "importlib"})


def raised_at(why: BaseException) -> str:
    """Say where it was raised, as ``, at line 25 of my_app.session``.

    Parameters
    ----------
    why : BaseException
        As it was caught.

    Returns
    -------
    str
        The innermost line of the package that was called first; libraries that it calls in turn
        are passed over. Empty where nobody's line but ours is on the way.
    """
    first = place = ""
    for frame, line in walk_tb(why.__traceback__):
        module = frame.f_globals.get("__name__")
        if not isinstance(module, str):
            continue
        package = module.partition(".")[0]
        first = first or ("" if package in _NOT_THEIRS else package)
        if package == first:
            place = f", at line {line} of {module}"
    return place
