"""`nursedesk verify`: check the record: database integrity, event chain, projections, checkpoints."""

import argparse
import sys


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Describe the command."""
    commands.add_parser("verify", help="check the record: integrity, event chain, projections, checkpoints")


def run(args: argparse.Namespace) -> int:
    """Say what was checked; exit 1 when anything is not as it was written."""
    from nursedesk.cli.unlock import data_folder, find_keys, read_secrets
    from nursedesk.store.verify import verify

    folder = data_folder(args)
    report = verify(folder, find_keys(folder, read_secrets(args)))
    for line in report.lines():
        sys.stdout.write(line + "\n")
    return 0 if report.clean else 1
