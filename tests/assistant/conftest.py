"""The program as a user calls it."""

from tests.cli.conftest import memcon

__all__ = ["memcon"]
