"""What a finder of people that cannot be used says."""


class BackendError(RuntimeError):
    """The chosen backend cannot be used; the message says what to do."""
