"""The suite itself: its name, zone and setting, and its chairs."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QTimeZone
from PySide6.QtWidgets import QWidget

from nursedesk.record.encounter import Setting
from nursedesk.ui import theme
from nursedesk.ui.kit import Field, Paragraph, Segmented
from nursedesk.ui.welcome import words as own_words
from nursedesk.ui.welcome.form import Refusal, chairs
from nursedesk.ui.welcome.step import heal, judged, labelled, titled
from nursedesk.ui.welcome.zone_field import ZoneField


class SuiteStep(QWidget):
    """Name, time zone, setting."""

    def __init__(
        self, zones: tuple[str, ...], clock: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        about = self.tr("The name stands on every ticket. Dates of service and every time follow the zone.")
        column = titled(self, self.tr("Your suite"), about)
        self._site = Field(self.tr("Name of the suite"), name="siteField", hint=self.tr("Elm St Infusion"))
        self._site.edit.setMaxLength(120)
        self._zone = ZoneField(zones, clock)
        here = QTimeZone.systemTimeZoneId().toStdString()
        self._zone.choose(here if here in zones else "America/New_York")
        settings = [
            (Setting.OUTPATIENT_FACILITY.value, self.tr("Hospital outpatient facility")),
            (Setting.OFFICE.value, self.tr("Office or free-standing suite")),
        ]
        heal(self._site)
        self._setting = Segmented(settings, name="suiteSettingField", spoken=self.tr("Setting"), height=48)
        self._setting.choose(Setting.OUTPATIENT_FACILITY)
        for part in (self._site, self._zone, labelled(self.tr("Charges are made for a"), self._setting)):
            column.addWidget(part)
        column.addStretch(1)
        self.setFocusProxy(self._site)

    def check(self) -> bool:
        """Say what is wrong; True when nothing is."""
        site = "" if self._site.text() else own_words.refusal(Refusal.SITE_MISSING)
        zone = "" if self._zone.zone() else own_words.refusal(Refusal.ZONE_UNKNOWN)
        return judged([(self._site, site), (self._zone.field, zone)])

    def site(self) -> str:
        """The suite's name."""
        return " ".join(self._site.text().split())

    def zone(self) -> str:
        """The IANA name of its zone."""
        return self._zone.zone()

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
        heal(self._chairs)
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
