"""What the bundled program starts with: the same command line as `python -m loket`."""

import sys

from loket.__main__ import main

if __name__ == "__main__":
    sys.exit(main())
