"""Which bucket an athlete is in."""

from math import ceil
from zlib import crc32

#: Athletes a bucket is made for: a task of a second or so, some megabytes of memory. [1]
PER_BUCKET = 1000

#: Buckets an import is split into where there are as many athletes: reading an archive may take a
#: minute, and the work has to be shared among many machines. [1]
TO_SHARE = 256


def bucket_of(athlete: str, buckets: int) -> int:
    """Number of the bucket of an athlete, the same on every machine.

    Parameters
    ----------
    athlete : str
        Id of the athlete.
    buckets : int
        How many there are. [1]
    """
    return crc32(athlete.encode("utf-8", "surrogatepass")) % buckets


def buckets_for(athletes: int) -> int:
    """How many buckets a dataset of so many athletes should have. [1]"""
    return max(1, ceil(athletes / PER_BUCKET))


def buckets_to_import(athletes: int) -> int:
    """How many buckets the folders of so many athletes should be read into. [1]"""
    return max(1, min(athletes, TO_SHARE), buckets_for(athletes))


def bucket_name(bucket: int) -> str:
    """Name of a bucket's files, without the ending."""
    return f"bucket-{bucket:04d}"
