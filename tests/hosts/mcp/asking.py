"""Asks a server with the SDK's own client; run by the Python of the host's environment.

Standard input holds the server's command, further environment, the client's mode and the
questions; standard output is one answer for each, as JSON.
"""

import asyncio
import json
import sys
from typing import Any

from mcp import Client, StdioServerParameters
from mcp.client.stdio import stdio_client
from mcp.shared.exceptions import MCPError


async def _answer(client: Any, kind: str, name: str, given: dict[str, Any]) -> Any:
    match kind:
        case "hello":
            return {
                "protocol": client.protocol_version,
                "name": client.server_info.name,
                "instructions": client.instructions,
            }
        case "tools":
            return (await client.list_tools()).tools
        case "resources":
            return (await client.list_resources()).resources
        case "templates":
            return (await client.list_resource_templates()).resource_templates
        case "prompts":
            return (await client.list_prompts()).prompts
        case "call":
            return await client.call_tool(name, given)
        case "read":
            return await client.read_resource(name)
        case "prompt":
            return await client.get_prompt(name, given)


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return [_plain(each) for each in value]
    return value if isinstance(value, dict) else value.model_dump(mode="json")


async def _ask(wanted: dict[str, Any]) -> list[Any]:
    command, *arguments = wanted["command"]
    server = StdioServerParameters(command=command, args=arguments, env=wanted["env"])
    answers = []
    async with Client(stdio_client(server), mode=wanted["mode"]) as client:
        for kind, name, given in wanted["questions"]:
            try:
                answers.append(_plain(await _answer(client, kind, name, given)))
            except MCPError as why:
                answers.append({"refused": why.error.message})
    return answers


if __name__ == "__main__":
    print(json.dumps(asyncio.run(_ask(json.load(sys.stdin)))))
