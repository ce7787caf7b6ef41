"""Drop a message into a folder: whole under its final name, or not at all, and never over another file."""

from pathlib import Path

from nursedesk.outputs.delivery.parcel import Answer, Parcel
from nursedesk.outputs.safe_files import FileNotWritten, write_file
from nursedesk.record.posting_events import PostOutcome


def drop(folder: Path, parcel: Parcel) -> Answer:
    """Put the message there. The same message that lies there already is accepted, not written twice."""
    path = folder / parcel.name
    try:
        if path.is_file() and not path.is_symlink() and path.read_bytes() == parcel.data:
            return Answer(PostOutcome.ACCEPTED, "was there already")
        write_file(path, parcel.data)
    except FileNotWritten as refused:
        return Answer(PostOutcome.NOT_SENT, str(refused))
    except OSError:
        return Answer(PostOutcome.NOT_SENT, "The folder does not answer. Nothing was written; look at the drive.")
    return Answer(PostOutcome.ACCEPTED)
