"""A server that answers one question at a time, and whose errors say what helps."""

import asyncio
from collections.abc import Iterable
from typing import Any

from mcp.server.lowlevel.helper_types import ReadResourceContents
from mcp.server.mcpserver import Context, MCPServer
from mcp.server.mcpserver.exceptions import ResourceNotFoundError, ToolError, UnexpectedToolError
from mcp.shared.exceptions import MCPError
from mcp_types import INVALID_PARAMS, CallToolResult, GetPromptResult, InputRequiredResult
from pydantic import AnyUrl

from tl_mcp.refusals import Refusals

#: Longest name of a tool that is repeated to who asked for it. [characters]
_LONGEST = 200


class PlainServer(MCPServer[None]):
    """A server with plain errors.

    One question at a time: each may take a whole log, and an assistant may ask many at once.

    Parameters
    ----------
    refusals : Refusals
        Words for errors.
    **settings
        Those of the SDK.
    """

    def __init__(self, refusals: Refusals, **settings: Any) -> None:
        super().__init__(**settings)
        self._refusals = refusals
        self._turn = asyncio.Lock()

    async def call_tool(
        self, name: str, arguments: dict[str, Any], context: Context[None, Any] | None = None
    ) -> CallToolResult | InputRequiredResult:
        """Call a tool.

        Raises
        ------
        ToolError
            With what is wrong and what to do.
        """
        try:
            async with self._turn:
                return await super().call_tool(name, arguments, context)
        except UnexpectedToolError as why:
            raise ToolError(self._refusals.of_answer(why)) from why.__cause__
        except ToolError as why:
            if why.__cause__ is None:
                # An unknown tool: the words of the SDK are plain.
                raise ToolError(str(why)[:_LONGEST]) from None
            raise ToolError(self._refusals.of_question(why)) from why.__cause__

    async def read_resource(
        self, uri: AnyUrl | str, context: Context[None, Any] | None = None
    ) -> Iterable[ReadResourceContents] | InputRequiredResult:
        """Read a resource.

        Raises
        ------
        ResourceNotFoundError
            With what is wrong and what to do.
        """
        try:
            async with self._turn:
                return await super().read_resource(uri, context)
        except ResourceNotFoundError as why:
            raise ResourceNotFoundError("There is no such resource.") from why
        except Exception as why:
            raise ResourceNotFoundError(self._refusals.of_question(why)) from why

    async def get_prompt(
        self,
        name: str,
        arguments: dict[str, Any] | None = None,
        context: Context[None, Any] | None = None,
    ) -> GetPromptResult | InputRequiredResult:
        """Make a prompt.

        Raises
        ------
        MCPError
            With what is wrong and what to do.
        """
        if name not in {prompt.name for prompt in await self.list_prompts()}:
            raise MCPError(code=INVALID_PARAMS, message="There is no such prompt.")
        try:
            async with self._turn:
                return await super().get_prompt(name, arguments, context)
        except Exception as why:
            raise MCPError(code=INVALID_PARAMS, message=self._refusals.of_question(why)) from why
