"""Which program the tests run: the modules as they are, or those of `make compiled`."""

from pathlib import Path

import pytest

from fazhi_extract.resolve import matching

COMPILED = Path(matching.__file__).suffix != ".py"
needs_python = pytest.mark.skipif(
    COMPILED, reason="looks into modules or replaces parts of them, which are compiled here"
)
