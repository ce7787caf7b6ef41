"""What the demo says of itself: who its people are, and how they sign in."""

from PySide6.QtCore import QCoreApplication

from nursedesk.desk.demo.people import PEOPLE, SECRETS

translate = QCoreApplication.translate


def demo_people() -> str:
    """One sentence for the sign-in page."""
    said = translate("Demo", "A made-up suite. Everybody’s password is “{password}”; PINs: {pins}.")
    return said.format(password=SECRETS["password"], pins=pins())


def pins() -> str:
    """`jdoe 271946, mruiz 580314, …`."""
    return ", ".join(f"{one.person.id} {one.pin}" for one in PEOPLE)
