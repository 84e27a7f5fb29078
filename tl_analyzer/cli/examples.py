"""Examples below the help of a command."""

#: Tells click to leave the lines of a paragraph as they are.
_AS_WRITTEN = "\b"


def examples(*lines: str) -> str:
    """Epilog of a command: one example a line."""
    return as_written("Examples:", *lines)


def as_written(title: str, *lines: str) -> str:
    """A paragraph of an epilog whose lines stay as they are."""
    return "\n".join((_AS_WRITTEN, title, *(f"  {line}" for line in lines)))
