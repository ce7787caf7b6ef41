"""The events that end a visit and what leaves the desk of it: closed, signed, printed, exported."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Closed:
    """The visit is over; the ticket number is given here (none is given again after a reopening)."""

    ticket_number: str


@dataclass(frozen=True, slots=True)
class Reopened:
    pass


@dataclass(frozen=True, slots=True)
class Signed:
    """The whole ticket, as canonical JSON of nursedesk.ticket/1, under the signer's name."""

    ticket_number: str
    version: int
    ticket: str
    rules_digest: str
    meaning: str
    attestation: str | None = None
    """Why it is an attestation (`late`, `other`, `late other`); None: signed by who charted, on that day."""


@dataclass(frozen=True, slots=True)
class Printed:
    ticket_number: str
    version: int
    copy: int
    printer: str
    """`PDF` for a file."""


@dataclass(frozen=True, slots=True)
class PrintConfirmed:
    """A person saw the paper come out."""

    ticket_number: str
    version: int


@dataclass(frozen=True, slots=True)
class Exported:
    what: str
    format: str
