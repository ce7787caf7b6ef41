"""The rules a command codes by: those of a profile or a profile's file, with settings changed by name."""

import argparse
from pathlib import Path
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
    parser.add_argument(
        "--payer-policy",
        metavar="FILE",
        type=Path,
        help="a site's payer policy (CSV): which family a payer takes a drug for, and why",
    )


def chosen_rules(args: argparse.Namespace, facts: "SuiteFacts | None" = None) -> "Rulebook":
    """The rule book asked for; without `--profile` the site's, or `cpt` where no site is. Raises `Failed`."""
    from nursedesk.catalog import rulebook as rules

    profile, settings = args.profile or "cpt", {}
    if facts is not None and args.profile is None:
        profile, settings = facts.profile, dict(facts.overrides)
    try:
        settings |= dict(rules.split_setting(text) for text in args.set)
        policies = rules.payer_policies(args.payer_policy) if args.payer_policy else ()
        return rules.load_rulebook(profile, settings, policies=policies)
    except (rules.BadSetting, rules.BadTable, rules.RulesUnreadable) as wrong:
        raise Failed(str(wrong)) from wrong
