"""Why a dataset cannot be read or written."""

from tl_analyzer.remedy import RemediableError


class DatasetError(RemediableError):
    """A dataset that cannot be used."""


class UnreadableDatasetError(DatasetError):
    """What should be read is no dataset, or a damaged one."""
