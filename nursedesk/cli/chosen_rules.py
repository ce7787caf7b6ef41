"""The rules a command codes by: those of a profile or a profile's file, with settings changed by name."""

import argparse
from typing import TYPE_CHECKING

from nursedesk.cli.failure import Failed

if TYPE_CHECKING:
    from nursedesk.coding.rulebook import Rulebook
    from nursedesk.desk.suite import SuiteFacts


def add_rules(parser: argparse.ArgumentParser, default: str) -> None:
    """`--profile` and `--set`; `default` says which rules hold without them."""
    parser.add_argument("--profile", metavar="P", help=f"cpt, reference-card or a profile's file ({default})")
    parser.add_argument(
        "--set",
        metavar="NAME=VALUE",
        action="append",
        default=[],
        help="change one setting, e.g. tie_break=longest; may be repeated",
    )


def chosen_rules(args: argparse.Namespace, facts: "SuiteFacts | None" = None) -> "Rulebook":
    """The rule book asked for; without `--profile` the site's, or `cpt` where no site is. Raises `Failed`."""
    from nursedesk.catalog.rulebook import BadSetting, BadTable, RulesUnreadable, load_rulebook, split_setting

    profile, settings = args.profile or "cpt", {}
    if facts is not None and args.profile is None:
        profile, settings = facts.profile, dict(facts.overrides)
    try:
        return load_rulebook(profile, settings | dict(split_setting(text) for text in args.set))
    except (BadSetting, BadTable, RulesUnreadable) as wrong:
        raise Failed(str(wrong)) from wrong
