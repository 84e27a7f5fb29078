"""Numbers as the plan writes them."""


def number(value: float) -> str:
    """Write a number with the digits a reader needs: whole from one hundred, three below."""
    return f"{value:.0f}" if abs(value) >= 100 else f"{value:.3g}"


def rough(value: float) -> str:
    """Write an estimate: whole from ten, two digits below."""
    return f"{value:.0f}" if abs(value) >= 10 else f"{value:.2g}"
