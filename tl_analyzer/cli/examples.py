"""Examples below the help of a command."""

#: Tells click to leave the lines of a paragraph as they are.
_AS_WRITTEN = "\b"


def examples(*lines: str) -> str:
    """Epilog of a command: one example a line."""
    return "\n".join((_AS_WRITTEN, "Examples:", *(f"  {line}" for line in lines)))
