"""``tl mcp``: the same as ``tl connect mcp``, as assistants are told to start it."""

from tl_analyzer.cli.host_command import host_command

mcp = host_command("mcp")
