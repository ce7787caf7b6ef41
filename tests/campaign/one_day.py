"""A small program for the fault run: open the record, save a few presses one by one, say what became of each.

`python -m tests.campaign.one_day FOLDER MASTER SIGNING SEED [JOURNAL]` prints `OUTCOME id` lines; an id's last
counts. With JOURNAL, a folder, there is an emergency journal.
"""

import random
import sys
import threading
from pathlib import Path

from nursedesk.store.errors import StoreError
from nursedesk.store.journal import Journal
from nursedesk.store.keys import Keys
from nursedesk.store.ledger import Outcome, SaveState, open_folder

from tests.campaign.kill import an_event

PRESSES = 8


def main(folder: Path, keys: Keys, seed: int, journal: Path | None = None) -> int:
    """Save `PRESSES` events; 0 also when the record could not be opened, which is told."""
    chance = random.Random(seed)
    try:
        ledger = open_folder(folder, keys)
    except StoreError as error:
        print("REFUSED", error, flush=True)
        return 0
    if journal is not None:
        ledger.use_journal(Journal.of(folder, keys, journal))
    for _ in range(PRESSES):
        settled = threading.Event()

        def done(outcome: Outcome, settled: threading.Event = settled) -> None:
            print(outcome.state.upper(), *outcome.event_ids, flush=True)
            if outcome.state not in (SaveState.CHECKING, SaveState.JOURNALLED):
                settled.set()

        ledger.append([an_event(chance)], done)
        # A disk that stays away leaves it CHECKING; the program ends with that said.
        settled.wait(0.2)
    ledger.close()
    return 0


if __name__ == "__main__":
    at, master, signing, number, *second = sys.argv[1:]
    of_suite = Keys(bytes.fromhex(master), bytes.fromhex(signing))
    sys.exit(main(Path(at), of_suite, int(number), Path(second[0]) if second else None))
