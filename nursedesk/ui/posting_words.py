"""Words for messages and what became of them."""

from PySide6.QtCore import QCoreApplication

from nursedesk.record.posting_events import PostOutcome

translate = QCoreApplication.translate


def posting_word(outcome: PostOutcome) -> str:
    """What became of a message, in one to three words."""
    return {
        PostOutcome.TRYING: translate("Posting", "Being sent"),
        PostOutcome.ACCEPTED: translate("Posting", "Posted"),
        PostOutcome.REFUSED: translate("Posting", "Refused"),
        PostOutcome.PUT_OFF: translate("Posting", "Put off"),
        PostOutcome.NOT_SENT: translate("Posting", "Not sent"),
        PostOutcome.NO_ANSWER: translate("Posting", "No answer"),
        PostOutcome.LEFT: translate("Posting", "Left"),
    }[outcome]


def message_word(message: str) -> str:
    """What a message carries."""
    return {
        "charges": translate("Posting", "Charges (DFT)"),
        "administrations": translate("Posting", "Administrations (RAS)"),
        "fhir": translate("Posting", "FHIR bundle"),
        "charge_master": translate("Posting", "Charge master CSV"),
    }.get(message, message)


def standing_word(standing: str) -> str:
    """Where a ticket stands on its way to other systems; empty when nothing of it has left."""
    return {
        "exported": translate("Posting", "exported"),
        "waiting": translate("Posting", "waits"),
        "refused": translate("Posting", "refused"),
        "posted": translate("Posting", "posted"),
        "amended since": translate("Posting", "posted before"),
    }.get(standing, "")
