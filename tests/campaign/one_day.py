"""A small program for the fault run: open the record, save a few presses one by one, say what became of each.

`python -m tests.campaign.one_day FOLDER MASTER SIGNING SEED` prints `OUTCOME id` lines; an id's last counts.
"""

import random
import sys
import threading
from pathlib import Path

from nursedesk.store.errors import StoreError
from nursedesk.store.keys import Keys
from nursedesk.store.ledger import Outcome, SaveState, open_folder

from tests.campaign.kill import an_event

PRESSES = 8


def main(folder: Path, keys: Keys, seed: int) -> int:
    """Save `PRESSES` events; 0 also when the record could not be opened, which is told."""
    chance = random.Random(seed)
    try:
        ledger = open_folder(folder, keys)
    except StoreError as error:
        print("REFUSED", error, flush=True)
        return 0
    for _ in range(PRESSES):
        settled = threading.Event()

        def done(outcome: Outcome, settled: threading.Event = settled) -> None:
            print(outcome.state.upper(), *outcome.event_ids, flush=True)
            if outcome.state is not SaveState.CHECKING:
                settled.set()

        ledger.append([an_event(chance)], done)
        # A disk that stays away leaves it CHECKING; the program ends with that said.
        settled.wait(0.2)
    ledger.close()
    return 0


if __name__ == "__main__":
    at, master, signing, number = sys.argv[1:]
    sys.exit(main(Path(at), Keys(bytes.fromhex(master), bytes.fromhex(signing)), int(number)))
