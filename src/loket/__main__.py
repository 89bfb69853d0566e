"""`python -m loket` and the installed `loket`."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the command line. Returns the exit code."""
    from loket import cli

    return cli.run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
