"""Every page of this part of the desk, by name: for the pictures and for tests that open them all."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from tests.ui.frame.sample_dialogs import (
    check_in,
    hang,
    hang_arrange,
    hang_bag,
    hang_check,
    hang_scanned,
    hang_wrong,
    push,
)
from tests.ui.frame.sample_doors import (
    lock,
    passphrase,
    sign_in,
    sign_in_ended,
    sign_in_wrong,
    welcome,
    welcome_key,
    welcome_wrong,
)
from tests.ui.frame.sample_pages import close, close_blocked, close_model, close_ready, shift_page, tickets
from tests.ui.frame.sample_window import NOW, help_page, not_saved, window

SAMPLES: dict[str, Callable[[], QWidget]] = {
    "frame": window,
    "frame-not-saved": not_saved,
    "help": help_page,
    "hang": hang,
    "hang-wrong": hang_wrong,
    "hang-scanned": hang_scanned,
    "hang-bag": hang_bag,
    "hang-arrange": hang_arrange,
    "hang-check": hang_check,
    "push": push,
    "check-in": check_in,
    "sign-in": sign_in,
    "sign-in-early": lambda: sign_in(()),
    "sign-in-wrong": sign_in_wrong,
    "sign-in-ended": sign_in_ended,
    "sign-in-passphrase": passphrase,
    "lock": lock,
    "close": close,
    "close-blocked": close_blocked,
    "close-ready": close_ready,
    "close-signed": lambda: close(close_model(signed_at=NOW)),
    "tickets": tickets,
    "tickets-none": lambda: tickets(()),
    "shift": shift_page,
    "welcome": welcome,
    "welcome-suite": lambda: welcome(0),
    "welcome-chairs": lambda: welcome(1),
    "welcome-people": lambda: welcome(2),
    "welcome-people-wrong": welcome_wrong,
    "welcome-keys": lambda: welcome(4),
    "welcome-recovery": welcome_key,
}
