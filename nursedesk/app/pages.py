"""Pages that are imported and made when they are first shown: the desk opens with the board alone."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from nursedesk.app.core import Core
from nursedesk.app.later import Wiring
from nursedesk.app.ticket_presses import TicketPresses


def tickets(core: Core, presses: TicketPresses) -> Wiring:
    """The worklist of tickets."""
    from nursedesk.app.lists import TicketsWiring

    return TicketsWiring(core, presses)


def shift(core: Core, open_encounter: Callable[[str], None], host: QWidget) -> Wiring:
    """The shift log."""
    from nursedesk.app.shift import ShiftWiring

    return ShiftWiring(core, open_encounter, host)


def drugs(core: Core) -> Wiring:
    """The drug table."""
    from nursedesk.app.drugs import DrugsWiring

    return DrugsWiring(core)


def codes(core: Core) -> Wiring:
    """The reference of codes and rules."""
    from nursedesk.app.reference import ReferenceWiring

    return ReferenceWiring(core)


def audit(core: Core) -> Wiring:
    """Who did what and when."""
    from nursedesk.app.audit import AuditWiring

    return AuditWiring(core)


def settings(core: Core) -> Wiring:
    """The suite's choices and this station's."""
    from nursedesk.app.people import SettingsWiring

    return SettingsWiring(core)


def people(core: Core) -> Wiring:
    """Who may sign in."""
    from nursedesk.app.staff import StaffWiring

    return StaffWiring(core)


def help_page(core: Core) -> Wiring:
    """The manual."""
    from nursedesk.app.reference import HelpWiring

    return HelpWiring(core.wording.language)
