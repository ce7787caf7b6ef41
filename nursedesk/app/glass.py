"""Break-glass: somebody who does not work here charts in an emergency, after saying why."""

from PySide6.QtCore import QCoreApplication

from nursedesk.app.core import Core
from nursedesk.app.lines import Questions
from nursedesk.desk.roles import Deed, may, may_chart
from nursedesk.ui.lines.question import Asked, Offer, Question, Said

translate = QCoreApplication.translate


def offer_glass(core: Core, questions: Questions) -> None:
    """Ask whoever may break glass why she charts; put away, she only looks."""
    person = core.daybook.session.person
    if not may(person, Deed.BREAK_GLASS) or may_chart(person):
        return
    reasons = (translate("Glass", "nobody else is here"), translate("Glass", "emergency at the chair"))
    question = Question(
        name="glassDialog",
        title=translate("Glass", "Do you have to chart in an emergency?"),
        note=translate("Glass", "It is recorded with your name and your reason, and ends when the desk locks."),
        asked=(Asked("glassReason", translate("Glass", "Why")),),
        done=translate("Glass", "Break glass"),
        icon="warn",
        offers=tuple(Offer(f"glassReason_{n}", word, {"glassReason": word}) for n, word in enumerate(reasons, 1)),
    )

    def answer(said: Said) -> None:
        core.door.break_glass(said["glassReason"])
        core.say(translate("Glass", "You chart until the desk locks. Everything is recorded as an emergency."))

    questions.ask(question, answer)
