"""The suite itself: its name, zone and setting, and its chairs."""

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, QTimeZone
from PySide6.QtWidgets import QCompleter, QWidget

from nursedesk.record.encounter import Setting
from nursedesk.ui import theme, words
from nursedesk.ui.kit import Field, Paragraph, Segmented
from nursedesk.ui.welcome import words as own_words
from nursedesk.ui.welcome.form import Refusal, chairs
from nursedesk.ui.welcome.step import judged, labelled, titled


class SuiteStep(QWidget):
    """Name, time zone, setting."""

    def __init__(
        self, zones: tuple[str, ...], clock: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._zones, self._clock = {z.lower(): z for z in zones}, clock
        about = self.tr("The name stands on every ticket. Dates of service and every time follow the zone.")
        column = titled(self, self.tr("Your suite"), about)
        self._site = Field(self.tr("Name of the suite"), name="siteField", hint=self.tr("Elm St Infusion"))
        self._site.edit.setMaxLength(120)
        self._zone = Field(
            self.tr("Time zone"), name="zoneField", icon="search", spoken=self.tr("Time zone: type a city")
        )
        self._zone.edit.setMaxLength(80)
        finder = QCompleter(sorted(zones), self)
        finder.setFilterMode(Qt.MatchFlag.MatchContains)
        finder.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        finder.activated.connect(self._show_now)
        self._zone.edit.setCompleter(finder)
        self._zone.edit.textChanged.connect(self._show_now)
        here = QTimeZone.systemTimeZoneId().toStdString()
        self._zone.set_text(here if here in zones else "America/New_York")
        settings = [
            (Setting.OUTPATIENT_FACILITY.value, self.tr("Hospital outpatient facility")),
            (Setting.OFFICE.value, self.tr("Office or free-standing suite")),
        ]
        self._setting = Segmented(settings, name="suiteSettingField", spoken=self.tr("Setting"), height=48)
        self._setting.choose(Setting.OUTPATIENT_FACILITY)
        for part in (self._site, self._zone, labelled(self.tr("Charges are made for a"), self._setting)):
            column.addWidget(part)
        column.addStretch(1)
        self.setFocusProxy(self._site)
        self._show_now()

    def _show_now(self, *_: object) -> None:
        name = self._zones.get(self._zone.text().lower())
        now = self._clock()
        zone = ZoneInfo(name) if name else None
        self._zone.set_suffix(f"{words.clock_time(now, zone)} {words.zone_name(now, zone)}" if zone else "")

    def check(self) -> bool:
        """Say what is wrong; True when nothing is."""
        site = "" if self._site.text() else own_words.refusal(Refusal.SITE_MISSING)
        zone = "" if self._zone.text().lower() in self._zones else own_words.refusal(Refusal.ZONE_UNKNOWN)
        return judged([(self._site, site), (self._zone, zone)])

    def site(self) -> str:
        """The suite's name."""
        return " ".join(self._site.text().split())

    def zone(self) -> str:
        """The IANA name of its zone."""
        return self._zones[self._zone.text().lower()]

    def setting(self) -> Setting:
        """Where charges are made for."""
        return Setting(self._setting.choice())


class ChairsStep(QWidget):
    """A count, or names with commas between."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        about = self.tr(
            "A count numbers them 1, 2, 3. Names stand on the cards as they are typed. Both can change later."
        )
        column = titled(self, self.tr("Chairs"), about)
        self._chairs = Field(self.tr("How many, or their names"), name="chairsField", text="12")
        self._chairs.edit.setMaxLength(800)
        self._chairs.changed.connect(self._preview)
        self._shown = Paragraph("", 17, theme.MEDIUM)
        self._shown.setObjectName("chairsPreview")
        column.addWidget(self._chairs)
        column.addWidget(self._shown)
        column.addStretch(1)
        self.setFocusProxy(self._chairs)
        self._preview()

    def _preview(self, *_: object) -> None:
        read = chairs(self._chairs.text())
        self._shown.show_text("" if isinstance(read, Refusal) else "   ".join(read))

    def check(self) -> bool:
        """Say what is wrong; True when nothing is."""
        read = chairs(self._chairs.text())
        return judged([(self._chairs, own_words.refusal(read) if isinstance(read, Refusal) else "")])

    def chairs(self) -> tuple[str, ...]:
        """The names of the chairs."""
        read = chairs(self._chairs.text())
        return () if isinstance(read, Refusal) else read
