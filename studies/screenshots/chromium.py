"""The browser of the system, and how it is started: for pictures and for browser tests."""

import shutil

#: It keeps to itself, and may run as root in a container.
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


def chromium() -> str | None:
    """Where Chromium lies; None where it is not installed."""
    return shutil.which("chromium") or shutil.which("chromium-browser")
