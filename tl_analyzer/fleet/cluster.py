"""Workers of a Dask cluster, behind the same interface as local processes; extra ``[dask]``."""

import importlib.metadata
import os
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, Executor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tl_analyzer.fleet.engine import Workers
from tl_analyzer.fleet.fault import FleetError

_DISTRIBUTION = "tl-analyzer"
#: How long a scheduler may take to answer. [s]
_PATIENCE_S = 10.0
#: Times the scheduler itself runs a task again. [1]
_RETRIES = 3
#: Tasks handed out at a time for each thread of the cluster, so that none waits for its next. [1]
_PER_THREAD = 4
#: The least of them, for a cluster that is still growing. [1]
_LEAST_WIDTH = 64


@contextmanager
def cluster(address: str, folders: tuple[Path, ...]) -> Iterator[Workers]:
    """Workers of the cluster at an address.

    Parameters
    ----------
    address : str
        Of its scheduler: ``tcp://host:8786``.
    folders : tuple of Path
        Folders that every worker must see under the same name.

    Raises
    ------
    FleetError
        If Dask is not installed, nobody answers there, or a worker cannot do the work: another
        version, or a folder it does not see.
    """
    try:
        import distributed
    except ImportError as why:
        raise FleetError(
            f"--scheduler needs Dask, which is not installed ({why})",
            "Install it with: pip install 'tl-analyzer[dask]'; without --scheduler local"
            " processes do the work.",
        ) from why
    dask: Any = distributed  # it has types for some of what is called below
    try:
        client = dask.Client(address, timeout=_PATIENCE_S, set_as_default=False)
    except (OSError, ValueError, ImportError) as why:
        raise FleetError(
            f"no Dask scheduler answers at {address}: {why or type(why).__name__}",
            "Start one with `dask scheduler`, and workers with `dask worker ADDRESS`.",
        ) from why
    with client:
        _check(client, address, folders)

        @contextmanager
        def executor() -> Iterator[Executor]:
            opened = client.get_executor(pure=False, retries=_RETRIES)
            try:
                yield opened
            finally:
                opened.shutdown(wait=False)

        width = max(_LEAST_WIDTH, _PER_THREAD * sum(client.nthreads().values()))
        yield Workers(executor, width, (BrokenExecutor, dask.KilledWorker, dask.CancelledError))


def _check(client: Any, address: str, folders: tuple[Path, ...]) -> None:
    """Refuse workers that would compute something else, or nothing at all."""
    ours = importlib.metadata.version(_DISTRIBUTION)
    theirs = _versions(client)
    if not theirs:
        raise FleetError(
            f"the scheduler at {address} has no workers", f"Start some: dask worker {address}"
        )
    for worker, version in sorted(theirs.items()):
        if version != ours:
            found = "none" if isinstance(version, Exception) else version
            raise FleetError(
                f"worker {worker} has {_DISTRIBUTION} {found}, this command is {ours}",
                f"Install {_DISTRIBUTION}=={ours} on every worker and start it again.",
            )
    for folder in folders:
        seen = client.run(os.path.isdir, str(folder))
        blind = sorted(worker for worker, found in seen.items() if not found)
        if blind:
            raise FleetError(
                f"worker {blind[0]} sees no folder {folder}",
                "Use a folder that all machines share under the same name.",
            )


def _versions(client: Any) -> dict[str, object]:
    """Version of this distribution on every worker, or the error where there is none."""
    # A function of the standard library can be called where this distribution is missing.
    found: dict[str, object] = client.run(
        importlib.metadata.version, _DISTRIBUTION, on_error="return"
    )
    return found
