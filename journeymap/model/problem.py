"""The one kind of error that is meant for the user: a sentence that says what, where and what to do."""


class Problem(Exception):
    """A sentence for the user, kept apart from its parameters so that it can be translated.

    `message` is the English sentence with `{name}` placeholders; it is the key in the translation catalogue.
    `params` fill the placeholders. `str(problem)` gives the English sentence.
    """

    def __init__(self, message: str, /, **params: object) -> None:
        super().__init__(message)
        self.message = message
        self.params = params

    def __str__(self) -> str:
        return self.message.format(**self.params)

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (type(self), self.message, self.params)


def _rebuild(cls: type[Problem], message: str, params: dict[str, object]) -> Problem:
    return cls(message, **params)
