"""Times of the compiled program on the same texts, as JSON. Runs in the environment that `make compiled` makes.

No times by stage: what is compiled cannot be replaced by something that takes the time.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import inside
import outside

import fazhi_extract
from fazhi_extract.resolve import matching


def main() -> int:
    """Prints the times; 1 where the program that would be timed is not compiled."""
    if Path(matching.__file__).suffix == ".py":
        print(f"Not compiled: {fazhi_extract.__file__}. Run: make compiled", file=sys.stderr)
        return 1
    paths = [Path(path) for path in sys.argv[1:]]
    texts = inside.read(paths)
    found = {
        "mean": inside.mean(inside.reports(texts, stages=False)),
        "growth": inside.growth(max(texts.values(), key=len)),
        "starts": outside.starts(paths[0]),
        "batches": outside.batches(300),
    }
    print(json.dumps(found))
    return 0


if __name__ == "__main__":
    sys.exit(main())
