"""`python -m celosia`."""

import sys

from celosia.cli import main

if __name__ == "__main__":
    sys.exit(main())
