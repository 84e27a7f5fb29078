"""Numbers as the plan writes them, and the units behind them."""

#: Units that count things; of one thing they are said otherwise.
_OF_ONE = {
    **{unit: unit.removesuffix("s") for unit in ("days", "points", "reps", "sets", "signs")},
    **{unit: unit.removesuffix("s") for unit in ("flags", "lines", "problems", "weeks")},
    "entries": "entry",
}


def number(value: float) -> str:
    """Write a number with the digits a reader needs: whole from one hundred, three below."""
    return f"{value:.0f}" if abs(value) >= 100 else f"{value:.3g}"


def rough(value: float) -> str:
    """Write an estimate: whole from ten, two digits below."""
    return f"{value:.0f}" if abs(value) >= 10 else f"{value:.2g}"


def counted(number: str, unit: str) -> str:
    """Put a unit behind a number as it is written: ``1 week``, ``3 weeks``, ``1 h``."""
    return f"{number} {_OF_ONE.get(unit, unit) if number == '1' else unit}"
