"""What every page's wiring is given: the open desk, the writer's word, looks, slow work, and how to say no."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from nursedesk.app.bridge import Bridge
from nursedesk.app.wording import wording_of
from nursedesk.catalog.diagnoses import DiagnosisIndex
from nursedesk.catalog.drug_names import display_names
from nursedesk.catalog.rulebook import with_diagnoses
from nursedesk.coding.rulebook import Rulebook
from nursedesk.desk.backing_up import BackupState
from nursedesk.desk.daybook import Daybook
from nursedesk.desk.looking import Looker
from nursedesk.desk.lookout import Lookout
from nursedesk.desk.open_desk import OpenDesk
from nursedesk.desk.refusal import Refused
from nursedesk.desk.shift_ends import last_end
from nursedesk.desk.sign_in import Door
from nursedesk.desk.site_rules import site_rules
from nursedesk.outputs.wording import Wording
from nursedesk.record.encounter import Encounter
from nursedesk.record.events import EncounterId
from nursedesk.ui.tasks import Dispatcher


@dataclass(slots=True)
class Core:
    desk: OpenDesk
    bridge: Bridge
    door: Door
    tasks: Dispatcher
    folder: Path
    say: Callable[[str], None]
    """Shows a sentence to the person at the desk."""
    show: Callable[[str], None]
    """Shows a page by its name."""
    changed: Callable[[EncounterId], None]
    """A visit changed: whatever shows it is painted anew."""
    backup: BackupState = field(default_factory=BackupState)
    """What is known of the backups; see `app.backups`."""
    back_up_now: Callable[[], None] = lambda: None
    """Looks at once whether a backup is due, as when another folder was chosen."""
    backup_told: Callable[[], None] = lambda: None
    """`backup` was looked at: the settings say it, where they are shown."""
    tap_first: Callable[[str, str], bool] = lambda encounter, line: False
    """(encounter, line): True at a desk left alone, where the press is taken and then asked for its name."""
    who_first: Callable[[Callable[[], None]], bool] = lambda then: False
    """True at a desk left alone: it is asked who is there, and then what was to be done is done."""
    say_drug: Callable[[str, str], None] = lambda encounter, press: None
    """(encounter, press): asks what was pushed, of a push whose time was fixed at the locked station."""
    ask_second: Callable[[str, str, str], None] = lambda encounter, administration, what: None
    """(encounter, administration or "", what or ""): asks a second person to sign, when that is wanted."""
    put_away: Callable[[], None] = lambda: None
    """What a page has laid over the desk goes, as when it is locked."""
    lookout: Lookout = field(init=False)
    looker: Looker = field(init=False)
    wording: Wording = field(init=False)
    """The coder's and the desk's sentences in this station's language."""
    diagnoses: DiagnosisIndex | None = None
    """Every diagnosis code, once it is there; see `app.diagnoses`."""
    _whole: tuple[Rulebook, Rulebook] | None = None
    _named: Rulebook | None = None
    _names: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.lookout = Lookout(self.rulebook, self._shift_end)
        self.looker = Looker(self.daybook)
        self.wording = wording_of(self.folder)

    @property
    def daybook(self) -> Daybook:
        return self.desk.daybook

    @property
    def zone(self) -> ZoneInfo:
        return self.daybook.zone

    def now(self) -> datetime:
        return self.daybook.clock()

    def _shift_end(self, now: datetime) -> datetime | None:
        """When a shift last ended here."""
        return last_end(self.daybook.suite.facts.shift_ends, self.zone, now)

    def rulebook(self) -> Rulebook:
        """The rule book this site codes by; loaded once."""
        book = site_rules(self.daybook.suite.facts)
        if self.diagnoses is None:
            return book
        if self._whole is None or self._whole[0] is not book:
            self._whole = (book, with_diagnoses(book, self.diagnoses))
        return self._whole[1]

    def drug_names(self) -> dict[str, str]:
        """Lower-case drug → as it is written; made once for a rule book."""
        rulebook = self.rulebook()
        if self._named is not rulebook:
            self._named = rulebook
            self._names = {name: drug.display for name, drug in rulebook.drugs.items()}
        return self._names

    def display(self, drug: str) -> str:
        """One drug as it is written."""
        return display_names(self.rulebook(), (drug,))[drug]

    def refusal(self, refused: Refused) -> str:
        """What the desk could not do, as it is said here."""
        return self.wording.refusal(refused.key, refused.params)

    def visit(self, encounter_id: str) -> Encounter:
        """A visit as it stands; one that is only in the record is read from it. KeyError when there is none."""
        return self.daybook.encounter(EncounterId(encounter_id))

    def press(self, encounter_id: str, do: Callable[[Encounter], object]) -> bool:
        """Do something to a visit and show it; a refusal is said and nothing is recorded."""
        try:
            do(self.visit(encounter_id))
        except Refused as refused:
            self.say(self.refusal(refused))
            return False
        self.changed(EncounterId(encounter_id))
        return True
