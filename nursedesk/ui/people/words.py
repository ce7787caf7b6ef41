"""Roles and what they may do, in words; the table that Help and the people page show."""

from PySide6.QtCore import QCoreApplication

from nursedesk.desk.roles import MAY, Deed
from nursedesk.desk.suite import Role

translate = QCoreApplication.translate


def role_word(role: Role) -> str:
    """A role as a person reads it."""
    return {
        Role.NURSE: translate("People", "Nurse"),
        Role.CHARGE_NURSE: translate("People", "Charge nurse"),
        Role.BILLER: translate("People", "Biller"),
        Role.AUDITOR: translate("People", "Auditor"),
        Role.ADMINISTRATOR: translate("People", "Administrator"),
        Role.BREAK_GLASS: translate("People", "Break-glass"),
    }[role]


def role_note(role: Role) -> str:
    """What a role is for, in one line."""
    return {
        Role.NURSE: translate("People", "charts, corrects and signs"),
        Role.CHARGE_NURSE: translate("People", "a nurse who also sees the audit and the reports"),
        Role.BILLER: translate("People", "reads tickets, adds modifiers, sends charges"),
        Role.AUDITOR: translate("People", "reads everything and changes nothing; may have a last day"),
        Role.ADMINISTRATOR: translate("People", "people and settings; charts nothing at the chairs"),
        Role.BREAK_GLASS: translate("People", "looks only; charts in an emergency, with a reason"),
    }[role]


def deed_word(deed: Deed) -> str:
    """What a person may do, as the table names it."""
    return {
        Deed.CHART: translate("People", "Chart: check in, hang, start, stop, push, doses, notes"),
        Deed.CORRECT: translate("People", "Correct what was charted, confirm times"),
        Deed.SIGN: translate("People", "Close, sign, reopen, witness, hand over"),
        Deed.CODE: translate("People", "Add modifiers, with a reason"),
        Deed.TAKE_IN: translate("People", "Take in visits from paper, and who is expected"),
        Deed.VIEW: translate("People", "Look at visits, tickets and lists"),
        Deed.TAKE_OUT: translate("People", "Print, save PDF and files"),
        Deed.POST: translate("People", "Send charges and messages"),
        Deed.COMPARE: translate("People", "Reports over many visits"),
        Deed.AUDIT: translate("People", "See who did what and when"),
        Deed.RESTORE: translate("People", "Restore a backup"),
        Deed.SETTINGS: translate("People", "Change the suite’s settings"),
        Deed.PEOPLE: translate("People", "Take people in, change them, give new passwords"),
        Deed.BREAK_GLASS: translate("People", "Chart in an emergency, with a reason, until the next lock"),
        Deed.BE_HERE: translate("People", "Sign in, lock, choose one’s own PIN and password"),
    }[deed]


def role_table() -> tuple[tuple[str, tuple[bool, ...]], ...]:
    """One row per deed: its word, and for each role in order whether it may."""
    return tuple((deed_word(deed), tuple(role in MAY[deed] for role in Role)) for deed in Deed)


def role_table_markdown() -> str:
    """The table as Help has it: two columns, that are read in any width."""
    head = (translate("People", "What is done"), translate("People", "Who may"))
    rows = [head, ("---", "---")]
    rows += [(word, _who(allowed)) for word, allowed in role_table()]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _who(allowed: tuple[bool, ...]) -> str:
    if all(allowed):
        return translate("People", "everybody")
    return ", ".join(role_word(role).lower() for role, may in zip(Role, allowed, strict=True) if may)
