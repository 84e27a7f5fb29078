"""What becomes of a report: a page on standard output or in a file, a message in a file."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from tl_analyzer.cli.delivery import deliver, deliver_bytes, loaded, refuse_terminal, write_private
from tl_analyzer.cli.failure import UsageFailure
from tl_analyzer.cli.terminal import file_layout, terminal_layout
from tl_analyzer.remedy import RemediableError
from tl_analyzer.report.audience import Audience
from tl_analyzer.report.formats import binary_format, is_text, text_format

if TYPE_CHECKING:
    from email.headerregistry import Address

    from tl_analyzer.report.layout import Layout
    from tl_analyzer.report.mail import Attachment
    from tl_analyzer.report.weekly_report import WeeklyReport


#: What a mail program shows as it is printed; of all other formats it gets the page.
_PDF = "pdf"


@dataclass(frozen=True, slots=True)
class Delivery:
    """Where a report goes.

    Attributes
    ----------
    form : str
        Name of its format.
    out : Path or None
        File for it; standard output without.
    mail : Path or None
        File for a message with it; the report itself is then written only where `out` says so.
    mail_to : tuple of str
        Addresses of the message.
    audience : Audience
        Who reads it.
    details : bool
        Whether the terminal says everything.
    """

    form: str
    out: Path | None
    mail: Path | None
    mail_to: tuple[str, ...]
    audience: Audience
    details: bool

    def check(self) -> None:
        """Refuse what cannot be, before the work begins.

        Raises
        ------
        UsageFailure
            If options contradict each other, a terminal would get a binary file, or the format
            needs what is not installed.
        """
        if self.mail_to and self.mail is None:
            raise UsageFailure(
                "--mail-to needs a message to address", "Add --mail FILE.eml; nothing is sent."
            )
        self._addresses()
        if not loaded(lambda: is_text(self.form)):
            if self.out is None and self.mail is None:
                refuse_terminal()
            loaded(lambda: binary_format(self.form))

    def deliver(self, report: "WeeklyReport") -> None:
        """Write the report.

        Raises
        ------
        UsageFailure
            If a file cannot be written.
        """
        # All of it is made before any of it is written: a format may fail.
        page = self._page(report) if self.mail is None or self.out is not None else None
        if self.mail is not None:
            write_private(self.mail, self._message(report))
        if isinstance(page, str):
            deliver(page, self.out, self._layout().color)
        elif page is not None:
            deliver_bytes(page, self.out)

    def _page(self, report: "WeeklyReport") -> str | bytes:
        written = text_format(self.form) if is_text(self.form) else binary_format(self.form)
        return written(report, self._layout())

    def _layout(self) -> "Layout":
        layout = file_layout() if self.out else terminal_layout()
        return replace(layout, audience=self.audience, details=self.details)

    def _message(self, report: "WeeklyReport") -> bytes:
        from tl_analyzer.report.mail import mail

        return mail(report, self.audience, (self._attachment(report),), self._addresses())

    def _attachment(self, report: "WeeklyReport") -> "Attachment":
        """The PDF where that is the format, else the page that every browser opens."""
        from tl_analyzer.report.mail import Attachment

        layout = replace(file_layout(), audience=self.audience)
        if self.form == _PDF:
            return Attachment("pdf", "application/pdf", binary_format(_PDF)(report, layout))
        return Attachment("html", "text/html", text_format("html")(report, layout).encode())

    def _addresses(self) -> "tuple[Address, ...]":
        if not self.mail_to:
            return ()
        from tl_analyzer.report.mail import addresses

        try:
            return addresses(self.mail_to)
        except RemediableError as why:
            raise UsageFailure(why.message, why.remedy) from why
