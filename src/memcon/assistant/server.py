"""The server of the Model Context Protocol, where its library is installed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from memcon.assistant.asking import Asking, AssistantError

if TYPE_CHECKING:
    from mcp.server.mcpserver import MCPServer


def server(asking: Asking) -> MCPServer[Any]:
    """The server over an archive; ``run("stdio")`` serves it until its client goes.

    Raises:
        AssistantError: the extra ``mcp`` is not installed.
    """
    try:
        from memcon.assistant.tools import tools_of
    except ImportError as problem:
        if (problem.name or "").partition(".")[0] not in ("mcp", "pydantic"):
            raise
        raise AssistantError("the mcp package is missing; install it with: pip install 'memcon[mcp]'") from None
    return tools_of(asking)
