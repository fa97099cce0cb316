"""The command line: one module a verb, each imported only when it is called."""

from memcon.cli.program import main, program

__all__ = ["main", "program"]
