"""`nursedesk init`: make a data folder without the screen."""

import argparse
import sys
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from nursedesk.cli.failure import Failed


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Describe the command."""
    parser = commands.add_parser("init", help="make a data folder without the screen")
    parser.add_argument("--site", required=True, metavar="NAME", help="the site's name")
    parser.add_argument("--zone", required=True, metavar="IANA", help="its time zone, e.g. America/New_York")
    parser.add_argument("--setting", required=True, choices=("outpatient_facility", "office"))
    parser.add_argument("--chairs", required=True, type=_count, metavar="N", help="how many chairs, 1 to 200")
    parser.add_argument("--admin", required=True, metavar="USER", help="the first administrator's sign-in name")
    parser.add_argument("--no-keyring", action="store_true", help="do not keep the key in the system's keyring")


def run(args: argparse.Namespace) -> int:
    """Make the suite and print its recovery key, once."""
    from nursedesk.cli.unlock import ask, data_folder, read_secrets
    from nursedesk.desk.set_up import NewPerson, check_site, set_up
    from nursedesk.desk.suite import Person, Role, SuiteFacts
    from nursedesk.record.encounter import Setting
    from nursedesk.record.events import PersonId

    _check(args)
    check_site(args.site)
    folder = data_folder(args)
    secrets = read_secrets(args)
    passphrase = ask(secrets, ("passphrase",), "passphrase for the record (8 characters or more)")
    password = ask(secrets, ("admin_password",), f"password for {args.admin} (8 characters or more)")
    pin = ask(secrets, ("admin_pin",), f"six-digit PIN for {args.admin}")
    facts = SuiteFacts(
        site=args.site.strip(),
        zone=args.zone,
        setting=Setting(args.setting),
        chairs=tuple(str(number) for number in range(1, args.chairs + 1)),
    )
    roles = (Role.ADMINISTRATOR, Role.CHARGE_NURSE)
    admin = Person(PersonId(args.admin.strip()), args.admin.strip(), "", roles)
    made = set_up(
        folder,
        facts,
        (NewPerson(admin, password, pin),),
        passphrase,
        use_keyring=not args.no_keyring,
    )
    made.desk.ledger.close()
    _tell(made.recovery_key, made.in_keyring)
    return 0


def _count(text: str) -> int:
    # int() would also take digits of other scripts, and 1_2.
    if not (text.isascii() and text.isdigit()):
        raise argparse.ArgumentTypeError(f"{text} is not a number in the digits 0 to 9")
    return int(text[:4])


def _check(args: argparse.Namespace) -> None:
    if not 1 <= args.chairs <= 200:
        raise Failed("A suite has 1 to 200 chairs: give the number with --chairs.")
    try:
        ZoneInfo(args.zone)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise Failed(f"There is no time zone {args.zone}: use an IANA name such as America/New_York.") from error


def _tell(recovery_key: str, in_keyring: bool) -> None:
    kept = (
        "kept in this system's keyring"
        if in_keyring
        else "not kept in a keyring: the passphrase is asked at start"
    )
    sys.stdout.write(
        f"The suite is made. Its key is {kept}.\n"
        f"Recovery key, shown this once; print it and lock it away:\n\n    {recovery_key}\n"
    )
