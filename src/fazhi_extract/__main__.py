"""``python -m fazhi_extract`` is the command ``fazhi``."""

import sys

from fazhi_extract.cli import main

if __name__ == "__main__":
    sys.exit(main())
