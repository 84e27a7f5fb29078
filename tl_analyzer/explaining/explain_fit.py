"""The fit of the flexion state laid out for a terminal."""

from tl_analyzer.load.flexion_fit import residuals
from tl_analyzer.report.layout import Layout
from tl_analyzer.report.sheet import Sheet
from tl_analyzer.report.wording import quantity

NAME = "flexion_state"

INTRODUCTION = (
    "Creep of the back in degrees after the postures so far: it rises within minutes, falls "
    "quickly at first and slowly after. Six numbers were fitted to all published exposures below "
    "at once; equations and what remains wrong: docs/flexion_model.md. A residual is the distance "
    "from what was measured, in tolerances; between -1 and 1 is within tolerance."
)


def fit_text(layout: Layout) -> str:
    """Lay out every published exposure beside what the model gives for it."""
    sheet = Sheet(layout)
    sheet.paragraph(sheet.words("Flexion state", "bold"), 0)
    sheet.blank()
    sheet.paragraph(sheet.words(INTRODUCTION))
    sheet.heading("Published and simulated")
    for row in residuals():
        model = quantity(row.simulated, "" if row.unit == "1" else row.unit)
        said = (
            f"{row.target}: published {row.published}, model {model}, "
            f"residual {row.residual:+.2f} ({row.reference})"
        )
        sheet.paragraph(sheet.words(said))
    return sheet.text()
