"""The reading room: a small web application over the archive, for reading a report beside its record."""

from memcon.web.app import create_app

__all__ = ["create_app"]
