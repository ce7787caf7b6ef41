"""A record with a few visits of November, signed, unsigned and open, for tests of commands over many visits."""

import copy
import json
from pathlib import Path
from typing import Any

from nursedesk.catalog.rulebook import load_rulebook
from nursedesk.cli import main
from nursedesk.desk.close import reopen, sign
from nursedesk.desk.open_desk import open_desk
from nursedesk.desk.sign_in import Door
from nursedesk.record.events import EncounterId
from nursedesk.record.fold import fold
from nursedesk.store import keys as keys_of

from tests.cli.test_record import ENCOUNTER, SECRETS

PASSPHRASE = "twelve quiet chairs"


def encounter(name: str, day: str, minutes: int, **more: Any) -> dict[str, Any]:
    """One infusion from nine o'clock on; `more` changes its administration."""
    found: dict[str, Any] = copy.deepcopy(ENCOUNTER) | {"id": name}
    stop = f"{day}T{9 + minutes // 60:02}:{minutes % 60:02}"
    segments = [{"start": f"{day}T09:00", "stop": stop}]
    found["administrations"][0] |= {"segments": segments, "stopped_by": "night nurse", **more}
    return found


VISITS = (
    encounter("V-90", "2026-11-10", 90),
    encounter("V-60", "2026-11-11", 60),
    encounter("V-150", "2026-11-12", 150),
    encounter("V-DRAFT", "2026-11-13", 90, stopped_by="day nurse"),
    encounter("V-OPEN", "2026-11-14", 90),
    encounter("V-LATER", "2026-12-01", 90),
)
SIGNED = ("V-90", "V-60", "V-150", "V-OPEN", "V-LATER")
REOPENED = "V-OPEN"


def make(folder: Path) -> list[str]:
    """The record; returns the options that name it, its secrets and its user."""
    secrets = folder / "secrets.toml"
    secrets.write_text(SECRETS, encoding="utf-8")
    where = ["--data", str(folder / "suite"), "--secrets", str(secrets)]
    site = ("--site", "Elm Street", "--zone", "America/New_York", "--setting", "outpatient_facility")
    assert main(["init", *site, "--chairs", "4", "--admin", "admin", "--no-keyring", *where]) == 0
    lines = folder / "encounters.jsonl"
    lines.write_text("".join(json.dumps(one) + "\n" for one in VISITS), encoding="utf-8")
    assert main(["import", str(lines), "--user", "admin", *where]) == 0
    _sign(folder / "suite")
    return [*where, "--user", "admin"]


def _sign(folder: Path) -> None:
    desk = open_desk(folder, keys_of.open_with_passphrase(folder, PASSPHRASE))
    Door.of(desk.daybook, desk.ledger).enter("admin", "password")
    for name in map(EncounterId, SIGNED):
        desk.daybook.load({name: desk.ledger.events_of(name)})
        sign(desk.daybook, desk.daybook.encounter(name), load_rulebook())
    reopen(desk.daybook, desk.daybook.encounter(EncounterId(REOPENED)), "still here")
    desk.ledger.close()


def kinds(folder: Path) -> list[tuple[str, str | None]]:
    """Every event in the record as (kind, visit)."""
    desk = open_desk(folder, keys_of.open_with_passphrase(folder, PASSPHRASE))
    visits = [event for one in VISITS for event in desk.ledger.events_of(EncounterId(one["id"]))]
    said = desk.ledger.station_events(("Viewed", "SettingChanged", "PersonChanged", "SignedIn"))
    tickets = [fold(desk.ledger.events_of(EncounterId(one["id"]))).signed_ticket for one in VISITS]
    desk.ledger.close()
    assert None in tickets
    return [(event.kind, event.header.encounter_id) for event in (*visits, *said)]
