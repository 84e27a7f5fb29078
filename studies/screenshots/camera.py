"""A headless browser that photographs files: whole pages in slices, and sheets of paper."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal, NamedTuple

from playwright.sync_api import Browser, sync_playwright

from studies.screenshots.chromium import ARGUMENTS, chromium

#: Longest picture; longer pages are cut into slices. [px]
_SLICE = 2400

#: Sharpness of printed pages. [dots/inch]
_DPI = 110

Scheme = Literal["light", "dark"]


class Sight(NamedTuple):
    """How a page is looked at: name, width and height of the window [px], and scheme."""

    name: str
    width: int
    height: int
    scheme: Scheme


SIGHTS = (
    Sight("phone-light", 390, 844, "light"),
    Sight("phone-dark", 390, 844, "dark"),
    Sight("desk-light", 1280, 900, "light"),
    Sight("desk-dark", 1280, 900, "dark"),
)


@contextmanager
def camera() -> Iterator[Browser]:
    """Start the browser of the system.

    Raises
    ------
    FileNotFoundError
        If there is none.
    """
    found = chromium()
    if found is None:
        raise FileNotFoundError("chromium is not installed")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=list(ARGUMENTS))
        yield browser
        browser.close()


def photographs(browser: Browser, file: Path, sight: Sight, out: Path) -> None:
    """Photograph a whole page, from above, into ``NAME-SIGHT-1.png`` and so on."""
    context = browser.new_context(
        viewport={"width": sight.width, "height": sight.height},
        color_scheme=sight.scheme,
        offline=True,
    )
    page = context.new_page()
    page.goto(file.as_uri())
    height = int(page.evaluate("document.documentElement.scrollHeight"))
    for place, top in enumerate(range(0, height, _SLICE), start=1):
        page.screenshot(
            path=out / f"{file.stem}-{sight.name}-{place}.png",
            full_page=True,
            clip={
                "x": 0,
                "y": top,
                "width": sight.width,
                "height": min(_SLICE, height - top),
            },
        )
    context.close()


def printed(browser: Browser, file: Path, out: Path) -> Path:
    """Print a page as the browser does."""
    sheet = out / f"{file.stem}-print.pdf"
    context = browser.new_context(offline=True)
    page = context.new_page()
    page.goto(file.as_uri())
    page.pdf(path=sheet, prefer_css_page_size=True, print_background=True)
    context.close()
    return sheet


def sheets(pdf: Path) -> None:
    """Draw the pages of a PDF, with the tool of poppler."""
    command = ("pdftoppm", "-r", str(_DPI), "-png", str(pdf), str(pdf.with_suffix("")))
    subprocess.run(command, check=True)
