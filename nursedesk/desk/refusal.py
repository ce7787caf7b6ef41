"""What a use case answers when it cannot do what was asked: a key and its parameters; the screen has the words."""

from collections.abc import Mapping


class Refused(Exception):
    """Nothing was recorded. `key` names the sentence, `params` what goes into it."""

    def __init__(self, key: str, params: Mapping[str, str] | None = None) -> None:
        super().__init__(key)
        self.key = key
        self.params = dict(params or {})
