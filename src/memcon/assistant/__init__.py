"""The archive for language-model programs: a server of the Model Context Protocol that only reads.

Needs the extra ``mcp``; :func:`server` says so where it is missing.
"""

from memcon.assistant.asking import Asking, AssistantError
from memcon.assistant.server import server

__all__ = ["Asking", "AssistantError", "server"]
