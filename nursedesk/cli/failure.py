"""How a command fails: one clear line on stderr, exit 2; or exit 1 when the answer is no."""


class Failed(Exception):
    """Wrong use or unreadable input: the message is the line that is shown."""


def sentence_of(error: Exception) -> str | None:
    """The sentence for what the world or the desk refused; None for a mistake of the program's own."""
    from nursedesk.desk.refusal import Refused
    from nursedesk.outputs.words_refusals import refusal_text
    from nursedesk.store.errors import NurseDeskError

    if isinstance(error, Refused):
        return refusal_text(error.key, error.params)
    if isinstance(error, Failed | NurseDeskError):
        return str(error)
    return None
