"""The same run on a Dask cluster: one of two workers is killed on the way."""

from collections.abc import Iterator
from functools import partial
from importlib import import_module
from importlib.metadata import PackageNotFoundError
from pathlib import Path
from typing import Any

import pytest

from tests.fleet.small_fleet import BUCKETS, IDS, analysed, bytes_of, write_fleet
from tl_analyzer.dataset.bucket import bucket_of
from tl_analyzer.fleet import cluster as clusters
from tl_analyzer.fleet import running
from tl_analyzer.fleet.cluster import cluster
from tl_analyzer.fleet.fault import FleetError

distributed: Any = pytest.importorskip("distributed", reason="Dask is not installed")

# A cluster that loses a worker says so in warnings; this project's are errors elsewhere.
pytestmark = pytest.mark.filterwarnings("default")


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(Path(__file__).parent)
        with distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs=50
        ) as local:
            yield str(local.scheduler_address)


@pytest.fixture(scope="module")
def logs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_fleet(tmp_path_factory.mktemp("fleet") / "logs")


def test_a_killed_worker_loses_nothing(
    address: str, logs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    analysed(logs, tmp_path / "undisturbed")
    marker = tmp_path / "killed"
    with monkeypatch.context() as patch:
        task = import_module("fleet_killing").KilledOnce
        patch.setattr(
            running, "Analysing", partial(task, marker=marker, bucket=bucket_of("anna", BUCKETS))
        )
        outcome = analysed(logs, tmp_path / "out", cluster(address, (logs,)))
    assert marker.exists()
    assert (outcome.athletes, outcome.failed) == (len(IDS), 0)
    assert bytes_of(tmp_path / "out") == bytes_of(tmp_path / "undisturbed")


@pytest.mark.parametrize(
    ("theirs", "said"), [("0.0.1", "0.0.1"), (PackageNotFoundError("tl-analyzer"), "none")]
)
def test_workers_of_another_version_are_refused(
    address: str, logs: Path, monkeypatch: pytest.MonkeyPatch, theirs: object, said: str
) -> None:
    real = clusters._versions

    def one_older(client: Any) -> dict[str, object]:
        (first, *_), found = sorted(real(client)), real(client)
        return {**found, first: theirs}

    monkeypatch.setattr(clusters, "_versions", one_older)
    with pytest.raises(FleetError, match=f"has tl-analyzer {said}"), cluster(address, (logs,)):
        pass


def test_a_folder_that_workers_do_not_see_is_refused(address: str, tmp_path: Path) -> None:
    hidden = tmp_path / "hidden"
    with pytest.raises(FleetError, match="sees no folder"), cluster(address, (hidden,)):
        pass


def test_a_scheduler_that_does_not_answer_is_said(
    logs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clusters, "_PATIENCE_S", 0.3)
    with pytest.raises(FleetError, match="no Dask scheduler"), cluster("tcp://127.0.0.1:9", ()):
        pass
