"""memcon reads diplomatic and political news and keeps the record a diplomat would."""

__version__ = "0.1.0"
