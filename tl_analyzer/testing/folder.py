"""A folder whose files are tests, beside tests of its own."""

from collections.abc import Iterator

import pytest


def held(folder: pytest.Directory) -> Iterator[pytest.Collector]:
    """Whatever pytest finds in a folder."""
    hooks = folder.ihook
    for path in sorted(folder.path.iterdir()):
        if hooks.pytest_ignore_collect(collection_path=path, config=folder.config):
            continue
        if path.is_dir():
            if inner := hooks.pytest_collect_directory(path=path, parent=folder):
                yield inner
        elif path.is_file():
            yield from hooks.pytest_collect_file(file_path=path, parent=folder)
