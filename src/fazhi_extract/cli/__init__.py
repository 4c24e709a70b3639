"""The command line ``fazhi``: one file per verb; :mod:`fazhi_extract.cli.console` alone writes to standard error."""

from fazhi_extract.cli.app import main

__all__ = ["main"]
