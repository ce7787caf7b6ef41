"""The sentences of coder and desk, in this station's language."""

from pathlib import Path

from nursedesk.desk import station_file
from nursedesk.outputs.languages import Language
from nursedesk.outputs.wording import Wording


def wording_of(folder: Path) -> Wording:
    """How the station with this data folder says them."""
    return Wording(Language(station_file.read(folder).screen_language))
