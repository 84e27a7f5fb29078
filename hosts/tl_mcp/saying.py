"""An answer in both forms of the protocol: values for programs, text for readers."""

from mcp_types import CallToolResult, TextContent

from tl_mcp.answers import Answer


def said(answer: Answer, text: str = "") -> CallToolResult:
    """Lay out an answer.

    Parameters
    ----------
    answer : Answer
        The values.
    text : str
        What a reader is given beside coverage, units and notice; by default the values as JSON.
    """
    words = f"{text.rstrip()}\n\n{footing(answer)}" if text else answer.model_dump_json()
    return CallToolResult(
        content=[TextContent(type="text", text=words)],
        structured_content=answer.model_dump(mode="json"),
    )


def footing(answer: Answer) -> str:
    """Write what every answer carries as four lines."""
    units = ", ".join(f"{name}: {unit}" for name, unit in answer.units.items())
    return f"Coverage: {answer.coverage}\nUnits: {units}.\n{answer.log_text}\n{answer.notice}\n"
