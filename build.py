"""The whole build: `python build.py` makes `site/` from the files of this folder. See README.md."""

import sys

from celosia.cli import main

if __name__ == "__main__":
    sys.exit(main(["build", *sys.argv[1:]]))
