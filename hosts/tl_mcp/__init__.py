"""The weekly report for assistants: a server of the Model Context Protocol, over stdio, read-only.

The SDK is loaded when the command runs, not before.
"""

from tl_mcp.command import command

__all__ = ["command"]
