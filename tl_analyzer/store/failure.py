"""What a user of the store can be told, and what can be done about it."""


class StoreError(Exception):
    """A store that cannot be used as asked.

    Parameters
    ----------
    message : str
        What is wrong, and where.
    remedy : str
        What to do next.
    """

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy


class NoStoreError(StoreError):
    """There is no store yet."""


class DamagedStoreError(StoreError):
    """The file of the store is not whole."""
