"""What was written could mean two things, or nothing."""


class Unclear(ValueError):
    """`str` is a sentence to whoever wrote it: what is unclear, and what to write instead. `code` names the fault."""

    def __init__(self, code: str, sentence: str) -> None:
        self.code = code
        super().__init__(sentence)
