"""`python -m nursedesk` and the `nursedesk` command."""

import sys

from nursedesk.cli import main as run


def main() -> int:
    """The command line, with this process's arguments; gives the exit code."""
    return run()


if __name__ == "__main__":
    sys.exit(main())
