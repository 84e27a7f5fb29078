"""The server: tools, resources and prompts put together."""

from mcp.server.mcpserver.prompts import Prompt
from mcp_types import ToolAnnotations

import tl_analyzer as tl
from tl_mcp.answers import LOG_TEXT
from tl_mcp.doors import Doors
from tl_mcp.plain_server import PlainServer
from tl_mcp.prompts import Prompts
from tl_mcp.refusals import Refusals
from tl_mcp.resources import Resources
from tl_mcp.tools import Tools
from tl_mcp.wire import serving

_JSON, _TEXT = "application/json", "text/plain"

_INSTRUCTIONS = (
    "Weekly exposure at the thoracolumbar junction from strength logs, rides and desk time, beside"
    " each athlete's own usual. Read-only. Quote numbers with their units and say what was not"
    f" covered. {LOG_TEXT} "
)

_READ_ONLY = ToolAnnotations(
    read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
)


def server_of(doors: Doors) -> PlainServer:
    """Put the server together.

    Parameters
    ----------
    doors : Doors
        Who may be asked about.
    """
    server = PlainServer(
        Refusals(doors.places),
        name="tl-analyzer",
        title="Training load at the thoracolumbar junction",
        version=tl.__version__,
        instructions=_INSTRUCTIONS + tl.NOT_A_DIAGNOSIS,
        lifespan=serving,
        log_level="ERROR",
        # Nothing here changes while a client looks on.
        subscriptions=False,
    )
    tools = Tools(doors)
    for tool, title in (
        (tools.athletes, "Athletes"),
        (tools.weekly_report, "Weekly report"),
        (tools.flags, "Flags"),
        (tools.what_if, "What if"),
        (tools.roster, "Roster"),
        (tools.explain, "Explain"),
        (tools.exercises, "Exercises"),
    ):
        server.add_tool(tool, title=title, annotations=_READ_ONLY)
    resources = Resources(doors)
    server.resource("tl://rules", title="Rules", mime_type=_JSON)(resources.rules)
    server.resource("tl://rule/{code}", title="Rule", mime_type=_TEXT)(resources.rule)
    server.resource("tl://report/{athlete}/{week}{?as_of}", title="Report", mime_type=_JSON)(
        resources.report
    )
    prompts = Prompts(doors)
    server.add_prompt(Prompt.from_function(prompts.weekly_check_in, title="Weekly check-in"))
    server.add_prompt(Prompt.from_function(prompts.morning_round, title="Coach's morning round"))
    return server
