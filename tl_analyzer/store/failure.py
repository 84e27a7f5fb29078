"""What a user of the store can be told, and what can be done about it."""

from tl_analyzer.remedy import RemediableError


class StoreError(RemediableError):
    """A store that cannot be used as asked."""


class NoStoreError(StoreError):
    """There is no store yet."""


class DamagedStoreError(StoreError):
    """The file of the store is not whole."""
