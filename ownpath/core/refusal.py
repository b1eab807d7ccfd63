"""What somebody asked for cannot be done as it is, and a sentence tells them why: not a fault, and not a secret."""


class Refused(Exception):
    """An action changed nothing. `sentence` says why and what to do; `field` is what they have to change."""

    def __init__(self, sentence: str, field: str | None = None) -> None:
        super().__init__(sentence)
        self.sentence, self.field = sentence, field
