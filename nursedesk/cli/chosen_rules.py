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

    try:
        changed = dict(rules.split_setting(text) for text in args.set)
        policies = rules.payer_policies(args.payer_policy) if args.payer_policy else None
        if facts is None or args.profile is not None:
            return rules.load_rulebook(args.profile or "cpt", changed, policies=policies or ())
        from nursedesk.desk.site_rules import site_rules

        return site_rules(facts, changed, policies)
    except (rules.BadSetting, rules.BadTable, rules.RulesUnreadable) as wrong:
        raise Failed(str(wrong)) from wrong
